import { request as open } from "node:http";
import {
  brotliCompressSync,
  brotliDecompressSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateSync,
} from "node:zlib";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { PATIENT_LIMITS } from "../support/patient-limits";

const SMALL = { query: "{ methodology { id } }" };
const LARGE = { query: "{ factors { id source } }" };
const MOST = 64 * 1024;

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph({}, { limits: { ...PATIENT_LIMITS, bodyBytes: MOST } });
});
afterAll(() => graph.stop());

interface Raw {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly bytes: Buffer;
}

/** Exactly these headers, and the bytes as they came: `fetch` adds some and inflates. */
function ask(body: Uint8Array | string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const all = { "content-type": "application/json", ...headers };
    const sent = open(graph.url, { method: "POST", headers: all }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        bytes: Buffer.concat(chunks),
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const codeOf = ({ bytes }: Raw): string | undefined =>
  (JSON.parse(bytes.toString()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions
    .code;

describe("a body that is compressed", () => {
  const text = JSON.stringify(SMALL);
  it.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["GZIP", gzipSync(text)],
    ["gzip, identity", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["br", brotliCompressSync(text)],
    ["identity", text],
    ["", text],
    [" , ", text],
  ])("by %j is read", async (encoding, body) => {
    const answer = await ask(body, { "content-encoding": encoding });
    expect([answer.status, codeOf(answer)]).toEqual([200, undefined]);
  });

  it.each(["zip", "compress", "gzip, gzip", "br, gzip", "constructor", "*"])(
    "by %j is refused, with what is taken",
    async (encoding) => {
      const answer = await ask(gzipSync(text), { "content-encoding": encoding });
      expect([answer.status, codeOf(answer)]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
      expect(answer.headers["accept-encoding"]).toBe("gzip, deflate, br");
    },
  );

  it.each([
    ["gzip", Buffer.from(text)],
    ["gzip", gzipSync(text).subarray(0, -12)],
    ["gzip", Buffer.alloc(0)],
    ["deflate", gzipSync(text)],
    ["br", Buffer.from(text)],
    ["br", brotliCompressSync(text).subarray(0, -3)],
  ])("by %s and not whole is refused", async (encoding, body) => {
    const answer = await ask(body, { "content-encoding": encoding });
    expect([answer.status, codeOf(answer)]).toEqual([400, "BAD_REQUEST"]);
  });

  const long = JSON.stringify({ ...SMALL, padding: " ".repeat(50 * MOST) });
  it.each([
    ["gzip", gzipSync(long)],
    ["deflate", deflateSync(long)],
    ["br", brotliCompressSync(long)],
  ])("by %s to far less than it is has the limit of what it is", async (encoding, bomb) => {
    const answer = await ask(bomb, { "content-encoding": encoding });
    expect([answer.status, codeOf(answer)]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
  });

  it("is as long as it may be, and not a byte longer", async () => {
    const padded = (bytes: number): Buffer => gzipSync(text.padEnd(bytes, " "));
    expect((await ask(padded(MOST), { "content-encoding": "gzip" })).status).toBe(200);
    expect((await ask(padded(MOST + 1), { "content-encoding": "gzip" })).status).toBe(413);
  });

  it("leaves no fault in the log, and the server answering", async () => {
    expect(graph.faults).toEqual([]);
    expect((await ask(text)).status).toBe(200);
  });
});

describe("an answer", () => {
  const inflate = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync };
  let plain: Raw;
  beforeAll(async () => {
    plain = await ask(JSON.stringify(LARGE));
  });

  it("is as it is where nothing is said, and caches are told", () => {
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.headers["content-length"]).toBe(String(plain.bytes.length));
    expect(plain.headers.vary?.toString().toLowerCase()).toContain("accept-encoding");
  });

  it.each([
    ["gzip", "gzip"],
    ["br", "br"],
    ["deflate", "deflate"],
    ["gzip, deflate, br", "br"],
    ["gzip;q=1.0, br;q=0.1", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["gzip;q=0.5, identity;q=0", "gzip"],
    ["*", "br"],
  ] as const)("is compressed for %j by %s to the same", async (accepted, encoding) => {
    const answer = await ask(JSON.stringify(LARGE), { "accept-encoding": accepted });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 3);
    expect(inflate[encoding](answer.bytes)).toEqual(plain.bytes);
  });

  it.each([
    ...["identity", "gzip;q=0", "", "gzip;q=0, br;q=0, deflate;q=0", "zstd", "identity, *;q=0"],
    // Nothing is acceptable: it is answered as if nothing was said of encodings.
    ...["identity;q=0", "*;q=0", "zstd, identity;q=0"],
  ])("is not compressed for %j", async (accepted) => {
    const answer = await ask(JSON.stringify(LARGE), { "accept-encoding": accepted });
    expect([answer.headers["content-encoding"], answer.bytes]).toEqual([undefined, plain.bytes]);
  });

  it.each([
    ["gzip", undefined],
    ["gzip, identity;q=0", "gzip"],
    ["gzip, identity;q=0.0", "gzip"],
    ["gzip, *;q=0", "gzip"],
    ["gzip, identity, *;q=0", undefined],
  ])("that is short is compressed only where it must: %j", async (accepted, encoding) => {
    const answer = await ask(JSON.stringify(SMALL), { "accept-encoding": accepted });
    expect(answer.headers["content-encoding"]).toBe(encoding);
  });

  it("that tells of errors is compressed too", async () => {
    const query = `{ ${Array.from({ length: 50 }, (_, index) => `nothing${index}`).join(" ")} }`;
    const answer = await ask(JSON.stringify({ query }), { "accept-encoding": "gzip" });
    expect(answer.headers["content-encoding"]).toBe("gzip");
  });
});
