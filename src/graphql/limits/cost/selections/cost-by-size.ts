import { LEVELS } from "../inputs";
import { evaluate, larger, plus, product, shared, type VariableCost } from "../variable-cost";
import { SEARCHES } from "./range-searches";

/**
 * The cost of a selection before sizes are known: a number for each kind of size that multiplies it. Sums of sums stay sums, so
 * that fragments are looked at once however often they are spread.
 */
export interface CostBySize {
  /** Of the document, however many objects it is read of. */
  readonly written: VariableCost;
  /** For each object that it is read of. */
  readonly each: VariableCost;
  /** The same again for each vintage span of the period in force but the first. */
  readonly eachSpan: VariableCost;
  /** For each element of the list that a field above is given. */
  readonly perElement: VariableCost;
  /** For each object in a list of an input. */
  readonly perInput: VariableCost;
  /** For each component to explain: in one vintage, and in each of those of the period in force. */
  readonly perPart: VariableCost;
  readonly perDatedPart: VariableCost;
  /** For each component of a difference whose ends are searched for. */
  readonly perPartRange: VariableCost;
  readonly perDatedRange: VariableCost;
  /** Whether an explanation is opened: once, however often it is read; 0 for not. */
  readonly opened: VariableCost;
  /** How hard the ends of a difference are to find, criterion by criterion: each is searched for once; 0 for not. */
  readonly ranged: readonly number[];
  /** For each component that is shown, by its level. */
  readonly perComponent: readonly VariableCost[];
  /** The same again for each vintage span but the first. */
  readonly perSpanComponent: readonly VariableCost[];
}

const NO_COMPONENTS: readonly VariableCost[] = Array.from({ length: LEVELS }, () => 0);

const NO_SEARCHES: readonly number[] = SEARCHES.map(() => 0);

export const FREE: CostBySize = {
  written: 0,
  each: 0,
  eachSpan: 0,
  perElement: 0,
  perInput: 0,
  perPart: 0,
  perDatedPart: 0,
  perPartRange: 0,
  perDatedRange: 0,
  opened: 0,
  ranged: NO_SEARCHES,
  perComponent: NO_COMPONENTS,
  perSpanComponent: NO_COMPONENTS,
};

export function costBySize(some: Partial<CostBySize>): CostBySize {
  return { ...FREE, ...some };
}

export function sumOf(costs: readonly CostBySize[]): CostBySize {
  return costs.reduce((sum, one) => together(sum, one, plus), FREE);
}

/** At most what the dearest of them costs, for objects of which each is read by one of them alone. */
export function dearestOf(costs: readonly CostBySize[]): CostBySize {
  return costs.reduce((most, one) => together(most, one, larger), FREE);
}

/** All that is written is in the document. An explanation is opened once for all that read it. */
function together(one: CostBySize, other: CostBySize, combine: Combine): CostBySize {
  return withSizes(one, other, combine, {
    written: plus(one.written, other.written),
    opened: larger(one.opened, other.opened),
    ranged: one.ranged.map((search, index) => Math.max(search, other.ranged[index] as number)),
  });
}

/** So many of it; the document is written once all the same. */
export function times(cost: CostBySize, count: number): CostBySize {
  return count === 1 ? cost : withSizes(cost, cost, (one) => product(one, count), cost);
}

/** Of a fragment: evaluated once for a request. */
export function sharedCost(cost: CostBySize): CostBySize {
  const { opened, ranged } = cost;
  return withSizes(cost, cost, shared, { written: shared(cost.written), opened, ranged });
}

type Combine = (one: VariableCost, other: VariableCost) => VariableCost;

/** Combines what sizes multiply. Member by member: an object that is spread from others takes V8 five times as long. */
function withSizes(
  one: CostBySize,
  other: CostBySize,
  combine: Combine,
  { written, opened, ranged }: Pick<CostBySize, "written" | "opened" | "ranged">,
): CostBySize {
  const combined = (all: readonly VariableCost[], others: readonly VariableCost[]): VariableCost[] =>
    all.map((single, level) => combine(single, others[level] as VariableCost));
  return {
    written,
    each: combine(one.each, other.each),
    eachSpan: combine(one.eachSpan, other.eachSpan),
    perElement: combine(one.perElement, other.perElement),
    perInput: combine(one.perInput, other.perInput),
    perPart: combine(one.perPart, other.perPart),
    perDatedPart: combine(one.perDatedPart, other.perDatedPart),
    perPartRange: combine(one.perPartRange, other.perPartRange),
    perDatedRange: combine(one.perDatedRange, other.perDatedRange),
    opened,
    ranged,
    perComponent: combined(one.perComponent, other.perComponent),
    perSpanComponent: combined(one.perSpanComponent, other.perSpanComponent),
  };
}

/** The selection on each component of a footprint; nested components are one level deeper. */
export function ofComponents(cost: CostBySize): CostBySize {
  return {
    ...cost,
    each: 0,
    eachSpan: 0,
    opened: 1,
    perComponent: oneDeeper(cost.each, cost.perComponent),
    perSpanComponent: oneDeeper(cost.eachSpan, cost.perSpanComponent),
  };
}

/** Deeper than products go, all that is left is of the last level. */
function oneDeeper(outermost: VariableCost, inner: readonly VariableCost[]): readonly VariableCost[] {
  const last = plus(inner[LEVELS - 2] as VariableCost, inner[LEVELS - 1] as VariableCost);
  return [outermost, ...inner.slice(0, LEVELS - 2), last];
}

/** Below a field that has a period of its own, or none where that is null. */
export function within(cost: CostBySize, spans: VariableCost, isGiven: VariableCost): CostBySize {
  if (isGiven === 0) return cost;
  const isLeft: VariableCost = isGiven === 1 ? 0 : (of) => 1 - evaluate(isGiven, of);
  const fixed = (plain: VariableCost, dated: VariableCost): VariableCost =>
    plus(plain, product(product(dated, spans), isGiven));
  const further = plus(spans, -1);
  const fixedAgain = (plain: VariableCost, again: VariableCost): VariableCost =>
    plus(plain, product(product(again, further), isGiven));
  return {
    ...cost,
    each: fixedAgain(cost.each, cost.eachSpan),
    eachSpan: product(cost.eachSpan, isLeft),
    perComponent: cost.perComponent.map((single, level) =>
      fixedAgain(single, cost.perSpanComponent[level] as VariableCost),
    ),
    perSpanComponent: cost.perSpanComponent.map((single) => product(single, isLeft)),
    perPart: fixed(cost.perPart, cost.perDatedPart),
    perDatedPart: product(cost.perDatedPart, isLeft),
    perPartRange: fixed(cost.perPartRange, cost.perDatedRange),
    perDatedRange: product(cost.perDatedRange, isLeft),
  };
}
