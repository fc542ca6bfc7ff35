import type { AllocationPart } from "../footprint";
import { asConvention, type Calculation, type Formula, formulaOfText, type Value } from "../formulas";

export const ALLOCATION_RULES = ["IMPACT_WEIGHTED", "SUM_OF_SHARES", "PER_COMPONENT"] as const;
export type AllocationRule = (typeof ALLOCATION_RULES)[number];

/**
 * reserved / capacity, as a calculation. Source: method pages on Instances and on storage.
 * @param key what is shared, where the share is one of several: part of its symbol
 */
export function reservedShare(reserved: Value, capacity: Value, key = "k"): Calculation {
  const text = { symbol: `share_${key}`, label: "Reserved over capacity" };
  return combined(text, "reserved / capacity", [
    ["reserved", asConvention(reserved)],
    ["capacity", asConvention(capacity)],
  ]);
}

/** One key of an allocation, such as RAM by GiB, and the share reserved of it. */
export interface Key {
  readonly key: string;
  readonly share: Calculation;
}

/** A key with the manufacturing impact of what it shares as its weight. */
export interface WeightedKey extends Key {
  readonly weight: Value;
}

/**
 * Σ share × weight / Σ weight. Additive: resources that fill the keys sum to one.
 * Source: method page on Instances as the operator's published estimates apply it.
 */
export function impactWeightedShare(
  keys: readonly WeightedKey[],
  { text = BY_IMPACT, weight: I = "I" }: { text?: ResultText; weight?: string } = {},
): Calculation {
  const numerator = keys.map(({ key }) => `share_${key} × ${I}_${key}`).join(" + ");
  const denominator = keys.map(({ key }) => `${I}_${key}`).join(" + ");
  const weights = keys.map(({ key, weight }) => [`${I}_${key}`, asConvention(weight)] as const);
  return combined(text, `(${numerator}) / (${denominator})`, [...sharesOf(keys), ...weights]);
}

const BY_IMPACT: ResultText = { symbol: "share", label: "Share weighted by manufacturing impact" };

/**
 * Σ share, as the method page prints it. Not additive: a full server can sum to one per key.
 * Source: method page on Instances, worked example.
 */
export function sumOfShares(keys: readonly Key[]): Calculation {
  return combined(
    { symbol: "share", label: "Sum of shares" },
    keys.map(({ key }) => `share_${key}`).join(" + "),
    sharesOf(keys),
  );
}

/** The largest share: the key of what every reserved part needs, such as board and case. */
export function largestShare(keys: readonly Key[]): Calculation {
  const shares = keys.map(({ key }) => `share_${key}`).join(", ");
  return combined({ symbol: "share", label: "Largest share" }, `max(${shares})`, sharesOf(keys));
}

export function allocationPart(key: string, share: Calculation): AllocationPart {
  const { reserved, capacity } = share.terms as { reserved: Value; capacity: Value };
  return {
    key,
    reserved: reserved.range.expected,
    capacity: capacity.range.expected,
    unit: capacity.unit,
    share: share.range.expected,
  };
}

/** Symbol and words of a share. */
type ResultText = Pick<Formula, "symbol" | "label">;

function combined(
  text: ResultText,
  expression: string,
  terms: readonly (readonly [string, Value])[],
): Calculation {
  return formulaOfText({ ...text, unit: "-", expression }).apply(Object.fromEntries(terms));
}

function sharesOf(keys: readonly Key[]): (readonly [string, Value])[] {
  return keys.map(({ key, share }) => [`share_${key}`, share] as const);
}
