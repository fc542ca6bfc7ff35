import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { post } from "../http/support/ask";
import { type GraphProcess, runGraph, startGraph, stopGraph } from "../operations/support/graph-process";
import { expectNothingOf } from "./support/expect-secret";
import { until } from "./support/until";

const RUNNER = join(__dirname, "../stores/support/run-typescript.cjs");
const COMMAND = join(__dirname, "../../src/cli/api-key.ts");
const QUERY = { query: "{ methodology { id } }" };
const PASSWORD = "correct-horse-battery-staple";

const folder = mkdtempSync(join(tmpdir(), "access-process-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const makeKey = (...fields: string[]) =>
  promisify(execFile)(process.execPath, [RUNNER, COMMAND, ...fields], { encoding: "utf8" });

let graph: GraphProcess | undefined;
afterEach(() => graph?.child.kill("SIGKILL"));

it("serves who has a key of the command, follows SIGHUP, and tells no secret", async () => {
  const [first, second] = await Promise.all([makeKey("partner-a", "2999-01-01"), makeKey("partner-b")]);
  const [a, b] = [first.stderr.trim(), second.stderr.trim()];
  expect(first.stdout).toMatch(/^partner-a sha256:[0-9a-f]{64} 2999-01-01\n$/);
  const file = join(folder, "keys");
  writeFileSync(file, first.stdout);
  graph = await startGraph({
    FOOTPRINT_AUTH: "keys",
    FOOTPRINT_API_KEYS: file,
    FOOTPRINT_RATE_LIMIT: "1000/24h",
    FOOTPRINT_LOG_LEVEL: "debug",
    FOOTPRINT_METRICS: "on",
  });
  const { url } = graph;
  const answers: string[] = [];
  const ask = async (key: string, query: unknown = QUERY) => {
    const answer = await post(url, query, { authorization: `Bearer ${key}` });
    answers.push(JSON.stringify([answer.body, [...answer.headers]]));
    return answer;
  };
  expect([(await ask(a)).status, (await ask(b)).status]).toEqual([200, 401]);
  expect((await ask(a, "{")).status).toBe(400);

  writeFileSync(file, second.stdout);
  graph.child.kill("SIGHUP");
  await until(async () => (await ask(b)).status === 200);
  expect((await ask(a)).status).toBe(401);
  const metrics = await (await fetch(url.replace("/graphql", "/metrics"))).text();
  expect(metrics).toContain("UNAUTHENTICATED");
  const { code, stdout, stderr } = await stopGraph(graph);
  expect(code).toBe(0);
  expect(stdout).toContain("UNAUTHENTICATED");
  expectNothingOf([a, b], [stdout, stderr, metrics, ...answers]);
});

it.each<[string, Record<string, string>, RegExp]>([
  [
    "settings that lack something",
    { FOOTPRINT_AUTH: "jwt" },
    /^The settings of access cannot be used:\n( {2}.+\n){3}$/,
  ],
  [
    "a file of keys that is not there",
    { FOOTPRINT_AUTH: "keys", FOOTPRINT_API_KEYS: "missing" },
    /^missing: ENOENT.*\n$/,
  ],
  [
    "a password in the wrong place",
    {
      FOOTPRINT_AUTH: "jwt",
      FOOTPRINT_JWKS: `https://graph:${PASSWORD}@issuer.example/`,
      FOOTPRINT_JWT_ISSUER: "i",
      FOOTPRINT_JWT_AUDIENCE: "a",
    },
    /^.*\n {2}FOOTPRINT_JWKS must hold no user and no password: .*\n$/,
  ],
])("does not start with %s, says so in words and tells no secret", async (_, environment, report) => {
  const { code, stdout, stderr } = await runGraph(environment);
  expect([code, stderr]).toEqual([1, expect.stringMatching(report)]);
  expectNothingOf([PASSWORD], [stdout, stderr]);
});

it("makes no key that the server would refuse", async () => {
  for (const fields of [["a b"], ["a", "tomorrow"], [], ["--help"], ["a", "2027-01-01", "b"]]) {
    const failed = await makeKey(...fields).catch((error: { code: number; stdout: string }) => error);
    expect(failed).toMatchObject({ code: 2, stdout: "" });
  }
});
