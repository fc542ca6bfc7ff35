import type { Contribution } from "../footprint";
import { type Calculation, type Formula, isCalculation, nameOfEdition, type Value } from "../formulas";
import { getOrInsert } from "../helpers";
import { eachOf, type Occurrence, type QuantityPair, Variables } from "./differing-quantities";
import { type Slot, Tape } from "./tape";

/** A result that was paired, with the label that it has as a whole. */
export interface PairedResult {
  readonly slot: Slot;
  readonly whole: QuantityPair;
}

/** What two sets of terms led to. Two formulas may read one set. */
interface KnownPair {
  readonly formula: string;
  readonly slot: Slot;
}

/**
 * Two graphs of calculations, paired on one tape. Calculations of one formula are paired term by term,
 * each pair once, so that the graph stays a graph; where the two sides have no formula in common, their values are.
 */
export class Pairing {
  readonly tape = new Tape();
  readonly variables = new Variables(this.tape);
  readonly results: PairedResult[] = [];
  /** Differences that need no attribution, since they are of one quantity alone. */
  readonly whole: { readonly pair: QuantityPair; readonly effect: number }[] = [];
  private readonly known = new Map<object, Map<object, KnownPair>>();

  /**
   * What a component has of one criterion and stage on either side: those of one formula in their order. Where a formula
   * is not as often on both sides, as when a period was split at other days, which belongs to which is not known: their
   * sums are one quantity.
   */
  addContributions(a: readonly Contribution[], b: readonly Contribution[], component: string): void {
    const [ofA, ofB] = [byFormula(a), byFormula(b)];
    const [restA, restB]: [Calculation[], Calculation[]] = [[], []];
    for (const formula of new Set([...ofA.keys(), ...ofB.keys()])) {
      const [left, right] = [ofA.get(formula) ?? [], ofB.get(formula) ?? []];
      if (left.length === right.length) {
        left.forEach((one, index) => {
          this.addResult(one, right[index] as Calculation, component);
        });
      } else {
        for (const one of left) restA.push(one);
        for (const one of right) restB.push(one);
      }
    }
    this.addSums(restA, restB, component);
  }

  /** An amount without a paired formula; null if it is missing on that side. */
  addWhole(pair: QuantityPair): void {
    const effect = (pair.b ?? 0) - (pair.a ?? 0);
    if (effect !== 0) this.whole.push({ pair, effect });
  }

  private addResult(a: Calculation, b: Calculation, component: string): void {
    const slot = this.pairCalculations(a, b, { symbol: a.formula.symbol, formula: a.formula.label });
    if (!this.tape.isFixed(slot)) this.results.push({ slot, whole: inSum([a], [b], component) });
  }

  private addSums(a: readonly Calculation[], b: readonly Calculation[], component: string): void {
    if (a.length + b.length > 0) this.addWhole(inSum(a, b, component));
  }

  private pairTerms(a: Value, b: Value, at: Occurrence): Slot {
    const alike = isCalculation(a) && isCalculation(b) && formulaOf(a) === formulaOf(b);
    return alike ? this.pairCalculations(a, b, at) : this.variables.slotOf(a, b, at);
  }

  private pairCalculations(a: Calculation, b: Calculation, at: Occurrence): Slot {
    if (a.terms === b.terms) return this.variables.slotOf(a, b, at);
    const formula = formulaOf(a);
    const ofTerms = getOrInsert(this.known, a.terms, () => new Map<object, KnownPair>());
    const known = getOrInsert(ofTerms, b.terms, () => ({ formula, slot: this.carryOut(a, b) }));
    const slot = known.formula === formula ? known.slot : this.carryOut(a, b);
    return this.leadsTo(slot, a, b) ? slot : this.variables.slotOf(a, b, at);
  }

  private carryOut(a: Calculation, b: Calculation): Slot {
    return a.formula.parsed.in(this.tape, (symbol) => {
      const [one, other] = [a.terms[symbol], b.terms[symbol]] as [Value, Value];
      return this.pairTerms(one, other, { symbol, formula: a.formula.label });
    });
  }

  /** A result that is not what its formula gives is no result of it: it stays a value. */
  private leadsTo(slot: Slot, a: Calculation, b: Calculation): boolean {
    return (
      isAbout(this.tape.a[slot] as number, a.range.expected) &&
      isAbout(this.tape.b[slot] as number, b.range.expected)
    );
  }
}

/** Share of a number that is the rounding of a calculation. */
const LAST_BITS = 1e-12;

/** The same number, but for the last bits. */
export function isAbout(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= LAST_BITS * Math.abs(expected);
}

const formulas = new WeakMap<Formula, string>();

/** Identity of a formula: what it computes and what it is called. Cached, since it is read for every calculation. */
function formulaOf({ formula }: Calculation): string {
  return getOrInsert(formulas, formula, () => `${formula.symbol} = ${formula.expression}`);
}

function byFormula(contributions: readonly Contribution[]): Map<string, Calculation[]> {
  const found = new Map<string, Calculation[]>();
  for (const { calculation } of contributions)
    getOrInsert(found, formulaOf(calculation), () => []).push(calculation);
  return found;
}

function inSum(a: readonly Calculation[], b: readonly Calculation[], component: string): QuantityPair {
  const [one, other] = [a[0] ?? b[0], b[0] ?? a[0]] as [Calculation, Calculation];
  return {
    symbol: one.formula.symbol === other.formula.symbol ? one.formula.symbol : null,
    label: `${component}: ${eachOf(nameOfEdition(one.formula), nameOfEdition(other.formula))}`,
    unit: eachOf(one.unit, other.unit),
    a: sumOf(a),
    b: sumOf(b),
    factorA: null,
    factorB: null,
  };
}

function sumOf(calculations: readonly Calculation[]): number | null {
  if (calculations.length === 0) return null;
  return calculations.reduce((sum, { range }) => sum + range.expected, 0);
}
