import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { codeOf, post } from "../http/support/ask";
import { endServers, startServerProcess } from "../support/server-process";
import { expectNothingOf } from "./support/expect-secret";
import { until } from "./support/until";

const RUNNER = join(__dirname, "../stores/support/run-typescript.cjs");
const COMMAND = join(__dirname, "../../src/cli/api-key.ts");
const QUERY = { query: "{ methodology { id } }" };
const PASSWORD = "correct-horse-battery-staple";

const folder = mkdtempSync(join(tmpdir(), "access-process-"));
afterAll(() => {
  endServers();
  rmSync(folder, { recursive: true });
});

const makeKey = (...fields: string[]) =>
  promisify(execFile)(process.execPath, [RUNNER, COMMAND, ...fields], { encoding: "utf8" });

it("serves who has a key of the command, follows SIGHUP, and tells no secret", async () => {
  const [first, second] = await Promise.all([makeKey("partner-a", "2999-01-01"), makeKey("partner-b")]);
  const [a, b] = [first.stderr.trim(), second.stderr.trim()];
  expect(first.stdout).toMatch(/^partner-a sha256:[0-9a-f]{64} 2999-01-01\n$/);
  const file = join(folder, "keys");
  writeFileSync(file, first.stdout);
  const server = startServerProcess({
    FOOTPRINT_AUTH: "keys",
    FOOTPRINT_API_KEYS: file,
    // Nobody listens there: what needs the database fails, and says so.
    DATABASE_URL: `postgres://graph:${PASSWORD}@127.0.0.1:1/footprint`,
  });
  const url = await server.url;
  const answers: string[] = [];
  const ask = async (key: string, query: object = QUERY) => {
    const answer = await post(url, query, { authorization: `Bearer ${key}` });
    answers.push(JSON.stringify([answer.body, [...answer.headers]]));
    return answer;
  };
  expect([(await ask(a)).status, (await ask(b)).status]).toEqual([200, 401]);
  const failed = await ask(a, { query: "{ languageModels { benchmarks { tokenType } } }" });
  expect(codeOf(failed)).toBe("INTERNAL_SERVER_ERROR");

  writeFileSync(file, second.stdout);
  server.child.kill("SIGHUP");
  await until(async () => (await ask(b)).status === 200);
  expect((await ask(a)).status).toBe(401);
  expect(await server.end()).toBe(0);
  expect(server.said()).toContain("PostgreSQL cannot be reached");
  expectNothingOf([a, b, PASSWORD], [server.said(), ...answers]);
});

it.each<[string, Record<string, string>, string]>([
  ["settings that lack something", { FOOTPRINT_AUTH: "jwt" }, "FOOTPRINT_JWKS is missing"],
  [
    "a file of keys that is not there",
    { FOOTPRINT_AUTH: "keys", FOOTPRINT_API_KEYS: "missing" },
    "missing: ENOENT",
  ],
  [
    "a password in the wrong place",
    {
      FOOTPRINT_AUTH: "jwt",
      FOOTPRINT_JWKS: `https://graph:${PASSWORD}@issuer.example/`,
      FOOTPRINT_JWT_ISSUER: "i",
      FOOTPRINT_JWT_AUDIENCE: "a",
    },
    "FOOTPRINT_JWKS must hold no user and no password",
  ],
])("does not start with %s, says so in words and tells no secret", async (_, environment, problem) => {
  const server = startServerProcess(environment);
  await once(server.child, "close");
  expect(server.child.exitCode).toBe(1);
  expect(server.said()).toContain(problem);
  expect(server.said()).not.toMatch(/\n\s+at /);
  expectNothingOf([PASSWORD], [server.said()]);
});

it("makes no key that the server would refuse", async () => {
  for (const fields of [["a b"], ["a", "tomorrow"], [], ["--help"], ["a", "2027-01-01", "b"]]) {
    const failed = await makeKey(...fields).catch((error: { code: number; stdout: string }) => error);
    expect(failed).toMatchObject({ code: 2, stdout: "" });
  }
});
