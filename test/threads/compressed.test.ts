import { request as open } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "../operations/support/graph-process";

const SETTINGS = { ...WITH_THREADS, FOOTPRINT_REQUEST_TIMEOUT: "600" };

let graph: GraphProcess;
/** A long answer, as it is where nothing is said of encodings. */
let plain: Raw;
beforeAll(async () => {
  graph = await startGraph(SETTINGS);
  // At once: its thread has better to do than to rehearse then.
  plain = await ask(graph, LONG, null);
});
afterAll(() => stopGraph(graph));

interface Raw {
  readonly encoding: string | undefined;
  readonly length: string | undefined;
  readonly vary: string | undefined;
  readonly bytes: Buffer;
}

/** The bytes as they came: `fetch` decompresses them. */
function ask({ url }: GraphProcess, body: object, accepted: string | null): Promise<Raw> {
  const headers = {
    "content-type": "application/json",
    ...(accepted === null ? {} : { "accept-encoding": accepted }),
  };
  return new Promise((resolve, reject) => {
    const sent = open(url, { method: "POST", headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const { "content-encoding": encoding, "content-length": length, vary } = response.headers;
      resolve({ encoding, length, vary, bytes: Buffer.concat(chunks) });
    });
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });
}

const types = ["PRO2-S", "PRO2-M", "DEV1-M", "GP1-S"];
const ITEMS = Array.from({ length: 1_500 }, (_, index) => ({
  label: `ligne é ${index}`,
  resource: { instance: { type: types[index % types.length], zone: "fr-par-1" } },
  during: { hours: 1 + index },
}));
const FIELDS = "manufacturing { ...I } usage { ...I } operational { ...I }";
const FRAGMENT = "fragment I on Impact { kgCo2Equivalent kgSbEquivalent kwhFinalEnergy mjPrimaryEnergy }";
const portfolioWith = (more: string) => ({
  query: `query ($items: [PortfolioItemInput!]!) {
    portfolio(items: $items) { items { label footprint { ${FIELDS} } error { code } } footprint { ${FIELDS} } }
    ${more}
  } ${FRAGMENT}`,
  variables: { items: ITEMS },
});
const LONG = portfolioWith("");

describe("a long answer of a thread", () => {
  it("is as it is where nothing is said", () => {
    expect(plain.bytes.length).toBeGreaterThan(3 * 128 * 1024);
    expect(JSON.parse(plain.bytes.toString()).data.portfolio.items).toHaveLength(ITEMS.length);
    expect([plain.encoding, plain.length]).toEqual([undefined, String(plain.bytes.length)]);
  });

  it.each(["gzip", "gzip, deflate, br, zstd", "br, gzip", "*", "identity;q=0, gzip;q=0.1"])(
    "is compressed with gzip for %j, and its length is known",
    async (accepted) => {
      const answer = await ask(graph, LONG, accepted);
      expect([answer.encoding, answer.length]).toEqual(["gzip", String(answer.bytes.length)]);
      expect(answer.vary?.toLowerCase()).toContain("accept-encoding");
      expect(gunzipSync(answer.bytes).equals(plain.bytes)).toBe(true);
      expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 3);
    },
  );

  it("is compressed where graphql-js executes the operation: fields of the schema are not compiled", async () => {
    const asked = portfolioWith('__type(name: "Impact") { name }');
    const answers = [await ask(graph, asked, null), await ask(graph, asked, "gzip")] as const;
    expect(answers.map(({ encoding }) => encoding)).toEqual([undefined, "gzip"]);
    expect(gunzipSync(answers[1].bytes).equals(answers[0].bytes)).toBe(true);
  });

  it("is compressed otherwise for who prefers that", async () => {
    const answer = await ask(graph, LONG, "gzip;q=0.5, br");
    expect([answer.encoding, brotliDecompressSync(answer.bytes).equals(plain.bytes)]).toEqual(["br", true]);
  });

  it.each(["identity", "gzip;q=0", "zstd", "identity, gzip;q=0.5"])(
    "is not compressed for %j",
    async (accepted) => {
      const answer = await ask(graph, LONG, accepted);
      expect([answer.encoding, answer.bytes.equals(plain.bytes)]).toEqual([undefined, true]);
    },
  );

  it("is left to a proxy where the settings say so", async () => {
    const uncompressing = await startGraph({ ...SETTINGS, FOOTPRINT_COMPRESSION: "off" });
    const answer = await ask(uncompressing, LONG, "gzip");
    await stopGraph(uncompressing);
    expect([answer.encoding, answer.bytes.equals(plain.bytes)]).toEqual([undefined, true]);
  });
});

it("answers to questions for the schema, which are remembered, are sent to everybody as they accept them", async () => {
  const query =
    "{ __schema { types { name description fields { name description args { name description } } } } }";
  const answers = await Promise.all(["gzip", null, "br"].map((accepted) => ask(graph, { query }, accepted)));
  const [gzip, whole, br] = answers as [Raw, Raw, Raw];
  expect(answers.map(({ encoding }) => encoding)).toEqual(["gzip", undefined, "br"]);
  expect(gunzipSync(gzip.bytes).equals(whole.bytes)).toBe(true);
  expect(brotliDecompressSync(br.bytes).equals(whole.bytes)).toBe(true);
  const again = await ask(graph, { query }, null);
  expect([again.encoding, again.bytes.equals(whole.bytes)]).toEqual([undefined, true]);
});
