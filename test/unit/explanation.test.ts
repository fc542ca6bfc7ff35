import { Calculation as PrintedCalculation } from "../../schema/types";
import { type Component, type Impact, type Stage, scaleFootprint } from "../../src/core/footprint";
import { type Calculation, isCalculation, isFactorValue, type Value } from "../../src/core/formulas";
import { ALLOCATION_RULES } from "../../src/core/method";
import { evaluatePrinted, symbolsOf } from "../support/evaluate";
import { composeInstances } from "../support/instances";
import { BOUNDS, CRITERIA, expectClose, walk } from "../support/numbers";

const { footprint } = composeInstances();

/** One type for each way that a host's figures are found: the operator's estimates, an average, the model alone. */
const TYPES = [
  { type: "PRO2-S", zone: "fr-par-2" },
  { type: "POP2-HM-64C-512G", zone: "pl-waw-2" },
  { type: "POP2-2C-8G-WIN", zone: "fr-par-1" },
  { type: "PLAY2-PICO", zone: "nl-ams-3" },
  { type: "DEV1-S", zone: "fr-par-1" },
  { type: "START1-M", zone: "fr-par-1" },
  { type: "GP1-L", zone: "nl-ams-1" },
  { type: "BASIC2-A2C-4G", zone: "fr-par-2" },
  { type: "BASIC3-X8C-16G", zone: "it-mil-1" },
  { type: "STANDARD3-X64C-256G", zone: "nl-ams-2" },
  { type: "L4-1-24G", zone: "fr-par-2" },
  { type: "L40S-8-48G", zone: "pl-waw-2" },
  { type: "H100-SXM-4-80G", zone: "fr-par-2" },
  { type: "B300-SXM-8-288G", zone: "fr-par-2" },
  { type: "RENDER-S", zone: "fr-par-1" },
];
const CASES = TYPES.flatMap((one) => ALLOCATION_RULES.map((allocationRule) => ({ ...one, allocationRule })));

describe.each(CASES)("$type in $zone, $allocationRule", (spec) => {
  let components: readonly Component[];
  let calculations: readonly Calculation[];
  beforeAll(async () => {
    const answer = await footprint({ ...spec, cpuLoadPercent: 42.5 }, 730);
    components = answer.components.flatMap((component) => [...walk(component)]);
    calculations = calculationsOf(components);
  });

  it("prints formulas that lead to the printed results", () => {
    expect(calculations.length).toBeGreaterThan(100);
    expectPrintedResults(calculations);
  });

  it("prints a value for each symbol of a formula, and no other", () => {
    const others = calculations.filter(({ formula, terms }) => {
      const symbols = symbolsOf(formula.expression);
      const valued = Object.keys(terms);
      return valued.length !== symbols.size || !valued.every((symbol) => symbols.has(symbol));
    });
    expect(others.map(({ formula }) => formula.expression)).toEqual([]);
  });

  it("traces every term to a factor, a calculation or an input, with its unit", () => {
    const untraced = calculations.flatMap(({ formula, terms }) =>
      Object.entries(terms)
        .filter(([, term]) => !isTraced(term))
        .map(([symbol, term]) => [formula.label, symbol, term.unit, originOf(term)]),
    );
    expect(untraced).toEqual([]);
  });

  it("adds the formulas of a leaf to the parts of the leaf", () => {
    for (const component of components) {
      if (component.children.length > 0) expect(component.contributions).toEqual([]);
      else expectContributionsToMakeParts(component);
    }
  });
});

describe("a repeated resource", () => {
  it("is explained as so many times one", async () => {
    const one = await footprint({ type: "PRO2-S", zone: "fr-par-2" }, 730);
    const components = scaleFootprint(one, 3).components.flatMap((component) => [...walk(component)]);

    expectPrintedResults(calculationsOf(components));
    for (const component of components) {
      expect(component.quantity).toBe(3);
      if (component.children.length === 0) expectContributionsToMakeParts(component);
    }
  });
});

function expectPrintedResults(calculations: readonly Calculation[]): void {
  for (const { formula, terms, result } of PrintedCalculation.each(calculations)) {
    const again = evaluatePrinted(formula, new Map(terms.map(({ symbol, value }) => [symbol, value])));
    expectClose(result, again, 1e-12);
  }
}

/** What a reader can open from the components, each formula with its terms once. */
function calculationsOf(components: readonly Component[]): Calculation[] {
  const found = new Set<Calculation>();
  const open = (calculation: Calculation): void => {
    if (found.has(calculation)) return;
    found.add(calculation);
    for (const term of Object.values(calculation.terms)) if (isCalculation(term)) open(term);
  };
  for (const { contributions, workings } of components) {
    for (const { calculation } of contributions) open(calculation);
    for (const working of workings) open(working);
  }
  return [...found];
}

function isTraced(term: Value): boolean {
  const hasSource = !isFactorValue(term) || term.factor.source !== "";
  return term.unit !== "" && hasSource && ["factor", "calculation", "input"].includes(originOf(term));
}

function originOf(term: Value): string {
  if (isFactorValue(term)) return "factor";
  if (isCalculation(term)) return "calculation";
  const { low, expected, high } = term.range;
  return low === expected && expected === high ? "input" : "a range from nowhere";
}

/** Equipment gives manufacturing and usage, everything else is operational: never both. */
function expectContributionsToMakeParts(leaf: Component): void {
  const { manufacturing, usage, operational } = leaf.parts;
  expectSum(leaf, "manufacturing", [manufacturing, operational.manufacturing]);
  expectSum(leaf, "use", [usage, operational.use]);
}

function expectSum({ contributions }: Component, stage: Stage, parts: readonly Impact[]): void {
  for (const criterion of CRITERIA) {
    const ranges = contributions
      .filter((one) => one.stage === stage && one.criterion === criterion)
      .map(({ calculation }) => calculation.range);
    for (const bound of BOUNDS) {
      const known = parts.flatMap((part) => part[criterion] ?? []);
      if (known.length < parts.length) expect(ranges).toEqual([]);
      const sum = (values: readonly { readonly [B in typeof bound]: number }[]): number =>
        values.reduce((total, value) => total + value[bound], 0);
      expectClose(sum(ranges), sum(known), 1e-12);
    }
  }
}
