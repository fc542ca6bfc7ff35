import type { Amounts, ProductPlugin, ProductSamples } from "../core/contract";
import type { Triple } from "./period-rules";

/** What is left out is that of the plugin's samples. */
export interface CheckOptions {
  /** Sample specifications that must be answered: one for each way that the plugin computes. */
  readonly specs?: readonly object[];
  /** Plugins to compose with, the checked one among them or not; the built-in ones when left out. */
  readonly plugins?: readonly ProductPlugin[];
  /** More plugins beside these: products of yours that the checked one consists of. */
  readonly beside?: readonly ProductPlugin[];
  /** Triples of which the third specification is the first and the second together. */
  readonly additive?: readonly Triple[];
  /** Specifications that must be refused, by name. */
  readonly refused?: ProductSamples["refused"];
  /** Default PER_HOUR. */
  readonly amounts?: Amounts;
  /** The day whose factors are in force; today when left out. */
  readonly on?: Date;
}

const KNOWN: Readonly<Record<keyof CheckOptions, true>> = {
  ...{ specs: true, refused: true, additive: true, amounts: true },
  ...{ plugins: true, beside: true, on: true },
};

/** JavaScript passes anything: an option that is ignored, or a list of samples, would check less than its author believes. */
export function requireOptions(options: CheckOptions): void {
  const names = Object.keys(KNOWN).join(", ");
  if (Array.isArray(options)) throw new TypeError(`The options are an object, not a list: ${names}`);
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(KNOWN, name));
  if (unknown !== undefined) throw new TypeError(`There is no option "${unknown}": there are ${names}`);
}
