import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchmarksAt } from "../../src/compose-estimates";
import { range } from "../../src/core/formulas";
import { post } from "../http/support/ask";
import { type GraphProcess, startGraph, stopGraph } from "./support/graph-process";

const QUERY = {
  query:
    '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { name } serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000}) { footprint(during: {hours: 1}) { total { kgCo2Equivalent } } } }',
};

const folder = mkdtempSync(join(tmpdir(), "footprint-gone-"));
const path = join(folder, "benchmarks.duckdb");
const aside = join(folder, "aside.duckdb");
let graph: GraphProcess;

beforeEach(async () => {
  const store = benchmarksAt({ kind: "duckdb", path });
  await store.list();
  await store.close();
  graph = await startGraph({ FOOTPRINT_STORE: path });
});
afterEach(async () => {
  await stopGraph(graph);
  for (const file of [path, aside]) rmSync(file, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function figure(): Promise<unknown> {
  const { body } = await post(graph.url, QUERY);
  expect(body.errors).toBeUndefined();
  return body.data?.serverlessUsage;
}

async function expectAway(): Promise<void> {
  // A second request finds what the first one left.
  for (const _again of [1, 2]) {
    const { body } = await post(graph.url, QUERY);
    expect(body.data).toEqual({ instance: { name: "PRO2-S" }, serverlessUsage: null });
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(["STORE_UNAVAILABLE"]);
    expect(JSON.stringify(body)).not.toContain(folder);
  }
}

const readiness = async (): Promise<number> => (await fetch(new URL("/health/ready", graph.url))).status;

const reasons = (): unknown[] =>
  graph
    .log()
    .filter(({ message }) => message === "the store of benchmarks failed")
    .map(({ reason }) => reason);

it("a store whose file is taken away is unavailable and named in the log, and answers as before when it is back", async () => {
  const before = await figure();
  renameSync(path, aside);
  await expectAway();
  expect(await readiness()).toBe(503);
  expect(existsSync(path)).toBe(false);
  expect(reasons()).toContainEqual(expect.stringMatching(`${path} is gone.*restart`));
  renameSync(aside, path);
  expect(await figure()).toEqual(before);
  expect(await readiness()).toBe(200);
});

it("a file that was there at the start is not made anew by the first request for tokens", async () => {
  renameSync(path, aside);
  await expectAway();
  expect(existsSync(path)).toBe(false);
  renameSync(aside, path);
  expect(await figure()).toMatchObject({ footprint: { total: { kgCo2Equivalent: expect.any(Number) } } });
});

it.each([
  ["moved into the place of", renameSync],
  ["copied over", copyFileSync],
])("a backup that is %s a file that was just read is read at once", async (_, put) => {
  const before = await figure();
  const store = benchmarksAt({ kind: "duckdb", path: aside });
  const entries = (await store.list()).filter(({ model }) => model === "gpt-oss-120b");
  const halved = entries.map((entry) => {
    const { low, expected, high } = entry.tokensPerSecond;
    const tokensPerSecond = range(low / 2, expected / 2, high / 2);
    return { ...entry, tokensPerSecond, measuredOn: null, recordedAt: null };
  });
  await store.import(halved);
  await store.close();
  // Changed by its dates alone, so that it is read again, and is still open then.
  utimesSync(path, new Date(), new Date());
  expect(await figure()).toEqual(before);
  put(aside, path);
  expect(await figure()).not.toEqual(before);
});
