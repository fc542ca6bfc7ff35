import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { redaction } from "../../src/observability";
import { duckDbClient, openBenchmarkStore } from "../../src/stores/benchmarks";
import { post } from "../http/support/ask";
import { type GraphProcess, startGraph, stopGraph } from "./support/graph-process";

const folder = mkdtempSync(join(tmpdir(), "footprint-requests-"));
// A store that lost a table: whoever asks for tokens meets a fault of ours.
const broken = join(folder, "broken.duckdb");
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let graph: GraphProcess;
beforeAll(async () => {
  await (await openBenchmarkStore({ kind: "duckdb", path: broken })).close();
  const client = duckDbClient(broken);
  await client.query("DROP TABLE footprint_benchmark");
  await client.close();
  graph = await startGraph({ FOOTPRINT_STORE: broken, FOOTPRINT_LOG_LEVEL: "debug" });
});
afterAll(async () => {
  await stopGraph(graph);
  rmSync(folder, { recursive: true });
});

type Line = Record<string, unknown>;
async function lineOf(requestId: string): Promise<Line> {
  const isIt = (line: Line): boolean => line.message === "request" && line.requestId === requestId;
  await graph.untilLogged(isIt);
  return graph.log().find(isIt) as Line;
}

const TOKENS = `query Tokens($model: String!) {
  serverlessUsage(input: {model: $model, region: "fr-par", outputTokens: 9}) { footprint { total { kgCo2Equivalent } } }
}`;

describe("the id of a request", () => {
  it.each([
    "abc",
    "Root=1-67891233-abcdef012345678912345678",
    "0af7651916cd43dd8448eb211c80319c",
    "a".repeat(128),
  ])("is the one it brings, when that is sane: %s", async (id) => {
    const { headers } = await post(graph.url, { query: "{ __typename }" }, { "x-request-id": id });
    expect(headers.get("x-request-id")).toBe(id);
  });

  it.each(["a b", '"},{"level":"error"', "a".repeat(129), "\u00e9", "$(reboot)", ""])(
    "is a new one otherwise: %j",
    async (id) => {
      const { headers } = await post(graph.url, { query: "{ __typename }" }, { "x-request-id": id });
      expect(headers.get("x-request-id")).toMatch(UUID);
    },
  );

  it("is in the answer and in the log of a fault, which the client is told nothing more of", async () => {
    const { headers, body } = await post(
      graph.url,
      { query: TOKENS, variables: { model: "gpt-oss-120b" } },
      { "x-request-id": "the-faulty-one" },
    );
    expect(headers.get("x-request-id")).toBe("the-faulty-one");
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: "Internal server error",
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "the-faulty-one" },
      }),
    ]);
    expect(await lineOf("the-faulty-one")).toMatchObject({
      operation: "Tokens",
      errors: ["INTERNAL_SERVER_ERROR"],
    });
    const faults = graph.log().filter(({ level }) => level === "error");
    expect(faults).toEqual([
      expect.objectContaining({
        requestId: "the-faulty-one",
        cause: expect.stringContaining("footprint_benchmark"),
      }),
    ]);
  });

  it("is told of a refusal that has no operation too", async () => {
    const answer = await fetch(new URL("/nowhere", graph.url));
    expect(await lineOf(answer.headers.get("x-request-id") as string)).toMatchObject({
      path: "/nowhere",
      status: 404,
      operation: null,
      errors: ["NOT_FOUND"],
    });
  });
});

describe("the log", () => {
  it("has a line per request, as JSON", async () => {
    const body = { query: "query Method { methodology { id } }" };
    const { headers } = await post(graph.url, body);
    expect(await lineOf(headers.get("x-request-id") as string)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      level: "info",
      message: "request",
      requestId: expect.stringMatching(UUID),
      method: "POST",
      path: "/graphql",
      status: 200,
      durationMs: expect.any(Number),
      operation: "Method",
      errors: [],
      bytes: expect.any(Number),
    });
  });

  it("bounds what clients choose", async () => {
    const name = "N".repeat(1_500);
    const { headers } = await post(graph.url, { query: `query ${name} { methodology { id } }` });
    const line = await lineOf(headers.get("x-request-id") as string);
    expect(line.operation).toBe("N".repeat(64));
    const answer = await fetch(new URL(`/${"p".repeat(5_000)}`, graph.url));
    expect((await lineOf(answer.headers.get("x-request-id") as string)).path).toHaveLength(64);
  });

  it("tells of probes only to who asks for it", async () => {
    const answer = await fetch(new URL("/health/ready", graph.url));
    expect(await lineOf(answer.headers.get("x-request-id") as string)).toMatchObject({ level: "debug" });
  });

  it("has no headers, no variables and nothing of the address after its path", async () => {
    const secret = "hush-hush-7391";
    const headers = { authorization: `Bearer ${secret}`, cookie: `session=${secret}` };
    await post(graph.url, { query: TOKENS, variables: { model: secret } }, headers);
    const search = `?query=${encodeURIComponent(`{ methodology { id } } # ${secret}`)}&variables={"a":"${secret}"}`;
    await fetch(`${graph.url}${search}`, { headers: { ...headers, "graphql-require-preflight": "1" } });
    const last = await post(graph.url, `{"query": "${secret}`, headers);
    await lineOf(last.headers.get("x-request-id") as string);
    expect(JSON.stringify(graph.log())).not.toContain(secret);
  });

  it("is silent up to the level that is asked for", async () => {
    const quiet = await startGraph({ FOOTPRINT_LOG_LEVEL: "info" });
    await fetch(new URL("/health", quiet.url));
    await post(quiet.url, { query: "{ methodology { id } }" });
    await quiet.untilLogged(({ message }) => message === "request");
    const { stdout } = await stopGraph(quiet);
    expect(stdout).not.toContain('"level":"debug"');
    expect(stdout.match(/"message":"request"/g)).toHaveLength(1);
  });
});

describe("the redaction", () => {
  const redact = redaction({
    DATABASE_URL: "postgres://user:p%40ss%20word@db.example.org/graph",
    OTEL_EXPORTER_OTLP_HEADERS: "x-token=abcdef%20123,other=12",
    SCW_SECRET_KEY: "11111111-2222",
  });

  it.each([
    ["login failed: p%40ss%20word", "login failed: ***"],
    ["login failed: p@ss word", "login failed: ***"],
    ["postgres://user:p%40ss%20word@db.example.org/graph", "postgres://user:***@db.example.org/graph"],
    ["mysql://other:unknown@host, https://x:y@z", "mysql://other:***@host, https://x:***@z"],
    ["sent abcdef 123 and abcdef%20123", "sent *** and ***"],
    ["key 11111111-2222.", "key ***."],
    ["authorization: Bearer eyJhbGciOi.J9-_~+/=", "authorization: Bearer ***"],
    [
      "nothing at http://localhost:4000/graphql, at 12:30",
      "nothing at http://localhost:4000/graphql, at 12:30",
    ],
  ])("of %j", (text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});
