import fc from "fast-check";
import { composeEstimates } from "../../src/compose-estimates";
import { differenceRange, isOrderSettled } from "../../src/core/differences";
import { type Criterion, type Footprint, totalOf } from "../../src/core/footprint";
import { amountAt, anyDraw } from "../support/draws";
import { CRITERIA } from "../support/numbers";

const { engine } = composeEstimates();

function ask(kind: string, spec: object, on = "2026-09-01"): Promise<Footprint> {
  return engine.footprint(kind, spec, { hours: 730, on: new Date(on) });
}

function found(a: Footprint, b: Footprint, criterion: Criterion = "kgCo2Equivalent") {
  const range = differenceRange(a, b, criterion);
  if (range === null) throw new Error("the difference is not known");
  return range;
}

const server = (type: string, zone: string, more: object = {}) => ask("instance", { type, zone, ...more });
const CLUSTER = { controlPlane: "kapsule-dedicated-4", pools: [{ nodeType: "PRO2-S", nodes: 3 }] };
const BUCKET = { storageClass: "standard", storedGb: 1000 };
const PAIRS: readonly (readonly [string, () => Promise<Footprint>, () => Promise<Footprint>])[] = [
  [
    "a small Instance, one side assumed",
    () => server("DEV1-S", "fr-par-1"),
    () => server("DEV1-S", "fr-par-2"),
  ],
  ["two countries", () => server("PRO2-S", "fr-par-1"), () => server("PRO2-S", "nl-ams-1")],
  ["two sizes", () => server("PRO2-S", "fr-par-1"), () => server("PRO2-M", "fr-par-1")],
  ["two hosts", () => server("PRO2-S", "fr-par-1"), () => server("GP1-XS", "nl-ams-1")],
  ["two GPUs", () => server("H100-1-80G", "fr-par-2"), () => server("L40S-1-48G", "fr-par-2")],
  [
    "two loads",
    () => server("PRO2-S", "fr-par-1"),
    () => server("PRO2-S", "fr-par-1", { cpuLoadPercent: 80 }),
  ],
  [
    "two days",
    () => ask("instance", { type: "PRO2-S", zone: "fr-par-1" }, "2025-07-01"),
    () => server("PRO2-S", "fr-par-1"),
  ],
  [
    "buckets",
    () => ask("objectBucket", { ...BUCKET, region: "fr-par" }),
    () => ask("objectBucket", { ...BUCKET, region: "nl-ams" }),
  ],
  [
    "clusters",
    () => ask("kubernetesCluster", { ...CLUSTER, region: "fr-par" }),
    () => ask("kubernetesCluster", { ...CLUSTER, region: "nl-ams" }),
  ],
  [
    "two products",
    () => server("PRO2-S", "fr-par-1"),
    () => ask("objectBucket", { ...BUCKET, region: "fr-par" }),
  ],
];

describe("the range of the difference between resources", () => {
  it.each(PAIRS)(
    "of %s holds what every formula gives for factors anywhere in their ranges",
    async (_, one, other) => {
      const [a, b] = [await one(), await other()];
      for (const criterion of CRITERIA) {
        const range = differenceRange(a, b, criterion);
        if (range === null) continue;
        const [first, second] = [totalOf(a.parts)[criterion], totalOf(b.parts)[criterion]];
        const apart = {
          low: (second?.low ?? 0) - (first?.high ?? 0),
          high: (second?.high ?? 0) - (first?.low ?? 0),
        };
        const within = 2e-4 * (apart.high - apart.low);
        expect(range.low).toBeGreaterThanOrEqual(apart.low - within);
        expect(range.high).toBeLessThanOrEqual(apart.high + within);
        expect(range.low).toBeLessThanOrEqual(range.expected);
        expect(range.high).toBeGreaterThanOrEqual(range.expected);
        fc.assert(
          fc.property(anyDraw, (draw) => {
            const there = amountAt(b, criterion, draw) - amountAt(a, criterion, draw);
            expect(there).toBeGreaterThanOrEqual(range.low - within);
            expect(there).toBeLessThanOrEqual(range.high + within);
          }),
          { numRuns: 10 },
        );
      }
    },
  );

  it.each(PAIRS)("of %s is on the side of zero that is told without it", async (_, one, other) => {
    const [a, b] = [await one(), await other()];
    for (const criterion of CRITERIA) {
      const settled = differenceRange(a, b, criterion)?.isSettled ?? null;
      expect([criterion, isOrderSettled(a, b, criterion)]).toEqual([criterion, settled]);
      expect([criterion, isOrderSettled(b, a, criterion)]).toEqual([criterion, settled]);
    }
  });

  it("between fr-par-1 and fr-par-2 the order of a DEV1-S rests on a constant that other zones tell", async () => {
    const range = found(await server("DEV1-S", "fr-par-1"), await server("DEV1-S", "fr-par-2"));
    expect(range.expected).toBeGreaterThan(0);
    expect(range.low).toBeLessThan(0);
    expect(range.isSettled).toBe(false);
    expect(range.factors[0]).toMatchObject({
      series: "management-it.fr-par-2.manufacturing",
      confidence: "DERIVED",
    });
  });

  it("between France and the Netherlands the order is settled, and two sizes on one host are", async () => {
    for (const [a, b] of [
      [await server("PRO2-S", "fr-par-1"), await server("PRO2-S", "nl-ams-1")],
      [await server("PRO2-S", "fr-par-1"), await server("PRO2-M", "fr-par-1")],
    ] as const) {
      // Their own ranges are apart by less than they are wide: what they share makes the order clear.
      expect(found(a, b)).toMatchObject({ isSettled: true });
      expect(found(a, b).low).toBeGreaterThan(0);
      expect(found(b, a).high).toBeLessThan(0);
    }
    const [small, large] = [await server("PRO2-S", "fr-par-1"), await server("PRO2-M", "fr-par-1")];
    expect(totalOf(small.parts).kgCo2Equivalent.high).toBeGreaterThan(
      totalOf(large.parts).kgCo2Equivalent.low,
    );
  });

  it("of the same, computed by two engines, is nothing", async () => {
    const other = composeEstimates().engine;
    const month = { hours: 730, on: new Date("2026-09-01") };
    for (const [kind, spec] of [
      ["instance", { type: "DEV1-S", zone: "fr-par-2" }],
      ["kubernetesCluster", { ...CLUSTER, region: "fr-par" }],
      ["objectBucket", { ...BUCKET, region: "fr-par" }],
    ] as const) {
      const [a, b] = [await engine.footprint(kind, spec, month), await other.footprint(kind, spec, month)];
      expect(a).not.toBe(b);
      for (const criterion of CRITERIA) {
        expect(found(a, b, criterion)).toEqual({
          low: 0,
          expected: 0,
          high: 0,
          isSettled: true,
          factors: [],
        });
      }
    }
  });

  it("is unknown where either is", async () => {
    const [dry, wet] = [await server("PRO2-S", "pl-waw-2"), await server("PRO2-S", "fr-par-1")];
    expect(differenceRange(dry, wet, "m3WaterUsage")).toBeNull();
    expect(differenceRange(wet, dry, "m3WaterUsage")).toBeNull();
  });
});
