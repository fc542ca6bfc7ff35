import {
  type Component,
  CRITERIA,
  type Criterion,
  type Footprint,
  footprintOf,
  group,
  leaf,
} from "../../core/footprint";
import {
  type Calculation,
  defineFormula,
  type Factor,
  type Formula,
  fromFactor,
  type Range,
  type Value,
} from "../../core/formulas";
import { getOrInsert } from "../../core/helpers";
import type { FlatAmounts, FlatParts, GraphCalculation, GraphComponent, GraphTerm } from "./graph-answers";
import { rangeIn } from "./shown";

/** Of both, what sums of the same numbers in another order differ by. */
const ROUNDING = 1e-9;

/** An amount of which no formula is known. */
const GIVEN = defineFormula({
  symbol: "given",
  label: "As the graph answers",
  expression: "amount",
  unit: "",
});

/** Totals of a graph as the engine has them. Their stages are not told, and no sum or difference asks for them. */
export function totalsFrom({ manufacturing, usage, operational }: FlatParts): Footprint {
  return footprintOf([
    given("Manufacturing", "equipment", "manufacturing", manufacturing),
    given("Usage", "equipment", "use", usage),
    given("Operational", "operational", "use", operational),
  ]);
}

/** A footprint with its components and their formulas, as a graph explains it: for what compares two of them. */
export function footprintFrom(components: readonly GraphComponent[]): Footprint {
  const formulas = new Formulas();
  return footprintOf(components.map((one) => componentFrom(one, formulas)));
}

type LeafText = Parameters<typeof leaf>[0];

function given(
  name: string,
  charged: LeafText["charged"],
  stage: LeafText["contributions"][number]["stage"],
  amounts: FlatAmounts,
): Component {
  const unknown = new Set<Criterion>();
  const contributions: LeafText["contributions"][number][] = [];
  for (const { field, unit } of CRITERIA) {
    const range = rangeIn(amounts, field);
    if (range === null) unknown.add(field);
    else contributions.push({ criterion: field, stage, calculation: asGiven(range, unit) });
  }
  return leaf({ name, kind: "SERVER", charged, contributions, unknown });
}

function componentFrom(component: GraphComponent, formulas: Formulas): Component {
  const { name, quantity, calculations, footprint } = component;
  const kind = component.kind as Component["kind"];
  if (footprint === undefined) throw new Error(`"${name}" is deeper than a graph is asked for`);
  if (footprint.components.length > 0)
    return group(
      { name, kind, quantity },
      footprint.components.map((one) => componentFrom(one, formulas)),
    );
  const results = formulas.results(calculations);
  const unknown = new Set<Criterion>();
  const contributions = CRITERIA.flatMap(({ field, unit }) => {
    const total = rangeIn(footprint.total, field);
    if (total === null) unknown.add(field);
    if (total === null) return [];
    const own = results.filter((one) => one.unit === unit);
    const all = sumsTo(own, total) ? own : [asGiven(total, unit)];
    return all.map((calculation) => ({ criterion: field, stage: "use" as const, calculation }));
  });
  return leaf({ name, kind, quantity, charged: "equipment", contributions, unknown });
}

function asGiven(range: Range, unit: string): Calculation {
  return { ...GIVEN.apply({ amount: { range, unit } }), unit };
}

function sumsTo(calculations: readonly Calculation[], total: Range): boolean {
  return (["low", "expected", "high"] as const).every((end) => {
    const sum = calculations.reduce((all, { range }) => all + range[end], 0);
    return Math.abs(sum - total[end]) <= ROUNDING * Math.abs(total[end]);
  });
}

/** Formulas of a graph as the engine has them, each text read once. */
class Formulas {
  private readonly known = new Map<string, Formula<string>>();
  private readonly factors = new Map<string, Factor>();

  /** The calculations of a component that no other of it reads: what it is made of. */
  results(calculations: readonly GraphCalculation[]): Calculation[] {
    const bySymbol = new Map<string, Calculation>();
    const inputs = new Map<string, Value>();
    const read = new Set<string>();
    for (const one of calculations) {
      const terms = one.terms.map((term): [string, Value] => {
        if (term.calculation !== null) read.add(term.calculation.symbol);
        return [term.symbol, this.value(term, bySymbol, inputs)];
      });
      bySymbol.set(one.symbol, this.calculation(one, Object.fromEntries(terms)));
    }
    return [...bySymbol].flatMap(([symbol, one]) => (read.has(symbol) ? [] : [one]));
  }

  private calculation(
    { symbol, label, formula: expression, unit, low, result, high }: GraphCalculation,
    terms: Readonly<Record<string, Value>>,
  ): Calculation {
    const formula = getOrInsert(this.known, `${label} ${expression} ${unit}`, () =>
      defineFormula<string>({ symbol, label, expression, unit }),
    );
    return { ...formula.apply(terms), range: { low, expected: result, high } };
  }

  /** A term is a result, a factor or an input; what is taken as a convention is taken without its range. */
  private value(
    term: GraphTerm,
    results: ReadonlyMap<string, Calculation>,
    inputs: Map<string, Value>,
  ): Value {
    const { symbol, value, low, high, unit, factor, calculation } = term;
    const range = { low, expected: value, high };
    const result = calculation === null ? undefined : results.get(calculation.symbol);
    if (result !== undefined) return isSame(result.range, range) ? result : { ...result, range };
    // Two inputs of one name and value in a component are one.
    if (factor === null) return getOrInsert(inputs, JSON.stringify([symbol, range]), () => ({ range, unit }));
    const known = fromFactor(getOrInsert(this.factors, factor.id, () => factorFrom(factor)));
    return isSame(known.range, range) ? known : { ...known, range };
  }
}

function factorFrom({ id: _id, value, low, high, ...factor }: NonNullable<GraphTerm["factor"]>): Factor {
  return { ...factor, range: { low, expected: value, high } };
}

function isSame(one: Range, other: Range): boolean {
  return one.low === other.low && one.expected === other.expected && one.high === other.high;
}
