import { createHash } from "node:crypto";
import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "../operations/support/graph-process";
import { type Asked, SMALL_PORTFOLIO } from "./support/dearest";

/** With threads, and without. */
let threaded: GraphProcess;
let plain: GraphProcess;
const PATIENT = { FOOTPRINT_REQUEST_TIMEOUT: "600" };
beforeAll(async () => {
  [threaded, plain] = await Promise.all([
    startGraph({ ...WITH_THREADS, ...PATIENT, FOOTPRINT_METRICS: "on" }),
    startGraph({ FOOTPRINT_THREADS: "0", ...PATIENT }),
  ]);
});
afterAll(() => Promise.all([stopGraph(threaded), stopGraph(plain)]));

async function post(url: string, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

const resources = [
  { instance: { type: "PRO2-S", zone: "fr-par-1" } },
  { serverlessUsage: { model: "llama-3.1-8b-instruct", region: "fr-par", outputTokens: 1000 } },
  { serverlessUsage: { model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000 } },
  { blockVolume: { storageClass: "sbs_5", zone: "fr-par-1", sizeGb: 10 } },
  {
    kubernetesCluster: {
      controlPlane: "kapsule",
      region: "fr-par",
      pools: [{ nodeType: "PRO2-S", nodes: 3 }],
    },
  },
];
const ITEMS = Array.from({ length: 400 }, (_, index) => ({
  label: `line ${index}`,
  resource: resources[index % resources.length],
  during: { hours: 1 + (index % 50) },
}));
const PORTFOLIO = `query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) {
  footprint { total { kgCo2Equivalent m3WaterUsage } notes }
  byLocality { locality { name } footprint { total { kgCo2Equivalent } } }
  items { label footprint { total { kgCo2Equivalent kgSbEquivalent(bound: HIGH) } components { name } } error { code message field suggestions } }
} }`;

const HEAVY: Readonly<Record<string, Asked>> = {
  "a portfolio with tokens and errors": { query: PORTFOLIO, variables: { items: ITEMS } },
  "a document that is not valid": { query: `{ ${"nonsense ".repeat(3000)} }` },
  "an operation with too much in it": {
    query: PORTFOLIO,
    variables: { items: Array.from({ length: 10_001 }, () => ({ resource: resources[0] })) },
  },
  "values of wrong types": {
    query: PORTFOLIO,
    variables: { items: [...ITEMS, { resource: { instance: 1 } }] },
  },
};

describe("what is answered in a thread of its own", () => {
  it.each(Object.entries(HEAVY))("is answered as without: %s", async (_, asked) => {
    expect(await post(threaded.url, asked)).toEqual(await post(plain.url, asked));
  });

  it.each([
    ["is not UTF-8", (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])])],
    ["is not JSON", (text: string) => Buffer.from(text.slice(0, -1))],
    ["has names beyond ASCII", (text: string) => Buffer.from(text.replaceAll("line ", "ligne é😀 "))],
  ])("may have a body that %s", async (_, changed) => {
    const body = changed(JSON.stringify({ query: PORTFOLIO, variables: { items: ITEMS } }));
    const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
    const [first, second] = await Promise.all(
      [threaded.url, plain.url].map(async (url) => {
        const response = await fetch(url, { method: "POST", headers, body });
        return { status: response.status, text: await response.text() };
      }),
    );
    expect(first).toEqual(second);
  });

  it("may come by GET", async () => {
    const search = new URLSearchParams({
      query: PORTFOLIO,
      variables: JSON.stringify({ items: ITEMS.slice(0, 60) }),
    });
    const answers = [threaded.url, plain.url].map(async (url) =>
      (await fetch(`${url}?${search}`, { headers: { "graphql-require-preflight": "1" } })).text(),
    );
    const [first, second] = await Promise.all(answers);
    expect(first).toContain('"kgCo2Equivalent"');
    expect(first).toBe(second);
  });

  it("may be named by the hash of a text that another thread was given", async () => {
    const sha256Hash = createHash("sha256").update(PORTFOLIO).digest("hex");
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const heavy = { variables: { items: ITEMS } };
    const light = { variables: { items: ITEMS.slice(0, 1) } };
    const unknown = await post(threaded.url, { extensions, ...heavy });
    expect(unknown.text).toContain("PERSISTED_QUERY_NOT_FOUND");
    const registered = await post(threaded.url, { query: PORTFOLIO, extensions, ...heavy });
    expect(await post(threaded.url, { extensions, ...heavy })).toEqual(registered);
    expect(await post(threaded.url, { extensions, ...light })).toEqual(
      await post(plain.url, { query: PORTFOLIO, ...light }),
    );
  });

  it("is counted, logged and asked of the store as anything else", async () => {
    await post(threaded.url, { query: PORTFOLIO, variables: { items: ITEMS } });
    const page = await (await fetch(new URL("/metrics", threaded.url))).text();
    const counted = (name: string): number => Number(new RegExp(`^${name}.* (\\d+)$`, "m").exec(page)?.[1]);
    expect(counted('footprint_calculations_total{kind="serverlessUsage"}')).toBeGreaterThan(0);
    expect(counted("footprint_benchmark_batch_models_count")).toBeGreaterThan(0);
    expect(threaded.log().filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("a thread", () => {
  it("that holds more memory than it may is ended, and the process is not", async () => {
    const small = await startGraph({
      ...WITH_THREADS,
      ...PATIENT,
      FOOTPRINT_THREAD_HEAP: "128",
      FOOTPRINT_MAX_COST: "100000000",
    });
    try {
      const explained = `query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { footprint {
        components { footprint { components { name calculations { label formula result terms { symbol } } } } } } } } }`;
      const items = Array.from({ length: 3000 }, (_, index) => ({
        resource: { instance: { type: "PRO2-S", zone: "fr-par-1", cpuLoadPercent: index / 40 } },
        during: { hours: 1 + index },
      }));
      const { status, text } = await post(small.url, { query: explained, variables: { items } });
      expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining('"limit":"memory"') });
      const { text: next } = await post(small.url, SMALL_PORTFOLIO);
      expect(next).not.toContain("errors");
    } finally {
      await stopGraph(small);
    }
  });
});
