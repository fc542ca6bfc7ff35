import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";

const HTML = '<!doctype html><script type="module" src="./assets/index-1a2b3c4d.js"></script>';
const SCRIPT = "console.log(1);".repeat(100);

let folder: string;
let graph: LiveGraph;
beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "footprint-page-")), "page");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "..", "package.json"), "{}");
  writeFileSync(join(folder, "index.html"), HTML);
  writeFileSync(join(folder, "assets", "index-1a2b3c4d.js"), SCRIPT);
  writeFileSync(join(folder, "assets", "index-1a2b3c4d.js.gz"), gzipSync(SCRIPT));
  graph = await startLiveGraph({}, {}, { pageFolder: folder });
});
afterAll(async () => {
  await graph.stop();
  rmSync(join(folder, ".."), { recursive: true });
});

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Exactly this path and these headers: `fetch` tidies up both. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Raw> {
  const { hostname, port } = new URL(graph.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("the page", () => {
  it("is at /, for everybody, and asked for anew each time", async () => {
    const { status, headers, body } = await ask("/");
    expect([status, String(body)]).toEqual([200, HTML]);
    expect(headers).toMatchObject({
      "content-type": "text/html;charset=utf-8",
      "cache-control": "no-cache",
      "x-request-id": expect.stringMatching(/.+/),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    const again = await ask("/", { "if-none-match": String(headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it("may run and show what this server sends, ask it, and nothing else", async () => {
    const policy = String((await ask("/")).headers["content-security-policy"]);
    const rules = new Map(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
    expect(rules.get("default-src")).toEqual(["'none'"]);
    for (const [name, sources] of rules)
      expect([name, sources]).toEqual([
        name,
        [name?.endsWith("-src") && name !== "default-src" ? "'self'" : "'none'"],
      ]);
    for (const name of [
      "script-src",
      "style-src",
      "connect-src",
      "frame-ancestors",
      "base-uri",
      "form-action",
    ])
      expect([...rules.keys()]).toContain(name);
  });

  it("has files that are kept for as long as their names say what is in them", async () => {
    const { headers } = await ask("/assets/index-1a2b3c4d.js");
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["content-type"]).toBe("text/javascript");
    expect(headers["content-security-policy"]).toBeDefined();
  });

  it("is sent as it was compressed when it was built, to who takes that", async () => {
    const plain = await ask("/assets/index-1a2b3c4d.js");
    const packed = await ask("/assets/index-1a2b3c4d.js", { "accept-encoding": "gzip" });
    expect([plain.headers["content-encoding"], String(plain.body)]).toEqual([undefined, SCRIPT]);
    expect([packed.headers["content-encoding"], packed.body]).toEqual(["gzip", gzipSync(SCRIPT)]);
    expect([plain.headers.vary, packed.headers.vary]).toEqual(["Accept-Encoding", "Accept-Encoding"]);
  });

  it("has a head without a body", async () => {
    const { status, headers, body } = await ask("/", {}, "HEAD");
    expect([status, headers["content-length"], body.length]).toEqual([200, String(HTML.length), 0]);
  });

  it.each(["bytes=0-3", "bytes=-5", "bytes=9-2", "bytes=99999-", "lines=1-2"])(
    "is sent whole where a part is asked for: %s",
    async (range) => {
      const { status, body } = await ask("/", { range });
      expect([status, String(body)]).toEqual([200, HTML]);
    },
  );

  it.each([
    "/assets",
    "/assets/",
    "/assets/index-00000000.js",
    "/index.htm",
    "/estimate",
    "/../package.json",
    "/assets/../../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/..\\package.json",
    "//package.json",
    "/%00",
    "/index.html%00.js",
    "/%",
    "/%ff",
  ])("has nothing else: %s is a 404 in JSON", async (path) => {
    const { status, headers, body } = await ask(path);
    expect([path, status, headers["content-type"]]).toEqual([path, 404, "application/json; charset=utf-8"]);
    expect(JSON.parse(String(body))).toEqual({
      errors: [{ message: "The graph is served at /graphql", extensions: { code: "NOT_FOUND" } }],
    });
    expect(headers["content-security-policy"]).toBeUndefined();
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("takes no %s", async (method) => {
    const { status, headers } = await ask("/", {}, method);
    expect([status, headers["content-type"]]).toEqual([404, "application/json; charset=utf-8"]);
  });

  it("takes no address away from the graph", async () => {
    writeFileSync(join(folder, "graphql"), "not the graph");
    writeFileSync(join(folder, "health"), "not the health");
    expect(JSON.parse(String((await ask("/health")).body))).toEqual({ status: "ok" });
    expect((await ask("/graphql")).headers["content-type"]).toContain("json");
    rmSync(join(folder, "graphql"));
    rmSync(join(folder, "health"));
  });

  it("may be built anew while it is served", async () => {
    rmSync(join(folder, "assets", "index-1a2b3c4d.js"));
    const gone = await ask("/assets/index-1a2b3c4d.js");
    writeFileSync(join(folder, "assets", "index-1a2b3c4d.js"), SCRIPT);
    expect([gone.status, (await ask("/assets/index-1a2b3c4d.js")).status]).toEqual([404, 200]);
  });

  it("that is not built is a 404 that says so, and the graph answers", async () => {
    rmSync(join(folder, "index.html"));
    const { status, body } = await ask("/");
    writeFileSync(join(folder, "index.html"), HTML);
    const message = "The page is not built: npm run build makes it. The graph is served at /graphql";
    expect([status, JSON.parse(String(body)).errors[0].message]).toEqual([404, message]);
    expect((await graph.askText("{ methodology { id } }")).status).toBe(200);
  });
});

describe("a graph that wants keys", () => {
  it("shows the page to everybody, and answers none of its requests without one", async () => {
    const keys = join(folder, "..", "keys");
    writeFileSync(keys, `partner-a sha256:${"0".repeat(64)} 2099-01-01\n`);
    const guarded = await startLiveGraph(
      {},
      {},
      { pageFolder: folder },
      { authentication: { kind: "keys", file: keys } },
    );
    try {
      expect((await fetch(new URL("/", guarded.url))).status).toBe(200);
      const refused = await guarded.askText("{ methodology { id } }");
      expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    } finally {
      await guarded.stop();
    }
  });
});

describe("a graph without the page", () => {
  it("has a 404 in JSON at /", async () => {
    const without = await startLiveGraph();
    const response = await fetch(new URL("/", without.url));
    await without.stop();
    expect([response.status, await response.json()]).toEqual([
      404,
      { errors: [{ message: "The graph is served at /graphql", extensions: { code: "NOT_FOUND" } }] },
    ]);
  });
});
