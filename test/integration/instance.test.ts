import {
  CatalogueDocument,
  type CatalogueQuery,
  InstanceFootprintDocument,
  type InstanceFootprintQuery,
  InstanceTotalDocument,
} from "../../schema/clients/generated/operations";
import { type Answered, dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectClose } from "../support/numbers";

type Footprint = Answered<InstanceFootprintQuery>["instance"]["footprint"];
type Amounts = Footprint["total"];
type Criterion = Exclude<keyof Amounts, "__typename">;

let graph: LiveGraph;
let catalogue: CatalogueQuery;

beforeAll(async () => {
  graph = await startLiveGraph();
  catalogue = dataOf(await graph.ask(CatalogueDocument, {}));
});
afterAll(() => graph.stop());

async function footprint(type: string, zone: string, during: object = { hours: 730 }): Promise<Footprint> {
  return dataOf(await graph.ask(InstanceFootprintDocument, { input: { type, zone }, during })).instance
    .footprint;
}

const asked = new Map<string, Promise<Footprint>>();

/** A month of an Instance, asked for once however many tests look at it. */
function month(type: string, zone: string): Promise<Footprint> {
  const key = `${type}@${zone}`;
  const answer = asked.get(key) ?? footprint(type, zone);
  asked.set(key, answer);
  return answer;
}

/** Every eighth type, which is twenty of them from all ranges, in every zone that offers it. */
function sample(): [string, string][] {
  return catalogue.instanceTypes
    .filter((_, index) => index % 8 === 0)
    .flatMap(({ name, zones }) => zones.map((zone): [string, string] => [name, zone]));
}

function expectSum(whole: Amounts, parts: readonly Amounts[]): void {
  for (const criterion of Object.keys(whole) as Criterion[]) {
    const expected = whole[criterion];
    const values = parts.map((part) => part[criterion]);
    if (expected === null) expect(values).toContain(null);
    else
      expectClose(
        values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0),
        expected,
      );
  }
}

describe("the catalogue", () => {
  it("lists every published type and zone", () => {
    expect(catalogue.instanceTypes).toHaveLength(163);
    expect(catalogue.localities.map(({ name }) => name).sort()).toEqual([
      "fr-par-1",
      "fr-par-2",
      "fr-par-3",
      "it-mil-1",
      "nl-ams-1",
      "nl-ams-2",
      "nl-ams-3",
      "pl-waw-1",
      "pl-waw-2",
      "pl-waw-3",
    ]);
  });

  it("states the factors of a zone that are in force", () => {
    const zone = catalogue.localities.find(({ name }) => name === "fr-par-2");
    expect(zone).toMatchObject({ country: "FR", pue: { value: 1.16 }, wue: { value: 0.25 }, leaves: 3 });
    expectClose(zone?.kgCo2EquivalentPerKwh ?? 0, 1.16 * 0.044);
  });

  it("has the products of the composition and the method", () => {
    expect(catalogue.products.map(({ id }) => id)).toContain("instance");
    expect(catalogue.methodology.url).toMatch(/^https:/);
  });
});

describe("footprints of Instances in every zone", () => {
  it("sum from components to parts to totals, by criterion and bound", async () => {
    for (const [type, zone] of sample()) {
      const answer = await month(type, zone);
      expectSum(answer.total, [answer.manufacturing, answer.usage, answer.operational]);
      expectSum(
        answer.total,
        answer.components.map((one) => one.footprint.total),
      );
      expectSum(answer.total, [answer.byLifeCycleStage.manufacturing, answer.byLifeCycleStage.use]);
      for (const { footprint: inner } of answer.components) {
        if (inner.components.length === 0) continue;
        expectSum(
          inner.total,
          inner.components.map((one) => one.footprint.total),
        );
      }
    }
  });

  it("keep their bounds in order", async () => {
    for (const [type, zone] of sample()) {
      const { total } = await month(type, zone);
      for (const criterion of Object.keys(total).filter((name) => !/Low|High/.test(name)) as Criterion[]) {
        const expected = total[criterion];
        if (expected === null) continue;
        expect(total[`${criterion}Low` as Criterion]).toBeLessThanOrEqual(expected);
        expect(total[`${criterion}High` as Criterion]).toBeGreaterThanOrEqual(expected);
      }
    }
  });

  it("use the zone's electricity, and water exactly where a WUE is known", async () => {
    const byName = new Map(catalogue.localities.map((place) => [place.name, place]));
    for (const [type, zone] of sample()) {
      const answer = await month(type, zone);
      const place = byName.get(zone);
      expectClose(
        answer.usage.kgCo2Equivalent / answer.usage.kwhFinalEnergy,
        place?.electricity.value ?? Number.NaN,
      );
      for (const part of [answer.total, answer.usage, answer.operational]) {
        expect(part.m3WaterUsage === null).toBe(place?.wue === null);
      }
      expect(answer.manufacturing.m3WaterUsage).toBe(0);
    }
  });

  it("rest on factors whose shares sum to one, each named", async () => {
    const { dataQuality } = await footprint("PRO2-S", "fr-par-2");
    expectClose(dataQuality.published + dataQuality.derived + dataQuality.assumed, 1);
    expect(dataQuality.factors.map(({ id }) => id)).toContain("pue.fr-par-2@2026-05-01");
  });

  it("cost of usage between zones is the ratio of their PUE", async () => {
    const [one, two] = await Promise.all([footprint("PRO2-S", "fr-par-1"), footprint("PRO2-S", "fr-par-2")]);
    expectClose(one.usage.kgCo2Equivalent / two.usage.kgCo2Equivalent, 1.45 / 1.16);
  });

  it("say what they emit as much as", async () => {
    const { equivalences, total } = await footprint("PRO2-S", "fr-par-2");
    const car = equivalences.find(({ id }) => id.startsWith("equivalence.car"));
    expect(car?.unit).toBe("km");
    expectClose((car?.amount ?? 0) * 0.218, total.kgCo2Equivalent);
  });
});

describe("periods", () => {
  it("are linear in hours", async () => {
    const [once, twice] = await Promise.all([
      footprint("GP1-M", "pl-waw-1", { hours: 100 }),
      footprint("GP1-M", "pl-waw-1", { hours: 200 }),
    ]);
    expectSum(twice.total, [once.total, once.total]);
  });

  it("default to a month of 730 hours", async () => {
    const ask = (during?: object) =>
      graph.ask(InstanceTotalDocument, {
        input: { type: "PRO2-S", zone: "fr-par-2" },
        during: during ?? null,
      });
    expect(dataOf(await ask())).toEqual(dataOf(await ask({ hours: 730 })));
  });

  it("use the vintage of their dates", async () => {
    const july2025 = { start: "2025-07-01T00:00:00Z", end: "2025-07-02T00:00:00Z" };
    const { usage, dataQuality } = await footprint("PRO2-S", "pl-waw-2", july2025);
    expectClose(usage.kgCo2Equivalent / usage.kwhFinalEnergy, 0.661);
    expect(dataQuality.factors.map(({ id }) => id)).toContain("pue.pl-waw-2@2025-06-01");
  });

  it("are split at the border between vintages, and say so", async () => {
    const before = { start: "2025-08-18T00:00:00Z", end: "2025-08-20T00:00:00Z" };
    const after = { start: "2025-08-20T00:00:00Z", end: "2025-08-23T00:00:00Z" };
    const across = { start: before.start, end: after.end };
    const [first, second, both] = await Promise.all(
      [before, after, across].map((during) => footprint("PRO2-S", "fr-par-1", during)),
    );
    expectSum(both?.total as Amounts, [first?.total as Amounts, second?.total as Amounts]);
    expect(both?.notes.join()).toContain("split at 2025-08-20");
    expect(first?.notes.join()).not.toContain("split");
  });

  it("of no length are a footprint of nothing, and say so", async () => {
    const instant = "2026-03-29T01:00:00Z";
    for (const during of [{ hours: 0 }, { start: instant, end: instant }]) {
      const { total, notes } = await footprint("PRO2-S", "fr-par-1", during);
      expect(total.kgCo2Equivalent).toBe(0);
      expect(notes.join()).toContain("no length");
    }
  });

  it("count a day on which clocks change as long as it is", async () => {
    const spring = { start: "2026-03-29T00:00:00+01:00", end: "2026-03-30T00:00:00+02:00" };
    const [day, hours] = await Promise.all([
      footprint("PRO2-S", "fr-par-1", spring),
      footprint("PRO2-S", "fr-par-1", { hours: 23, asOf: "2026-03-29" }),
    ]);
    expectClose(day.total.kgCo2Equivalent, hours.total.kgCo2Equivalent);
  });
});

describe("load", () => {
  const ask = async (inputLoad: number | null, argument: number | null) =>
    dataOf(
      await graph.ask(InstanceTotalDocument, {
        input: { type: "POP2-8C-32G", zone: "fr-par-1", cpuLoadPercent: inputLoad },
        cpuLoadPercent: argument,
      }),
    ).instance.footprint;

  it("moves the usage, and the argument wins over the input", async () => {
    const [low, high, argument] = await Promise.all([ask(10, null), ask(80, null), ask(10, 80)]);
    expect(low.usage.kgCo2Equivalent).toBeLessThan(high.usage.kgCo2Equivalent);
    expect(argument.usage).toEqual(high.usage);
    expect(low.manufacturing).toEqual(high.manufacturing);
  });

  it("is 30 % when nothing is known, which a note says", async () => {
    const [unknown, thirty] = await Promise.all([ask(null, null), ask(30, null)]);
    expect(unknown.total).toEqual(thirty.total);
    expect(unknown.notes.join()).toContain("30 %");
    expect(thirty.notes.join()).not.toContain("30 %");
  });
});
