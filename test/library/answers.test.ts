import { rmSync } from "node:fs";
import { composeEstimates } from "../../src/compose-estimates";
import { CRITERIA, sayNotes, totalOf } from "../../src/core/footprint";
import { type EstimateRequest, Footprints, type PortfolioItem } from "../../src/library";
import { InProcess } from "../../src/library/in-process";
import { dataFiles, overlayOf, type Row } from "../support/overlays";
import { composed, errorOf, footprints, INSTANCE, NOW } from "./support/in-process";

afterAll(() => footprints.close());

/** Every sample of every product: what a program asks, and what the estimates are asked. */
const SAMPLES = composed.plugins.flatMap(({ kind, product, samples }) =>
  Object.entries(samples?.().valid ?? {}).map(
    ([name, spec]) => [`${product.id}: ${name}`, kind, spec] as const,
  ),
);

describe("an estimate", () => {
  it.each(SAMPLES)(
    "of %s is that of the session, with the unit beside each amount",
    async (_name, kind, spec) => {
      const footprint = await composed.sessionAt(NOW).footprint(kind, spec, { hours: 730 });
      const { total, notes, ...answer } = await footprints.estimate({ ...spec, product: kind });
      const own = totalOf(footprint.parts);
      for (const { field, unit } of CRITERIA) {
        const range = own[field];
        expect(total[field]).toEqual(range === null ? null : { ...range, unit });
      }
      expect(notes).toEqual(sayNotes(footprint));
      expect(answer.period).toEqual({ hours: 730, from: null, to: null, asOf: null });
      expect(answer.place.leaves).toBeGreaterThan(0);
      // Nothing in it is lost as JSON.
      expect(JSON.parse(JSON.stringify({ total, notes, ...answer }))).toEqual({ total, notes, ...answer });
    },
  );

  it("takes a product by id, kind, name and alias, however it is spelt", async () => {
    const all = await footprints.products();
    for (const { id, kind, name, aliases } of all) {
      for (const one of [id, kind, name, id.toUpperCase(), kind.replace(/([A-Z])/g, "_$1"), ...aliases]) {
        expect([one, (await errorOf({ product: one, nonsense: 1 })).field]).toEqual([one, "nonsense"]);
      }
    }
  });

  it("is of the month of the data in force where no period is given, as the graph is", async () => {
    const rows = dataFiles().find(({ name }) => name === "core/presentation.csv")?.rows ?? [];
    const month = rows.find(({ id }) => id === "period.default") as Row;
    const day = { ...month, value: "24", low: "24", high: "24" };
    const dataOverlay = overlayOf([{ name: "core/presentation.csv", rows: [day] }]);
    const own = composeEstimates({ dataOverlay });
    const ofDay = new Footprints(new InProcess(own, () => NOW));
    const request = { product: "instance", type: "PRO2-S", zone: "fr-par-2" };
    const session = own.sessionAt(NOW);
    const shown = await session.footprint("instance", { type: "PRO2-S", zone: "fr-par-2" }, null);
    const estimate = await ofDay.estimate(request);
    expect(estimate.period.hours).toBe(24);
    expect(estimate.total.kgCo2Equivalent).toMatchObject(totalOf(shown.parts).kgCo2Equivalent);
    expect((await ofDay.estimate({ ...request, asOf: "2026-10-01" })).period.hours).toBe(24);
    const { sum } = await ofDay.portfolio([request, { ...request, asOf: "2026-11-25" }]);
    expect(sum?.total.kgCo2Equivalent.expected).toBeCloseTo(2 * estimate.total.kgCo2Equivalent.expected, 9);
    const history = await ofDay.history({ ...request, from: "2026-10-01", to: "2026-10-02" });
    expect(history.hours).toBe(24);
    await ofDay.close();
    rmSync(dataOverlay, { recursive: true });
  });

  it("is of a period between days, with the factors of its days", async () => {
    const request = { product: "instance", type: "PRO2-S", zone: "fr-par-2" };
    const october = await footprints.estimate({ ...request, from: "2025-10-01", to: new Date("2025-11-01") });
    expect(october.period).toEqual({
      hours: 744,
      from: "2025-10-01T00:00:00.000Z",
      to: "2025-11-01T00:00:00.000Z",
      asOf: null,
    });
    const during = { start: new Date("2025-10-01"), end: new Date("2025-11-01") };
    const footprint = await composed
      .sessionAt(NOW)
      .footprint("instance", { type: "PRO2-S", zone: "fr-par-2" }, during);
    expect(october.total.kgCo2Equivalent).toMatchObject(totalOf(footprint.parts).kgCo2Equivalent);
    expect(october.notes).toEqual(sayNotes(footprint));
    // The factors of the place are those of the period too: the PUE was another one then.
    expect(october.place.pue).toBe(1.25);
    expect((await footprints.estimate(request)).place.pue).toBe(1.16);
  });
});

describe("an explanation", () => {
  it.each(SAMPLES)(
    "of %s sums to its total, and has every factor of its terms",
    async (_name, kind, spec) => {
      const { components, factors, total } = await footprints.explain({ ...spec, product: kind, hours: 100 });
      const sum = components.reduce((all, one) => all + one.total.kgCo2Equivalent.expected, 0);
      expect(sum).toBeCloseTo(total.kgCo2Equivalent.expected, 9);
      const ids = new Set(factors.map(({ id }) => id));
      const below = (all: typeof components): typeof components =>
        all.flatMap((one) => [one, ...below(one.components)]);
      const terms = below(components).flatMap(({ calculations }) => calculations.flatMap((one) => one.terms));
      expect(terms.filter(({ factor }) => factor !== null && !ids.has(factor))).toEqual([]);
    },
  );
});

describe("a portfolio", () => {
  const good: PortfolioItem = { ...INSTANCE, count: 3, label: "web" };

  it("keeps bad lines with their error, and sums the others", async () => {
    const items = [
      good,
      { ...INSTANCE, zone: "nowhere" },
      { product: "no such thing" },
      { ...INSTANCE, hours: -1 },
      { resource: { instance: { type: "PRO2-S", zone: "fr-par-2" } }, during: { hours: 10 }, label: "graph" },
    ] as PortfolioItem[];
    const { lines, failed, sum, byProduct, byPlace } = await footprints.portfolio(items);
    expect(failed).toBe(3);
    expect(lines.map(({ label, error }) => [label, error?.code ?? null, error?.field ?? null])).toEqual([
      ["web", null, null],
      [null, "UNKNOWN_ZONE", "zone"],
      [null, "UNKNOWN_PRODUCT", "product"],
      [null, "BAD_USER_INPUT", "hours"],
      ["graph", null, null],
    ]);
    const [first, last] = [lines[0], lines[4]].map((line) => line?.total?.kgCo2Equivalent.expected as number);
    const one = await footprints.estimate(INSTANCE);
    expect(first).toBeCloseTo(3 * one.total.kgCo2Equivalent.expected, 12);
    expect(sum?.total.kgCo2Equivalent.expected).toBeCloseTo((first as number) + (last as number), 12);
    expect(sum?.notes[0]).toContain("3 of the items could not be computed");
    expect([byProduct, byPlace].map(([of]) => [of?.of, of?.lines])).toEqual([
      ["instance", 2],
      ["fr-par-2", 2],
    ]);
  });

  it("reads lines from a stream, more than a batch, and tells how it gets on", async () => {
    async function* stream(): AsyncGenerator<PortfolioItem> {
      for (let line = 0; line < 2500; line++) yield { ...good, count: 1, cpuLoadPercent: line % 7 };
    }
    const told: number[] = [];
    const whole = await footprints.portfolio(stream(), { onProgress: (lines) => told.push(lines) });
    expect(told).toEqual([1000, 2000, 2500]);
    expect(whole.lines).toHaveLength(2500);
    // In batches it is what it is at once.
    const items = [];
    for await (const { product, count, label, ...spec } of stream() as AsyncGenerator<EstimateRequest>)
      items.push({ resource: { [product as string]: spec }, count });
    const { estimatePortfolio } = await import("../../src/estimates");
    const options = { mostItems: 3000, report: () => {} };
    const once = await estimatePortfolio(items as never, { hours: 730 }, composed.sessionAt(NOW), options);
    expect(whole.sum?.total.kgCo2Equivalent).toMatchObject(totalOf(once.footprint.parts).kgCo2Equivalent);
    expect(whole.sum?.notes).toEqual(sayNotes(once.footprint));
  });

  it("is zero for no lines, and unknown where none could be computed", async () => {
    expect((await footprints.portfolio([])).sum?.total.kgCo2Equivalent.expected).toBe(0);
    expect((await footprints.portfolio([{ product: "nothing" }])).sum).toBeNull();
  });
});

describe("other questions", () => {
  it("compare two resources, and say what drives the difference", async () => {
    const { product, type } = INSTANCE;
    const { a, b, difference, drivers } = await footprints.compare({
      a: INSTANCE,
      b: { product, type, zone: "pl-waw-2" },
    });
    const expected = b.total.kgCo2Equivalent.expected - a.total.kgCo2Equivalent.expected;
    expect(difference.amounts.kgCo2Equivalent?.expected).toBeCloseTo(expected, 12);
    expect(drivers.reduce((sum, one) => sum + one.kgCo2Equivalent, 0)).toBeCloseTo(expected, 9);
    await expect(footprints.compare({ a: INSTANCE, b: { ...INSTANCE, zone: "x" } })).rejects.toMatchObject({
      code: "UNKNOWN_ZONE",
      field: "b.zone",
    });
  });

  it("rank other places", async () => {
    const { own, alternatives } = await footprints.alternatives(INSTANCE);
    expect(own.place.name).toBe("fr-par-2");
    expect(alternatives?.map(({ rank }) => rank)).toEqual(alternatives?.map((_one, index) => index + 1));
    expect(alternatives?.map(({ place }) => place.name)).not.toContain("fr-par-2");
  });

  it("tell a history from change to change", async () => {
    const { intervals } = await footprints.history({ ...INSTANCE, from: "2025-10-01", to: "2026-06-01" });
    expect(intervals.length).toBeGreaterThan(3);
    for (const [index, { from }] of intervals.entries()) {
      if (index > 0) expect(from).toBe(intervals[index - 1]?.to);
    }
    expect(intervals.map(({ change }) => change === null)).toEqual(
      intervals.map((_one, index) => index === 0),
    );
  });

  it("find factors by words, and of a day", async () => {
    const all = await footprints.factors({ matching: "fr-par-2 PUE" });
    const ofDay = await footprints.factors({ matching: "fr-par-2 PUE", asOf: "2025-10-01" });
    expect(all.length).toBeGreaterThan(ofDay.length);
    expect(ofDay.map(({ id }) => id)).toContain("pue.fr-par-2@2025-09-29");
  });
});
