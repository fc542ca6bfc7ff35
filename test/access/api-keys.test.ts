import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOfApiKey, makeApiKey } from "../../src/server/access";
import { codeOf, get, type HttpAnswer, post } from "../http/support/ask";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectNothingOf } from "./support/expect-secret";
import { startsForEachTest } from "./support/start";
import { until } from "./support/until";

const start = startsForEachTest();
const QUERY = { query: "{ methodology { id } }" };
const folder = mkdtempSync(join(tmpdir(), "api-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

const lineOf = (name: string, key: string, expires = "") =>
  `${name} sha256:${hashOfApiKey(key)} ${expires}\n`;
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

/** As an operator should: a file is never seen half written. */
function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  return file;
}

describe("a graph that knows its clients by keys", () => {
  const [first, second, former, unknown] = [makeApiKey(), makeApiKey(), makeApiKey(), makeApiKey()];
  const answers: HttpAnswer[] = [];
  let graph: LiveGraph;
  beforeAll(async () => {
    const file = write(
      "keys",
      `# clients\n\n${lineOf("partner-a", first)}${lineOf("b@example.org", second, "2999-01-01")}${lineOf("c", former, "2026-01-01T00:00:00Z")}`,
    );
    graph = await startLiveGraph({}, {}, {}, { authentication: { kind: "keys", file } });
  });
  afterAll(() => graph.stop());

  async function ask(headers: Record<string, string>): Promise<HttpAnswer> {
    const answer = await post(graph.url, QUERY, headers);
    answers.push(answer);
    return answer;
  }

  it.each([
    ["a key", bearer(first)],
    ["another", bearer(second)],
    ["a scheme in lower case", { authorization: `bearer  ${first}` }],
  ])("answers with %s", async (_, headers) => {
    const answer = await ask(headers);
    expect([answer.status, answer.body.data]).toEqual([
      200,
      { methodology: { id: "scaleway-environmental-footprint" } },
    ]);
  });

  it("answers by GET too", async () => {
    expect((await get(graph.url, QUERY, bearer(first))).status).toBe(200);
    expect((await get(graph.url, QUERY)).status).toBe(401);
  });

  const NO_CREDENTIAL = 'Bearer realm="footprint-graph"';
  const refused = (reason: string) =>
    `${NO_CREDENTIAL}, error="invalid_token", error_description="${reason}"`;
  it.each([
    ["nothing", {}, NO_CREDENTIAL],
    ["another scheme", { authorization: `Basic ${first}` }, NO_CREDENTIAL],
    ["a scheme alone", { authorization: "Bearer" }, NO_CREDENTIAL],
    ["a key in another header", { "x-api-key": first }, NO_CREDENTIAL],
    ["two keys", bearer(`${first}, ${second}`), NO_CREDENTIAL],
    ["an unknown key", bearer(unknown), refused("The key is not known")],
    ["a key cut short", bearer(first.slice(0, -1)), refused("The key is not known")],
    ["the hash of a key", bearer(hashOfApiKey(first)), refused("The key is not known")],
    ["a key that has expired", bearer(former), refused("The key has expired")],
  ])("refuses %s", async (_, headers, challenge) => {
    const answer = await ask(headers);
    expect([answer.status, codeOf(answer), answer.headers.get("www-authenticate")]).toEqual([
      401,
      "UNAUTHENTICATED",
      challenge,
    ]);
    expect(answer.body).not.toHaveProperty("data");
  });

  it("takes no key from the address, where it would be written to logs", async () => {
    const answer = await get(`${graph.url}`, {
      ...QUERY,
      authorization: `Bearer ${first}`,
      access_token: first,
    });
    expect(answer.status).toBe(401);
  });

  it("refuses before it reads a body", async () => {
    const answer = await post(graph.url, "{ not JSON", { "content-type": "text/plain" });
    expect([answer.status, codeOf(answer)]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("says that it is well to anybody, and shows the explorer, which runs nothing", async () => {
    expect((await fetch(graph.url.replace("/graphql", "/health"))).status).toBe(200);
    const page = await fetch(`${graph.url}?query={methodology{id}}`, { headers: { accept: "text/html" } });
    expect([page.status, page.headers.get("content-type")]).toEqual([
      200,
      expect.stringContaining("text/html"),
    ]);
    expect(await page.text()).not.toContain("scaleway-environmental-footprint");
  });

  it("told nobody a key or its hash", () => {
    expect(answers.length).toBeGreaterThan(10);
    const texts = [...graph.log, ...answers.map(({ body, headers }) => JSON.stringify([body, [...headers]]))];
    const keys = [first, second, former, unknown];
    expectNothingOf([...keys, ...keys.map(hashOfApiKey)], texts);
  });
});

it("follows its file: by itself, when it is told to, and not into an error", async () => {
  const [old, fresh, last] = [makeApiKey(), makeApiKey(), makeApiKey()];
  const file = write("followed", lineOf("partner", old));
  const graph = await start.graph({ authentication: { kind: "keys", file } });
  const statusOf = async (key: string) => (await post(graph.url, QUERY, bearer(key))).status;
  expect([await statusOf(old), await statusOf(fresh)]).toEqual([200, 401]);

  write("followed", lineOf("partner", fresh));
  await until(async () => (await statusOf(fresh)) === 200);
  expect(await statusOf(old)).toBe(401);

  write("followed", `${lineOf("partner", last)}${last}\n`);
  graph.reloadAccess();
  expect([await statusOf(fresh), await statusOf(last)]).toEqual([200, 401]);
  expect(graph.log.join()).toContain("line 2: it holds a key: only its hash belongs here");
  expectNothingOf([old, fresh, last], graph.log);

  write("followed", lineOf("partner", last));
  graph.reloadAccess();
  expect([await statusOf(fresh), await statusOf(last)]).toEqual([401, 200]);
});

describe("a file of keys", () => {
  const key = makeApiKey();
  const hash = hashOfApiKey(key);
  it.each([
    ["", "it holds no key: no client could be admitted"],
    ["# none yet", "it holds no key: no client could be admitted"],
    [`a ${hash}`, "line 1: a hash is sha256: and 64 hexadecimal digits, in lower case"],
    [`a sha256:${hash.toUpperCase()}`, "line 1: a hash is sha256: and 64 hexadecimal digits, in lower case"],
    [`a`, "line 1: a hash is sha256: and 64 hexadecimal digits, in lower case"],
    [`a ${key}`, "line 1: it holds a key: only its hash belongs here"],
    [key, "line 1: it holds a key: only its hash belongs here"],
    [`-a sha256:${hash}`, "line 1: a name has 1 to 64 letters, digits, dots, hyphens, underscores and @"],
    [`a sha256:${hash} 2027-02-30`, "line 1: a time of expiry is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ"],
    [`a sha256:${hash} never`, "line 1: a time of expiry is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ"],
    [
      `a sha256:${hash} 2027-02-01T24:30:00Z`,
      "line 1: a time of expiry is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ",
    ],
    [`a sha256:${hash} 2027-02-01 b`, "line 1: it is name, hash and time of expiry, and nothing more"],
    [`a sha256:${hash}\nb sha256:${hash}`, "line 2: this key is on line 1 already"],
    [
      `a ${key}\nb`,
      "line 1: it holds a key: only its hash belongs here; line 2: a hash is sha256: and 64 hexadecimal digits, in lower case",
    ],
  ])("stops the start when it says %j", async (text, problem) => {
    const file = write("bad", text);
    const started = start.graph({ authentication: { kind: "keys", file } });
    await expect(started).rejects.toThrow(new Error(`${file}: ${problem}`));
    await started.catch((error: Error) => expectNothingOf([key, hash], [error.message]));
  });

  it("stops the start when it is not there", async () => {
    const file = join(folder, "missing");
    const started = start.graph({ authentication: { kind: "keys", file } });
    await expect(started).rejects.toThrow("no such file");
  });
});
