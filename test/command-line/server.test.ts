import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { PLUGINS } from "../../src/compose";
import { exactly } from "../../src/core/formulas";
import type { Limits } from "../../src/graphql/limits";
import {
  type EstimateRequest,
  Footprints,
  openFootprints,
  type Portfolio,
  type PortfolioItem,
} from "../../src/library";
import { Remote } from "../../src/library/remote";
import { GraphClient } from "../../src/library/remote/client";
import { DOCUMENTS } from "../../src/library/remote/documents";
import { figuresThere } from "../../src/library/remote/figures";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { PATIENT_LIMITS } from "../support/patient-limits";
import { ran } from "./support/ran";

let graph: LiveGraph;
let remote: Footprints;
const here = openFootprints();
beforeAll(async () => {
  graph = await startLiveGraph();
  remote = new Footprints(new Remote({ url: graph.url }));
});
afterAll(async () => {
  await here.close();
  await graph.stop();
});

const SAMPLES = PLUGINS.flatMap(({ kind, samples }) =>
  Object.entries(samples?.().valid ?? {}).map(
    ([name, spec]) => [`${kind}: ${name}`, { ...spec, product: kind }] as const,
  ),
);
/** One of each product. */
const FIRST: readonly (readonly [string, EstimateRequest])[] = PLUGINS.flatMap(({ kind }) =>
  SAMPLES.filter(([name]) => name.startsWith(`${kind}:`)).slice(0, 1),
);

/** The same of this process and of the graph; what they throw, too. */
async function ofBoth<T>(ask: (footprints: Footprints) => Promise<T>): Promise<[unknown, unknown]> {
  const answer = (footprints: Footprints) =>
    ask(footprints).catch(({ code, message, field, suggestions }) => ({ code, message, field, suggestions }));
  const [ours, theirs] = await Promise.all([answer(here), answer(remote)]);
  return [JSON.parse(JSON.stringify(ours)), JSON.parse(JSON.stringify(theirs))];
}

async function expectSame<T>(ask: (footprints: Footprints) => Promise<T>): Promise<void> {
  const [ours, theirs] = await ofBoth(ask);
  expect(theirs).toEqual(ours);
}

describe("a graph that is asked answers as this process does", () => {
  it("products and factors", async () => {
    await expectSame((one) => one.products());
    await expectSame((one) => one.factors({ matching: "pue" }));
    await expectSame((one) => one.factors({ asOf: "2026-01-01", matching: "pue" }));
  });

  it.each(SAMPLES)("an estimate of %s", async (_name, request) => {
    await expectSame((one) => one.estimate(request));
  });

  it.each(FIRST)("an explanation of %s", async (_name, request) => {
    await expectSame((one) => one.explain(request));
  });

  it("an estimate between days, and with the factors of a day, alternatives and a history", async () => {
    const [[, request]] = FIRST as [(typeof FIRST)[number]];
    await expectSame((one) => one.estimate({ ...request, from: "2026-03-01", to: "2026-05-01T12:00" }));
    await expectSame((one) => one.estimate({ ...request, hours: 10, asOf: "2026-06-01" }));
    await expectSame((one) => one.alternatives(request));
    await expectSame((one) => one.history({ ...request, from: "2026-06-01", to: "2026-07-10" }));
  });

  it("a comparison", async () => {
    const [[, a], [, b]] = FIRST as [(typeof FIRST)[number], (typeof FIRST)[number]];
    await expectSame((one) => one.compare({ a, b, hours: 100 }));
  });

  it("a portfolio, with its bad lines", async () => {
    const refused = PLUGINS.flatMap(({ kind, samples }) =>
      Object.values(samples?.().refused ?? {}).map(({ spec }) => ({ ...spec, product: kind })),
    );
    const items = [...SAMPLES.map(([, request]) => request), ...refused] as PortfolioItem[];
    expect(refused.length).toBeGreaterThan(10);
    for (const some of [items, refused as PortfolioItem[]]) {
      const [ours, theirs] = (await ofBoth((one) => one.portfolio(some, { hours: 1 }))) as [
        Portfolio,
        Portfolio,
      ];
      // A value that is none of an enumeration is refused by the graph in other words, and spoils no other line there either.
      const isOfGraph = (index: number): boolean =>
        theirs.lines[index]?.error?.message.includes(" enum.") === true;
      const alike = ({ lines, ...rest }: Portfolio) => ({
        ...rest,
        lines: lines.map((line, index) =>
          isOfGraph(index) ? { ...line, error: { code: line.error?.code, field: line.error?.field } } : line,
        ),
      });
      expect(some.filter((_one, index) => isOfGraph(index)).length).toBeLessThan(4);
      expect(alike(theirs)).toEqual(alike(ours));
    }
    await expectSame((one) => one.portfolio([]));
  });

  it("errors", async () => {
    const instance = { product: "instance", type: "PRO2-S", zone: "fr-par-2" };
    for (const request of [
      { ...instance, type: "PRO2S" },
      { ...instance, zone: "x" },
      { ...instance, cpuLoadPercent: 120 },
      { ...instance, asOf: "2020-01-01" },
      { ...instance, hours: -1 },
      { product: "nothing" },
    ]) {
      await expectSame((one) => one.estimate(request as EstimateRequest));
      await expectSame((one) => one.compare({ a: instance, b: request as EstimateRequest }));
    }
  });
});

describe("a graph that takes less in a request than is usual", () => {
  const bad: PortfolioItem = { product: "instance", type: "PRO2-S", zone: "x" };
  const lines = [...SAMPLES.map(([, request]) => request), bad] as PortfolioItem[];
  const items = SAMPLES.map(([, { product, ...spec }]) => ({ count: 1, resource: { [product]: spec } }));
  const period = { hours: 730, asOf: null };

  /** Sums of portions are added up in another order. */
  const rounded = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, one) =>
      typeof one === "number" ? Number(one.toPrecision(12)) : one,
    );

  it.each<[string, Partial<Limits>]>([
    ["lines", { items: 3 }],
    ["work", { cost: 1_000 }],
    ["bytes", { bodyBytes: 10_000 }],
  ])("of %s is asked for them in portions", async (_what, less) => {
    const small = await startLiveGraph({}, { limits: { ...PATIENT_LIMITS, ...less } });
    const ask = async (url: string) => {
      const source = await figuresThere(new GraphClient({ url }), null);
      const figures = (await source.figures(items, period)).filter((one) => "parts" in one);
      const counted = figures.map((one, index) => {
        const item = items[index] as (typeof items)[number];
        return { item, times: exactly(1), key: String(index), at: String(index), one };
      });
      const { sum, ...portfolio } = await new Footprints(new Remote({ url })).portfolio(lines);
      expect((await source.notesOn(counted, period)).length).toBeGreaterThan(1);
      // Notes tell of how many lines they are: of those of a portion.
      return { ...portfolio, sum: { ...sum, notes: [] }, figures: figures.map(({ parts }) => parts) };
    };
    try {
      const [ofSmall, usual] = await Promise.all([ask(small.url), ask(graph.url)]);
      expect(rounded(ofSmall)).toEqual(rounded(usual));
    } finally {
      await small.stop();
    }
  });

  it("answers the others where one line alone is too much for it", async () => {
    const small = await startLiveGraph({}, { limits: { ...PATIENT_LIMITS, bodyBytes: 10_000 } });
    const pools = Array.from({ length: 300 }, () => ({ nodeType: "PRO2-S", nodes: 0.1 }));
    const large = { product: "kubernetes", controlPlane: "kapsule", region: "fr-par", pools, label: "large" };
    const instance = { product: "instance", type: "PRO2-S", zone: "fr-par-2" };
    try {
      const { url } = small;
      const asked = new Footprints(new Remote({ url })).portfolio([instance, large, instance], period);
      const { lines: found, failed, sum } = await asked;
      expect(failed).toBe(1);
      expect(found.map(({ error }) => error && [error.code, error.field])).toEqual([
        null,
        ["PAYLOAD_TOO_LARGE", null],
        null,
      ]);
      const both = await here.portfolio([instance, instance], period);
      expect(rounded(sum?.total)).toEqual(rounded(both.sum?.total));
      const source = await figuresThere(new GraphClient({ url }), null);
      const inputOf = ({ product: _product, label: _label, ...input }: typeof large) => input;
      const items = [{ count: 1, resource: { kubernetesCluster: inputOf(large) } }];
      expect(await source.figures(items, period)).toMatchObject([{ code: "PAYLOAD_TOO_LARGE" }]);
    } finally {
      await small.stop();
    }
  });

  it("says so of a graph that takes no line at all", async () => {
    const small = await startLiveGraph({}, { limits: { ...PATIENT_LIMITS, cost: 20 } });
    try {
      const asked = new Footprints(new Remote({ url: small.url })).portfolio(lines);
      await expect(asked).rejects.toMatchObject({ code: "QUERY_TOO_COMPLEX" });
    } finally {
      await small.stop();
    }
  });
});

it.each(Object.entries(DOCUMENTS))("%s is valid in the schema", (_name, text) => {
  const schema = buildSchema(readFileSync(join(__dirname, "..", "..", "schema", "schema.graphql"), "utf8"));
  expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
});

describe("footprint --server", () => {
  const typed = (line: string, environment: Record<string, string> = {}) =>
    ran(line, { environment, footprints: "as asked" });

  it("asks the graph that an option or a variable names", async () => {
    const line = "estimate instance PRO2-S --zone fr-par-2 --quiet";
    expect(await typed(`${line} --server ${graph.url}`)).toEqual({ code: 0, out: "2.94 kg CO2e\n", err: "" });
    expect((await typed(line, { FOOTPRINT_SERVER: graph.url })).code).toBe(0);
  });

  it.each([
    ["an address that is none", "nowhere", 2, "server must be an address"],
    ["nobody who listens", "http://127.0.0.1:64999", 1, "nothing listens there"],
  ])("says in words that there is %s", async (_what, server, code, says) => {
    const told = await typed(`estimate instance PRO2-S --zone fr-par-2 --server ${server}`);
    expect([told.code, told.out]).toEqual([code, ""]);
    expect(told.err).toContain(says);
  });

  describe("of a server that is no graph", () => {
    let other: Server;
    const seen: (string | undefined)[] = [];
    beforeAll(async () => {
      other = createServer((request, response) => {
        seen.push(request.headers.authorization);
        if (request.url === "/slow") return;
        if (request.url === "/cut") {
          response.writeHead(200, { "content-length": 1000 }).write('{"data":', () => response.destroy());
          return;
        }
        response.writeHead(404).end("<html>nothing here</html>");
      });
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    });
    afterAll(() => {
      other.closeAllConnections();
      other.close();
    });
    const at = (path = ""): string => `http://127.0.0.1:${(other.address() as AddressInfo).port}${path}`;

    it("says so, and sends the key", async () => {
      const told = await typed(`products --server ${at()}`, { FOOTPRINT_API_KEY: "secret" });
      expect([told.code, told.err]).toEqual([
        1,
        expect.stringContaining("does not answer as a graph does (404 Not Found)"),
      ]);
      expect(seen).toContain("Bearer secret");
    });

    it("says that an answer was cut off", async () => {
      const cut = new Footprints(new Remote({ url: at("/cut") }));
      await expect(cut.products()).rejects.toThrow("cannot be reached: the connection was cut.");
    });

    it("waits no longer than it should", async () => {
      const slow = new Footprints(new Remote({ url: at("/slow"), timeoutSeconds: 0.05 }));
      await expect(slow.products()).rejects.toThrow("did not answer within 0.05 s");
    });
  });
});
