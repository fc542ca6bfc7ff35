import { rmSync } from "node:fs";
import { type EstimateRequest, type FootprintError, Footprints, type PortfolioItem } from "../../src/answers";
import { InProcess } from "../../src/answers/in-process";
import { composeEstimates } from "../../src/compose-estimates";
import { CRITERIA, sayNotes, totalOf } from "../../src/core/footprint";
import { dataFiles, overlayOf, type Row } from "../support/overlays";

const NOW = new Date("2026-11-25T00:00:00Z");
const composed = composeEstimates();
const footprints = new Footprints(new InProcess(composed, () => NOW));
afterAll(() => footprints.close());

/** Every sample of every product: what a program asks, and what the estimates are asked. */
const SAMPLES = composed.plugins.flatMap(({ kind, product, samples }) =>
  Object.entries(samples?.().valid ?? {}).map(
    ([name, spec]) => [`${product.id}: ${name}`, kind, spec] as const,
  ),
);

async function errorOf(
  request: unknown,
): Promise<Pick<FootprintError, "code" | "field" | "suggestions" | "message">> {
  const error = await footprints.estimate(request as EstimateRequest).then(
    () => null,
    (thrown: FootprintError) => thrown,
  );
  if (error === null) throw new Error("it was answered");
  const { code, field, suggestions, message } = error;
  return { code, field, suggestions, message };
}

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

const INSTANCE = { product: "instance", type: "PRO2-S", zone: "fr-par-2" };
const CLUSTER = { product: "kubernetes", controlPlane: "kapsule", region: "fr-par" };

describe("what is wrong with a request", () => {
  it.each([
    ["PRO2-S", '{ product: "instance", type: "PRO2-S" }'],
    ["kapsule-dedicated-4", '{ product: "kubernetes", controlPlane: "kapsule-dedicated-4" }'],
  ])("says how an offer that was taken for a product is asked for: %s", async (product, request) => {
    const asked = footprints.estimate({ product, zone: "fr-par-2" });
    await expect(asked).rejects.toThrow(`Unknown product "${product}". Did you mean ${request}?`);
  });

  it.each([
    ["a product that there is not", { product: "instanze" }, "UNKNOWN_PRODUCT", "product", "instance"],
    ["an offer for its product", { product: "PRO2-S" }, "UNKNOWN_PRODUCT", "product", "instance"],
    ["an offer with a slip", { product: "pro2s" }, "UNKNOWN_PRODUCT", "product", "instance"],
    ["no product", {}, "UNKNOWN_PRODUCT", "product", "instance"],
    ["a field that there is not", { ...INSTANCE, zon: "a" }, "BAD_USER_INPUT", "zon", "zone"],
    [
      "a field that is missing",
      { product: "instance", type: "PRO2-S" },
      "BAD_USER_INPUT",
      "zone",
      "fr-par-2",
    ],
    ["a field that is null", { ...INSTANCE, zone: null }, "BAD_USER_INPUT", "zone", "fr-par-2"],
    ["an unknown offer", { ...INSTANCE, type: "PRO2S" }, "UNKNOWN_INSTANCE_TYPE", "type", "PRO2-S"],
    ["an unknown zone", { ...INSTANCE, zone: "fr-par-9" }, "UNKNOWN_ZONE", "zone", "fr-par-1"],
    [
      "a number as a text",
      { ...INSTANCE, cpuLoadPercent: "30" },
      "BAD_USER_INPUT",
      "cpuLoadPercent",
      undefined,
    ],
    ["a text as a number", { ...INSTANCE, type: 2 }, "BAD_USER_INPUT", "type", undefined],
    [
      "a field in a list",
      { ...CLUSTER, pools: [{ nodeType: "PRO2-S" }] },
      "BAD_USER_INPUT",
      "pools.0.nodes",
      undefined,
    ],
    [
      "an offer in a list",
      { ...CLUSTER, pools: [{ nodeType: "PRO2S", nodes: 1 }] },
      "UNKNOWN_INSTANCE_TYPE",
      "pools.0.nodeType",
      "PRO2-S",
    ],
    [
      "both hours and days",
      { ...INSTANCE, hours: 1, from: "2026-01-01" },
      "BAD_USER_INPUT",
      "hours",
      undefined,
    ],
    ["one end of a period", { ...INSTANCE, from: "2026-01-01" }, "BAD_USER_INPUT", "to", undefined],
    [
      "a day that is none",
      { ...INSTANCE, from: "2026-02-30", to: "2026-03-01" },
      "BAD_USER_INPUT",
      "from",
      undefined,
    ],
    [
      "an end before the start",
      { ...INSTANCE, from: "2026-02-03", to: "2026-02-01" },
      "BAD_USER_INPUT",
      "to",
      undefined,
    ],
    ["hours below zero", { ...INSTANCE, hours: -1 }, "BAD_USER_INPUT", "hours", undefined],
    [
      "a day before the first value",
      { ...INSTANCE, asOf: "2020-01-01" },
      "BAD_USER_INPUT",
      "asOf",
      "2024-09-11",
    ],
  ])("%s, is said with code, field and suggestion", async (_what, request, code, field, suggestion) => {
    const error = await errorOf(request);
    expect([error.code, error.field]).toEqual([code, field]);
    if (suggestion === undefined) expect(error.suggestions).toEqual([]);
    else expect(error.suggestions).toContain(suggestion);
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

describe("what is no request at all", () => {
  const open = footprints as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
  it.each([
    ["estimate", [], "product"],
    ["estimate", [null], "product"],
    ["explain", ["instance"], "product"],
    ["alternatives", [[INSTANCE]], "product"],
    ["estimate", [{ ...INSTANCE, cpuLoadPercent: 5n }], "cpuLoadPercent"],
    ["estimate", [{ ...INSTANCE, hours: 5n }], "hours"],
    ["estimate", [{ ...INSTANCE, asOf: 5n }], "asOf"],
    ["compare", [], "a"],
    ["compare", [{ a: INSTANCE }], "b.product"],
    ["history", [], "product"],
    ["history", [{ ...INSTANCE, from: "2026-01-01", to: "2026-02-01", hours: "5" }], "hours"],
    ["portfolio", [], "items"],
    ["portfolio", [5], "items"],
    ["portfolio", ["instance"], "items"],
    ["factors", [{ matching: 5 }], "matching"],
    ["factors", [5], null],
    ["factors", [{ matchin: "pue" }], "matchin"],
    ["compare", [{ a: INSTANCE, b: INSTANCE, hour: 5 }], "hour"],
    ["portfolio", [[INSTANCE], 5], null],
    ["portfolio", [[INSTANCE], { asof: "2026-10-01" }], "asof"],
    ["terraform", [{}, 5], null],
    ["terraform", [{}, { zoen: "fr-par-1" }], "zoen"],
    ["terraform", [{}, { zone: 5 }], "zone"],
    ["terraform", [{}, null], "plan"],
  ])("is told by %s of %p as an error with its field", async (method, given, field) => {
    const error = await open[method]?.call(footprints, ...given).then(
      () => null,
      (thrown: FootprintError) => thrown,
    );
    expect([error?.name, error?.field]).toEqual(["FootprintError", field]);
  });

  it("is nothing said in a portfolio and of factors", async () => {
    const portfolio = await open.portfolio?.call(footprints, [INSTANCE], null);
    expect((portfolio as { failed: number }).failed).toBe(0);
    const factors = await open.factors?.call(footprints, null);
    expect((factors as unknown[]).length).toBeGreaterThan(0);
  });

  it("is told of a line", async () => {
    const { product: _product, ...instance } = INSTANCE;
    const lines = [
      { resource: { instance: 5 } },
      { resource: { instance }, during: 5 },
      { resource: { instance }, during: { hour: 5 } },
      { resource: { instance }, durng: { hours: 5 } },
      { resource: { instance }, during: { hours: 5 }, count: 2, label: "web" },
    ];
    const answer = await footprints.portfolio(lines as never);
    const told = answer.lines.map(({ error }) => error && [error.field, error.suggestions]);
    expect(told).toEqual([
      ["instance", []],
      ["hours", []],
      ["during.hour", ["hours"]],
      ["durng", ["during"]],
      null,
    ]);
  });
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
