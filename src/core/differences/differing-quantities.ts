import { type Factor, factorId, isCalculation, isFactorValue, nameOfEdition, type Value } from "../formulas";
import { getOrInsert } from "../helpers";
import type { Slot, Tape } from "./tape";

/** A quantity that differs between the two sides, in words and figures. */
export interface QuantityPair {
  /** As the formula writes it; null for a whole amount, which has no symbol. */
  readonly symbol: string | null;
  /** Name of the factor, or else of the formula that reads the quantity or leads to it. */
  readonly label: string;
  readonly unit: string;
  /** Null where the quantity is on the other side only. */
  readonly a: number | null;
  readonly b: number | null;
  readonly factorA: Factor | null;
  readonly factorB: Factor | null;
}

/** Where a quantity was met: the symbol of it and the name of the formula that reads it. */
export interface Occurrence {
  readonly symbol: string;
  readonly formula: string;
}

/**
 * The quantities that differ, each once. The same pair of factors is one quantity wherever it is read, and so is
 * the same pair of inputs. Copies of an input, such as one taken as a convention, are known by where they stand.
 */
export class Variables {
  readonly pairs = new Map<Slot, QuantityPair>();
  private readonly byIdentity = new Map<object, Map<object, Slot>>();
  private readonly byText = new Map<string, Slot>();

  constructor(private readonly tape: Tape) {}

  slotOf(a: Value, b: Value, at: Occurrence): Slot {
    const [one, other] = [a.range.expected, b.range.expected];
    if (one === other) return this.tape.constant(one);
    const known = getOrInsert(this.byIdentity, identityOf(a), () => new Map<object, Slot>());
    return getOrInsert(known, identityOf(b), () =>
      getOrInsert(this.byText, textOf(a, b, at), () => {
        const slot = this.tape.variable(one, other);
        this.pairs.set(slot, describe(a, b, at));
        return slot;
      }),
    );
  }
}

/** The two texts, or the one that they have in common. */
export function eachOf(a: string, b: string): string {
  return a === b ? a : `${a} → ${b}`;
}

/** Copies of a calculation have its terms in common. */
function identityOf(value: Value): object {
  return isCalculation(value) ? value.terms : value;
}

function textOf(a: Value, b: Value, at: Occurrence): string {
  const factors = [factorOf(a), factorOf(b)].map((factor) => (factor === null ? null : factorId(factor)));
  const place = factors.includes(null) ? [at.symbol, labelOf(a, b, at), a.unit, b.unit] : null;
  return JSON.stringify([factors, place, a.range.expected, b.range.expected]);
}

function describe(a: Value, b: Value, at: Occurrence): QuantityPair {
  return {
    symbol: at.symbol,
    label: labelOf(a, b, at),
    unit: eachOf(a.unit, b.unit),
    a: a.range.expected,
    b: b.range.expected,
    factorA: factorOf(a),
    factorB: factorOf(b),
  };
}

/** An input has no name of its own: it is called after the other side, or after the formula that reads it. */
function labelOf(a: Value, b: Value, { formula }: Occurrence): string {
  const [one, other] = [nameOf(a) ?? nameOf(b) ?? formula, nameOf(b) ?? nameOf(a) ?? formula];
  return eachOf(one, other);
}

function nameOf(value: Value): string | null {
  return isCalculation(value) ? nameOfEdition(value.formula) : (factorOf(value)?.name ?? null);
}

function factorOf(value: Value): Factor | null {
  return isFactorValue(value) ? value.factor : null;
}
