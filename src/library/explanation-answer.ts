import type { Factor as FactorOfMethod } from "../core/formulas";
import type { Amount } from "./amounts";
import type { Estimate, Parts } from "./answer";

/** A number that figures rest on: one vintage of one series. */
export interface Factor extends Omit<FactorOfMethod, "range" | "recorded" | "version"> {
  /** Series and first day of the vintage, for example `pue.fr-par-2@2025-12-02`. */
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A symbol of a formula with its value. */
export interface Term {
  readonly symbol: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Id of the factor that it is, among the `factors` of the explanation; null for a result or an input. */
  readonly factor: string | null;
  /** Whether it is the result of the calculation of that symbol. */
  readonly isResult: boolean;
}

/** One formula with its terms and result: enough to do it again by hand. */
export interface Calculation {
  readonly label: string;
  readonly symbol: string;
  readonly formula: string;
  readonly result: Amount;
  readonly terms: readonly Term[];
}

/** One contribution to a footprint, with what it consists of. */
export interface Component extends Parts {
  readonly name: string;
  /** For example CPU or NETWORK. */
  readonly kind: string;
  /** How many of it. */
  readonly quantity: number;
  /** The share of a shared thing that is charged; null where all of it is. */
  readonly allocation: { readonly rule: string; readonly share: number } | null;
  /** What was computed, each after those that it reads; empty where it is the sum of its components. */
  readonly calculations: readonly Calculation[];
  readonly components: readonly Component[];
  readonly notes: readonly string[];
}

/** An estimate with its explanation. */
export interface Explanation extends Estimate {
  readonly components: readonly Component[];
  /** Every factor behind it, once. */
  readonly factors: readonly Factor[];
}
