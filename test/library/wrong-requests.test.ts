import type { FootprintError } from "../../src/library";
import { errorOf, footprints, INSTANCE } from "./support/in-process";

afterAll(() => footprints.close());

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

const CIRCULAR: Record<string, unknown> = {};
CIRCULAR.own = CIRCULAR;

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
    ["estimate", [{ ...INSTANCE, asOf: Object.create(null) }], "asOf"],
    ["estimate", [{ ...INSTANCE, asOf: Symbol("day") }], "asOf"],
    ["estimate", [{ ...INSTANCE, from: Object.create(null), to: "2026-02-01" }], "from"],
    ["estimate", [{ ...INSTANCE, type: CIRCULAR }], "type"],
    ["estimate", [{ ...INSTANCE, asOf: [CIRCULAR] }], "asOf"],
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
