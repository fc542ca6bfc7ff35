import type { Range } from "../../core/formulas";
import type { Values } from "../resolve/values";
import type { Reason } from "./reasons";

/** A part of a resource as a line of a portfolio: so many of a product's resource. */
export interface Line {
  readonly part: string;
  readonly kind: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** How many there are on average; with both ends for what scales by itself. */
  readonly times: Range;
  /** For how much of the period it is used [h]; null for all of it. */
  readonly hours: number | null;
  /** It says something that must not be shown. */
  readonly isSensitive: boolean;
  /** Fields of it that no figure needs and usage has not said: left out where the product does not know their value. */
  readonly hints: readonly string[];
}

/** What has no figure, and why. */
export interface Lacking {
  /** The part of the resource; null for the resource itself. */
  readonly part: string | null;
  readonly reason: Reason;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** What a part of a resource comes to. */
export type Outcome = ({ readonly line: Line } | { readonly lacking: Lacking }) & {
  readonly says: readonly string[];
};

/** What a resource comes to. */
export interface Accounted {
  readonly lines: readonly Line[];
  readonly lacking: readonly Lacking[];
  /** Why there is nothing, where there is known to be nothing. */
  readonly nothing: Lacking | null;
  /** Defaults for what the document does not say. */
  readonly assumed: readonly string[];
}

/** What resources are accounted with beside their rules. */
export interface AccountContext {
  readonly values: Values;
  /** Zones of a region, the first of it first. */
  readonly zonesOf: (region: string) => readonly string[];
}
