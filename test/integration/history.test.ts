import { HOURS_OF_A_MONTH } from "../../src/core/helpers";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

interface Estimate {
  readonly kgCo2Equivalent: number;
  readonly m3WaterUsage: number | null;
  readonly unit: string;
  readonly recordedOn: string;
  readonly source: string;
  readonly ratio: number | null;
  readonly note: string | null;
  readonly ours: { readonly total: { readonly kgCo2Equivalent: number } };
}

interface Interval {
  readonly from: string;
  readonly to: string;
  readonly footprint: { readonly total: { readonly kgCo2Equivalent: number } };
  readonly change: { readonly kgCo2Equivalent: number } | null;
  readonly drivers: readonly { readonly effect: number }[] | null;
  readonly operatorEstimate: Estimate | null;
}

const ESTIMATE =
  "kgCo2Equivalent m3WaterUsage unit recordedOn source ratio note ours { total { kgCo2Equivalent } }";
const INTERVAL = `from to footprint { total { kgCo2Equivalent } } change { kgCo2Equivalent } drivers { effect } operatorEstimate { ${ESTIMATE} }`;
const PRO2_S = '{type: "PRO2-S", zone: "fr-par-1"}';
/** The operator's estimates have eight digits. */
const AGREES = 1e-4;

async function operatorEstimate(product: string, input: string, during = ""): Promise<Estimate | null> {
  const query = `{ one: ${product}(input: ${input}) { operatorEstimate${during} { ${ESTIMATE} } } }`;
  return (dataOf(await graph.askText(query)).one as { operatorEstimate: Estimate | null }).operatorEstimate;
}

async function history(input: string, range: string): Promise<readonly Interval[]> {
  const query = `{ instance(input: ${input}) { history(${range}) { ${INTERVAL} } } }`;
  return (dataOf(await graph.askText(query)).instance as { history: readonly Interval[] }).history;
}

describe("the operator's own estimate of a resource", () => {
  it("is the last recorded hour times the period, beside ours for that day", async () => {
    const during = '(during: {start: "2025-10-01T00:00:00Z", end: "2025-10-21T00:00:00Z"})';
    const found = await operatorEstimate("instance", PRO2_S, during);
    expect(found).toMatchObject({ unit: "hour", recordedOn: "2025-10-15", note: null });
    expect(found?.source).toMatch(/cassette/);
    expect(found?.ratio).toBeCloseTo(1, 4);
    const ours = found?.ours.total.kgCo2Equivalent ?? Number.NaN;
    expect(ours / (found?.kgCo2Equivalent ?? Number.NaN)).toBeCloseTo(found?.ratio ?? Number.NaN, 12);
    const query = `{ instance(input: ${PRO2_S}) { footprint(during: {hours: 480, asOf: "2025-10-15"}) { total { kgCo2Equivalent } } } }`;
    expect(dataOf(await graph.askText(query)).instance).toEqual({
      footprint: { total: { kgCo2Equivalent: ours } },
    });
  });

  it("is found however the names of the resource are written, and names what it is published without", async () => {
    const found = await operatorEstimate(
      "instance",
      '{type: "pro2-s", zone: "fr-par-1", cpuLoadPercent: 90}',
      '(during: {hours: 1, asOf: "2026-07-01"})',
    );
    expect(found).toMatchObject({ recordedOn: "2026-07-01", kgCo2Equivalent: 0.002408146 });
    expect(found?.ratio).toBeGreaterThan(1);
    expect(found?.note).toContain("cpuLoadPercent");
  });

  it("is nothing over no time, of which there is no ratio", async () => {
    const found = await operatorEstimate("instance", PRO2_S, "(during: {hours: 0})");
    expect(found).toMatchObject({ kgCo2Equivalent: 0, ratio: null });
  });

  it.each([
    [
      "a product of which none is published",
      "blockVolume",
      '{storageClass: "bssd", zone: "fr-par-1", sizeGb: 10}',
      "",
    ],
    ["a type of which none is published", "instance", '{type: "L4-1-24G", zone: "fr-par-2"}', ""],
    ["days before the first recording", "instance", PRO2_S, '(during: {asOf: "2025-06-10"})'],
  ])("is null for %s", async (_, product, input, during) => {
    expect(await operatorEstimate(product, input, during)).toBeNull();
  });
});

describe("a day before the first known value", () => {
  const INSTANCE = `instance(input: ${PRO2_S}`;
  const SELECTED = "{ recordedOn }";
  it.each([
    [
      "of a period",
      `${INSTANCE}) { operatorEstimate(during: {start: "2020-01-01T00:00:00Z", end: "2020-02-01T00:00:00Z"}) ${SELECTED} }`,
      "during.start",
    ],
    [
      "of its day",
      `${INSTANCE}) { operatorEstimate(during: {asOf: "2020-01-01"}) ${SELECTED} }`,
      "during.asOf",
    ],
    ["of the query", `${INSTANCE}, asOf: "2020-01-01") { operatorEstimate ${SELECTED} }`, "asOf"],
    [
      "of a product without estimates",
      `blockVolume(input: {storageClass: "sbs_5k", zone: "fr-par-1", sizeGb: 10}, asOf: "2020-01-01") { operatorEstimate ${SELECTED} }`,
      "asOf",
    ],
    [
      "of tokens",
      `serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1}) { operatorEstimate(during: {asOf: "2020-01-01"}) ${SELECTED} }`,
      "during.asOf",
    ],
  ])("has no estimate either, and says so as a footprint does: %s", async (_, query, field) => {
    const [of, own] = await Promise.all(
      [query.replace(/operatorEstimate(.*) \{ recordedOn \}/, "footprint$1 { notes }"), query].map((one) =>
        graph.askText(`{ ${one} }`),
      ),
    );
    expect(own?.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: "BAD_USER_INPUT", field },
    ]);
    expect(own?.errors?.map(({ extensions }) => extensions)).toEqual(
      of?.errors?.map(({ extensions }) => extensions),
    );
  });
});

describe("the history of a figure", () => {
  it("goes from change to change without a gap, each change explained, the operator's figures beside ours", async () => {
    const all = await history(PRO2_S, 'from: "2025-06-01", to: "2026-11-01"');
    expect(all[0]?.from).toBe("2025-06-01");
    expect(all.at(-1)?.to).toBe("2026-11-01");
    expect(all.length).toBeGreaterThan(10);
    expect(all[0]).toMatchObject({ change: null, drivers: null });
    for (const [index, one] of all.entries()) {
      const before = all[index - 1];
      if (before === undefined) continue;
      expect(one.from).toBe(before.to);
      const change = one.change?.kgCo2Equivalent ?? Number.NaN;
      expect(change).toBeCloseTo(
        one.footprint.total.kgCo2Equivalent - before.footprint.total.kgCo2Equivalent,
        12,
      );
      expect((one.drivers ?? []).reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(change, 9);
    }
    const recorded = all.flatMap(({ operatorEstimate: estimate }) => (estimate === null ? [] : [estimate]));
    expect(recorded.length).toBeGreaterThan(8);
    for (const { ratio } of recorded) expect(Math.abs((ratio ?? 0) - 1)).toBeLessThan(AGREES);
  });

  it("has the figure of each day that is asked for by itself, for its hours", async () => {
    const [first] = await history(PRO2_S, 'from: "2025-10-20", to: "2025-10-21", hours: 24');
    const query = `{ instance(input: ${PRO2_S}) { footprint(during: {hours: 24, asOf: "2025-10-20"}) { total { kgCo2Equivalent } } } }`;
    expect(dataOf(await graph.askText(query)).instance).toEqual({ footprint: first?.footprint });
    expect(first).toMatchObject({ from: "2025-10-20", to: "2025-10-21" });
  });

  it("says of each interval whose day its factors are of", async () => {
    const query = `{ instance(input: ${PRO2_S}) { history(from: "2026-02-24", to: "2026-04-01") { from footprint { notes } } } }`;
    const { history: all } = dataOf(await graph.askText(query)).instance as {
      history: readonly { from: string; footprint: { notes: readonly string[] } }[];
    };
    expect(all.length).toBeGreaterThan(2);
    for (const [index, { from, footprint }] of all.entries()) {
      const said = footprint.notes.filter((note) => note.includes("actors in force on"));
      expect(said).toEqual([
        index === 0
          ? `As requested by from, factors in force on ${from} are used.`
          : `Factors in force on ${from}, the first day of the interval, are used.`,
      ]);
    }
  });

  it("is what was known on the day that it is pinned to: nothing recorded later is in it", async () => {
    const range = 'history(from: "2025-10-01", to: "2026-11-01")';
    const whole = await history(PRO2_S, 'from: "2025-10-01", to: "2026-11-01"');
    const ask = async (query: string, path: readonly (string | number)[]): Promise<readonly Interval[]> => {
      const data = dataOf(await graph.askText(query));
      return path.reduce<unknown>(
        (at, step) => (at as Record<string | number, unknown>)[step],
        data,
      ) as readonly Interval[];
    };
    const pinned = await ask(
      `{ instance(input: ${PRO2_S}, asOf: "2026-03-10") { ${range} { ${INTERVAL} } } }`,
      ["instance", "history"],
    );
    const line = await ask(
      `{ portfolio(items: [{resource: {instance: ${PRO2_S}}}], during: {hours: 5, asOf: "2026-03-10"}) { items { resource { ${range} { ${INTERVAL} } } } } }`,
      ["portfolio", "items", 0, "resource", "history"],
    );
    expect(line).toEqual(pinned);
    const known = whole.filter(({ from }) => from <= "2026-03-10");
    expect(pinned).toEqual([...known.slice(0, -1), { ...known.at(-1), to: "2026-11-01" }]);
    expect(whole.length).toBeGreaterThan(pinned.length);
    const later = await ask(
      `{ instance(input: ${PRO2_S}, asOf: "2026-03-10") { history(from: "2026-05-01", to: "2026-07-01") { ${INTERVAL} } } }`,
      ["instance", "history"],
    );
    expect(later).toMatchObject([
      { from: "2026-05-01", to: "2026-07-01", footprint: known.at(-1)?.footprint, operatorEstimate: null },
    ]);
  });

  it("has the month of the data where no hours are given, whatever period leads to it", async () => {
    const month = await history(PRO2_S, 'from: "2026-07-05", to: "2026-07-06"');
    const query = `{ factors { series value }
      __type(name: "Instance") { fields { name args { name defaultValue } } }
      portfolio(items: [{resource: {instance: ${PRO2_S}}}], during: {hours: 5}) { items { resource { history(from: "2026-07-05", to: "2026-07-06") { ${INTERVAL} } } } } }`;
    const data = dataOf(await graph.askText(query)) as {
      factors: readonly { series: string; value: number }[];
      __type: {
        fields: readonly { name: string; args: readonly { name: string; defaultValue: string }[] }[];
      };
      portfolio: { items: readonly { resource: { history: readonly Interval[] } }[] };
    };
    const ofSchema = data.__type.fields
      .find(({ name }) => name === "history")
      ?.args.find(({ name }) => name === "hours")?.defaultValue;
    const ofData = data.factors.find(({ series }) => series === "period.default")?.value;
    expect(ofData).toBeGreaterThan(0);
    expect(Number(ofSchema)).toBe(ofData);
    // The page, sheets, programs and the command line say the month themselves.
    expect(HOURS_OF_A_MONTH).toBe(ofData);
    expect(data.portfolio.items[0]?.resource.history).toEqual(month);
  });

  it.each([
    ['from: "2026-01-01", to: "9999-01-01"', "to"],
    ['from: "2026-01-01", to: "2026-01-01"', "to"],
    ['from: "2026-01-02", to: "2026-01-01"', "to"],
    ['from: "2024-01-01", to: "2026-01-01"', "from"],
    ['from: "2026-01-01", to: "2026-02-01", hours: -1', "hours"],
    ['from: "2026-01-01", to: "2026-02-01", hours: 1e9', "hours"],
  ])("is refused for %s, naming %s", async (range, field) => {
    const { errors } = await graph.askText(`{ instance(input: ${PRO2_S}) { history(${range}) { from } } }`);
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
  });
});
