import type { Criterion } from "../footprint";
import type { Amounts } from "./calculator";

/** Specifications of a product by name, for what tests it: the conformance kit, random requests, generated pages. */
export interface ProductSamples {
  /** Answered: at least one for each way that the product computes. The first is the plainest. */
  readonly valid: Readonly<Record<string, object>>;
  /** Refused, with the code and the field of the error. */
  readonly refused: Readonly<Record<string, RefusedSample>>;
  /** Triples of which the third specification is the first and the second together. */
  readonly additive?: readonly (readonly [object, object, object])[];
  /** PER_HOUR when left out. */
  readonly amounts?: Amounts;
}

export interface RefusedSample {
  readonly spec: object;
  readonly code: string;
  readonly field: string;
}

/** Figures that a case can expect: a part of the footprint and a criterion of it, for example `manufacturing.kgCo2Equivalent`. */
export type CaseFigure = `${"total" | "manufacturing" | "usage" | "operational"}.${Criterion}`;

/** A worked example of a product: computed by hand, or published by the operator. */
export interface WorkedCase {
  readonly spec: object;
  readonly during:
    | { readonly hours: number; readonly on: string }
    | { readonly start: string; readonly end: string };
  /** Expected values in the unit of the criterion; null for what is unknown. */
  readonly expected: Readonly<Partial<Record<CaseFigure, number | null>>>;
  /** How far ours may be from them, as a share of them. */
  readonly tolerance: number;
  /** Where the figures, or the numbers that they are worked from, can be read. */
  readonly source: string;
  /** The arithmetic in words. */
  readonly workings: string;
}

/** Worked examples by name. */
export type ProductCases = Readonly<Record<string, WorkedCase>>;
