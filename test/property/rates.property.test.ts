import fc from "fast-check";
import { type Composition, compose } from "../../src/compose";
import { DomainError } from "../../src/core/errors";
import { type Note, type Period, sayNotes, startOfDay, type Totals } from "../../src/core/footprint";
import type { BenchmarkStore } from "../../src/core/language-models";
import { ALLOCATION_RULES } from "../../src/core/method";
import { anyHours, anyLoad } from "../support/arbitraries";
import { expectClose, expectSameImpact, impactsOf, PARTS } from "../support/numbers";
import { inventoryOf, realisticLines } from "../support/realistic-lines";

const RELATIVE = 1e-12;
type Asked = readonly [kind: string, spec: object];
let composition: Composition;
let specs: readonly Asked[];

beforeAll(async () => {
  composition = compose();
  await measureAgain(composition.benchmarks);
  const realistic = realisticLines(700, await inventoryOf(composition), 7).map(
    ({ resource }) => Object.entries(resource)[0] as Asked,
  );
  specs = [...realistic, ...samples(), ...ODD];
});
afterAll(() => composition.benchmarks.close());

/** Models that run faster from one day on, and slower from another. */
async function measureAgain(store: BenchmarkStore): Promise<void> {
  const known = await store.list();
  const on = (measuredOn: string, times: number, every: number) =>
    known
      .filter((_, index) => index % every === 0)
      .map(({ id: _id, validFrom: _validFrom, tokensPerSecond: { low, expected, high }, ...one }) => ({
        ...{ ...one, measuredOn, recordedAt: null },
        tokensPerSecond: { low: low * times, expected: expected * times, high: high * times },
      }));
  await store.import([...on("2026-02-15", 1.25, 1), ...on("2026-07-01", 0.8, 3)]);
}

/** Specifications of the products' own samples, refused ones too. */
function samples(): Asked[] {
  return composition.plugins.flatMap(({ kind, samples: of }) => {
    const { valid = {}, refused = {} } = of?.() ?? {};
    const all = [...Object.values(valid), ...Object.values(refused).map(({ spec }) => spec)];
    return all.map((spec): Asked => [kind, spec]);
  });
}

const cluster = (...pools: object[]): Asked => [
  "kubernetesCluster",
  { controlPlane: "kapsule", region: "fr-par", pools },
];

/** What random lines hardly draw: other names, nothing of something, several at fault, amounts of several types. */
const ODD: readonly Asked[] = [
  ["instance", { type: "X64-2GB", zone: "fr-par-1" }],
  ["instance", { type: "X64-2GB", zone: "fr-par-1", cpuLoadPercent: 35 }],
  ["instance", { type: "H100-1-80G", zone: "fr-par-2", cpuLoadPercent: 35 }],
  ["instance", { type: "PRO2-S", zone: "pl-waw-2", cpuLoadPercent: 0 }],
  ["instance", { type: "PRO2-S", zone: "fr-par-2", cpuLoadPercent: 100 }],
  ["instance", { type: "PRO2-S", zone: "fr-par-2", cpuLoadPercent: -1 }],
  ["blockVolume", { storageClass: "sbs_volume", sizeGb: 100, zone: "fr-par-1" }],
  ["objectBucket", { storageClass: "standard", storedGb: 0, region: "pl-waw" }],
  ["objectBucket", { storageClass: "glacier", storedGb: 1e-3, region: "fr-par" }],
  ["kubernetesCluster", { controlPlane: "kosmos", region: "nl-ams" }],
  cluster({ nodeType: "X64-2GB", nodes: 2, zone: "fr-par-1" }, { nodeType: "external", nodes: 3 }),
  cluster({ nodeType: "PRO2-S", nodes: 0, cpuLoadPercent: 20 }, { nodeType: "PRO2-S", nodes: 2.5 }),
  cluster({ nodeType: "PRO2-S", nodes: 1 }, { nodeType: "PRO2-S", nodes: 1, cpuLoadPercent: 400 }),
  cluster({ nodeType: "PRO2-S", nodes: 1, zone: "fr-par-1" }, { nodeType: "PRO3-S", nodes: 1 }),
  ["dedicatedDeployment", { nodeType: "H100-1", nodes: 3, region: "fr-par", importedModelGb: 0.5 }],
  ["dedicatedDeployment", { nodeType: "H100", region: "fr-par", model: "llama-3.1-8b-instruct" }],
  [
    "serverlessUsage",
    { model: "meta/llama-3.3-70b-instruct:fp8", region: "fr-par", inputTokens: 5, outputTokens: 7e9 },
  ],
  [
    "serverlessUsage",
    { model: "llama-3.1-8b-instruct", region: "fr-par", inputTokens: 1, outputTokens: 2, audioSeconds: 3 },
  ],
  ["serverlessUsage", { model: "gpt-oss-120b", region: "fr-par", cachedInputTokens: 1e6, gpuCount: 7 }],
  [
    "serverlessUsage",
    { model: "gpt-oss-120b", region: "fr-par", inputTokens: 5e6, outputTokens: 7e9, concurrency: 48 },
  ],
  [
    "serverlessUsage",
    { model: "llama-3.3-70b-instruct", region: "fr-par", inputTokens: 1, outputTokens: 7, load: "LIGHT" },
  ],
];

const DAY_MS = 86_400_000;
const [BEFORE_ALL, FIRST, LAST] = [
  startOfDay("2019-06-01"),
  startOfDay("2025-12-02"),
  startOfDay("2026-12-31"),
];

/** Hours of a day, or an interval: over one vintage or over several, and now and then before the first. */
function anyPeriod(): fc.Arbitrary<Period> {
  const from = (min: Date) => fc.date({ min, max: LAST, noInvalidDate: true });
  const on = fc.oneof({ arbitrary: from(FIRST), weight: 9 }, { arbitrary: from(BEFORE_ALL), weight: 1 });
  const hours = fc.oneof(fc.constant(0), anyHours());
  const days = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 400, noNaN: true }));
  return fc.oneof(
    fc.record({ hours, on }),
    fc
      .tuple(on, days)
      .map(([start, length]) => ({ start, end: new Date(start.getTime() + Math.round(length * DAY_MS)) })),
  );
}

/** What becomes of each number of a specification: mostly it stays; otherwise more, less or none of it. */
function anyChange(): fc.Arbitrary<(value: number) => number> {
  const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
  return fc.oneof(
    { arbitrary: fc.constant((value: number) => value), weight: 6 },
    { arbitrary: share.map((by) => (value: number) => value * by), weight: 3 },
    { arbitrary: fc.constant(() => 0), weight: 1 },
  );
}

function changed(spec: unknown, change: (value: number) => number): unknown {
  if (typeof spec === "number") return change(spec);
  if (Array.isArray(spec)) return spec.map((one) => changed(one, change));
  if (typeof spec !== "object" || spec === null) return spec;
  return Object.fromEntries(Object.entries(spec).map(([name, value]) => [name, changed(value, change)]));
}

describe("totals by rate", () => {
  it("are those of the direct calculation, for every product and period", async () => {
    const tried = new Set<string>();
    const any = fc.record({
      index: fc.nat(),
      change: anyChange(),
      period: anyPeriod(),
      ofInstance: fc.record({
        allocationRule: fc.constantFrom(...ALLOCATION_RULES),
        cpuLoadPercent: fc.option(anyLoad(), { nil: undefined }),
      }),
    });
    await fc.assert(
      fc.asyncProperty(any, async ({ index, change, period, ofInstance }) => {
        const [kind, drawn] = specs[index % specs.length] as Asked;
        const spec = { ...(changed(drawn, change) as object), ...(kind === "instance" ? ofInstance : {}) };
        if (await expectAsDirect([kind, spec], period)) tried.add(kind);
      }),
      { numRuns: 600 },
    );
    expect(tried.size).toBe(composition.engine.kinds.length);
  });

  it("are the same of tokens at any load that is given", async () => {
    const served = { model: "llama-3.3-70b-instruct", region: "fr-par" };
    const any = fc.record({
      inputTokens: fc.nat(1e6),
      outputTokens: fc.integer({ min: 1, max: 1e9 }),
      concurrency: fc.oneof(fc.constantFrom(1, 4096), fc.double({ min: 1, max: 4096, noNaN: true })),
      utilisation: fc.oneof(fc.constantFrom(1e-4, 1), fc.double({ min: 1e-4, max: 1, noNaN: true })),
    });
    const figures = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(any, anyPeriod(), async (usage, period) => {
        figures.add(await expectAsDirect(["serverlessUsage", { ...served, ...usage }], period));
      }),
      { numRuns: 200 },
    );
    expect(figures).toContain(true);
  });
});

/** @returns whether it has a figure: the errors are the same, too */
async function expectAsDirect([kind, spec]: Asked, period: Period): Promise<boolean> {
  const totals = await outcomeOf(async () => composition.engine.totals(kind, spec, period, {}));
  const direct = await outcomeOf(() => composition.engine.footprint(kind, spec, period));
  if (!("parts" in totals) || !("parts" in direct)) {
    expect(totals).toEqual(direct);
    return false;
  }
  const [own, whole] = [impactsOf(totals.parts), impactsOf(direct.parts)];
  for (const part of PARTS) expectSameImpact(own[part], whole[part], RELATIVE);
  expect(totals.notes.map(withoutWeight)).toEqual(direct.notes.map(withoutWeight));
  totals.notes.forEach(({ weight }, note) => {
    expectClose(weight, (direct.notes[note] as Note).weight, RELATIVE);
  });
  expect(sayNotes(totals)).toEqual(sayNotes(direct));
  return true;
}

/** A model that nobody has measured with sound. */
const TOKENS_AND_SOUND = { model: "llama-3.1-8b-instruct", region: "fr-par", audioSeconds: 3 };

it("names the same fault where there are several", async () => {
  const pools = [
    { nodeType: "PRO2-S", nodes: 1, zone: "fr-par-2", cpuLoadPercent: 50 },
    { nodeType: "PRO2-S", nodes: 1, zone: "fr-par-3" },
  ];
  for (const [kind, spec] of [cluster(...pools), cluster(...pools.reverse())]) {
    const period = { hours: 1, on: BEFORE_ALL };
    const totals = await outcomeOf(async () => composition.engine.totals(kind, spec, period, {}));
    expect(totals).toEqual(await outcomeOf(() => composition.engine.footprint(kind, spec, period)));
    expect(totals).toMatchObject({ message: expect.stringContaining("2019-06-01") });
  }
  const [kind, spec] = ["serverlessUsage", { ...TOKENS_AND_SOUND, inputTokens: 1 }];
  const period = { hours: 1, on: BEFORE_ALL };
  expect(await outcomeOf(async () => composition.engine.totals(kind, spec, period, {}))).toEqual(
    await outcomeOf(() => composition.engine.footprint(kind, spec, period)),
  );
});

function withoutWeight({ weight: _ofFloats, ...note }: Note): object {
  return note;
}

interface Refusal {
  readonly message: string;
  readonly code: string;
  readonly field: string | undefined;
}

async function outcomeOf(ask: () => Promise<Totals>): Promise<Totals | Refusal> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { message: error.message, code: error.code, field: error.details.field };
  }
}
