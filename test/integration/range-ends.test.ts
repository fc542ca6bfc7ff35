import { Calculation as PrintedCalculation } from "../../schema/types";
import { composeEstimates, PLUGINS } from "../../src/compose-estimates";
import type { Component, Footprint } from "../../src/core/footprint";
import { calculationsOf } from "../../src/plugin-kit/explanation-rules";
import { managedDatabases } from "../external/managed-databases";
import { withOutside } from "../external/support/with-outside";
import { evaluatePrinted } from "../support/evaluate";
import { expectClose } from "../support/numbers";

const ON = new Date("2026-11-23");
/** The plainest of each product, by its samples. */
const PLAIN = PLUGINS.flatMap(({ kind, samples }) => {
  const [first] = Object.values(samples?.().valid ?? {});
  return first === undefined ? [] : [[kind, first] as const];
});
const CASES: readonly (readonly [kind: string, spec: object])[] = [
  ...PLAIN,
  ["instance", { type: "PRO2-S", zone: "fr-par-2", cpuLoadPercent: 42.5 }],
  ["instance", { type: "DEV1-S", zone: "nl-ams-1", allocationRule: "PER_COMPONENT" }],
  ["instance", { type: "START1-M", zone: "fr-par-1", allocationRule: "SUM_OF_SHARES" }],
  ["instance", { type: "STANDARD3-X64C-256G", zone: "nl-ams-2" }],
  ["instance", { type: "H100-SXM-4-80G", zone: "fr-par-2" }],
  ["blockVolume", { storageClass: "sbs_5k_snapshot", sizeGb: 200, zone: "pl-waw-1" }],
  ["objectBucket", { storageClass: "standard", storedGb: 200, region: "fr-par" }],
  ["objectBucket", { storageClass: "glacier", storedGb: 200, region: "nl-ams" }],
  ["loadBalancer", { type: "LB-GP-M", zone: "fr-par-1" }],
  [
    "kubernetesCluster",
    { controlPlane: "kapsule", region: "fr-par", pools: [{ nodeType: "PRO2-S", nodes: 2.5 }] },
  ],
  ["dedicatedDeployment", { nodeType: "L4", nodes: 2, region: "fr-par", importedModelGb: 20 }],
  [
    "serverlessUsage",
    { model: "llama-3.3-70b-instruct", region: "fr-par", inputTokens: 1e6, outputTokens: 1e5 },
  ],
  ["managedDatabase", { nodeType: "DB-PRO2-XXS", zone: "fr-par-1", storageGb: 20, backupGb: 40 }],
];
const ENDS = [
  { end: "low", from: "lowEndFrom" },
  { end: "high", from: "highEndFrom" },
] as const;
const BOUNDS = { LOW: "low", EXPECTED: "value", HIGH: "high" } as const;

const { engine } = composeEstimates({ plugins: withOutside(managedDatabases) });

it("has a case of every product", () => {
  expect(new Set(CASES.map(([kind]) => kind))).toEqual(new Set(engine.kinds));
});

describe.each(CASES)("the range of %s %j", (kind, spec) => {
  let footprint: Footprint;
  beforeAll(async () => {
    footprint = await engine.footprint(kind, spec, { hours: 730, on: ON });
  });

  it.each(ENDS)("can be done again by hand at its $end end, formula by formula", ({ end, from }) => {
    const calculations = PrintedCalculation.each(calculationsOf(footprint.components));
    expect(calculations.length).toBeGreaterThan(50);
    for (const printed of calculations) {
      const values = printed.terms.map((term) => {
        const bound = term[from];
        if (bound === null) throw new Error(`${term.symbol} of ${printed.formula} has no bound for ${end}`);
        return [term.symbol, term[BOUNDS[bound]]] as const;
      });
      expectClose(printed[end], evaluatePrinted(printed.formula, new Map(values)), 1e-12);
    }
  });

  it("leads from each term to the range of what it results from", () => {
    const terms = PrintedCalculation.each(calculationsOf(footprint.components)).flatMap((one) => one.terms);
    // All at once: there are thousands.
    const found = terms.map(({ symbol, low, high }) => [symbol, low, high]);
    const expected = terms.map(({ symbol, value, isConvention, calculation, factor }) => {
      const source = calculation ?? factor;
      return source === null || isConvention ? [symbol, value, value] : [symbol, source.low, source.high];
    });
    expect(found).toEqual(expected);
    const given = terms.filter(({ calculation, factor }) => (calculation ?? factor) === null);
    expect(given.filter(({ isConvention }) => isConvention)).toEqual([]);
  });

  it.each(ENDS)("is at its $end end the sum of the formulas of its components", ({ end }) => {
    for (const leaf of leavesOf(footprint.components)) {
      const { manufacturing, usage, operational } = leaf.parts;
      const parts = [manufacturing, usage, operational.manufacturing, operational.use];
      const formulas = leaf.contributions.filter(({ criterion }) => criterion === "kgCo2Equivalent");
      expectClose(
        sum(parts.map(({ kgCo2Equivalent }) => kgCo2Equivalent[end])),
        sum(
          formulas.map(
            ({ calculation }) => PrintedCalculation.each([calculation]).at(-1)?.[end] ?? Number.NaN,
          ),
        ),
        1e-12,
      );
    }
  });
});

function* leavesOf(components: readonly Component[]): Generator<Component> {
  for (const component of components) {
    if (component.children.length === 0) yield component;
    else yield* leavesOf(component.children);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
