import type { PeriodFields } from "../core/engine";
import { hoursBetween } from "../core/footprint";
import type { Alternatives, Comparison, Estimate, History, PeriodAnswer, Portfolio, Product } from "./answer";
import type { Explanation, Factor } from "./explanation-answer";
import type { Problem } from "./failure";
import type { Input } from "./read-input";
import type { TerraformAnswer } from "./terraform-answer";

/** A resource after its request was read: each field is one of the product's, and of its type. */
export interface PreparedResource {
  readonly product: Product;
  readonly input: Input;
}

export interface PreparedEstimate extends PreparedResource {
  readonly during: PeriodFields;
}

export interface PreparedHistory extends PreparedResource {
  readonly from: Date;
  readonly to: Date;
  readonly hours: number;
}

/** A line of a portfolio, or why it could not be read. */
export interface PreparedLine {
  readonly label: string | null;
  readonly count: number;
  readonly prepared: (PreparedResource & { readonly during: PeriodFields | null }) | Problem;
}

export interface PreparedPortfolio {
  readonly lines: AsyncIterable<readonly PreparedLine[]>;
  readonly during: PeriodFields;
  readonly onProgress: (lines: number) => void;
}

/** A plan after its request was read. */
export interface PreparedTerraform {
  readonly plan: Uint8Array | object;
  readonly baseline: Uint8Array | object | null;
  readonly usage: unknown;
  readonly zone: string | null;
  readonly region: string | null;
  readonly hours: number;
  readonly asOf: Date | null;
}

/** What computes the answers: this process, or a graph that is served elsewhere. */
export interface Backend {
  products(): Promise<readonly Product[]>;
  estimate(prepared: PreparedEstimate): Promise<Estimate>;
  explain(prepared: PreparedEstimate): Promise<Explanation>;
  compare(a: PreparedResource, b: PreparedResource, during: PeriodFields): Promise<Comparison>;
  alternatives(prepared: PreparedEstimate): Promise<Alternatives>;
  history(prepared: PreparedHistory): Promise<History>;
  /** What is estimated where no period is given: the month that people compare [h]. */
  monthHours(): number;
  factors(asOf: Date | null): Promise<readonly Factor[]>;
  portfolio(prepared: PreparedPortfolio): Promise<Portfolio>;
  terraform(prepared: PreparedTerraform): Promise<TerraformAnswer>;
  close(): Promise<void>;
}

export function isReadable(
  prepared: PreparedLine["prepared"],
): prepared is Exclude<PreparedLine["prepared"], Problem> {
  return "product" in prepared;
}

/** What a period says, as answers show it. */
export function periodAnswer({ hours, start, end, asOf }: PeriodFields): PeriodAnswer {
  return {
    hours: hours ?? (start == null || end == null ? 0 : hoursBetween(start, end)),
    from: start?.toISOString() ?? null,
    to: end?.toISOString() ?? null,
    asOf: asOf?.toISOString().slice(0, 10) ?? null,
  };
}
