import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchmarksAt } from "../../src/compose-estimates";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";

const folder = mkdtempSync(join(tmpdir(), "footprint-damaged-"));
let graph: LiveGraph | undefined;
afterEach(() => graph?.stop());
afterAll(() => rmSync(folder, { recursive: true }));

const TOKENS =
  '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { name } serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1}) { footprint { total { kgCo2Equivalent } } } }';

async function sound(path: string): Promise<void> {
  const store = benchmarksAt({ kind: "duckdb", path });
  await store.list();
  await store.close();
}

it.each<[string, (path: string) => Promise<void> | void]>([
  ["of text", (path) => writeFileSync(path, "no database\n".repeat(10_000))],
  ["of another program", (path) => writeFileSync(path, '{"a": 1}')],
  [
    "that is cut off",
    async (path) => {
      await sound(path);
      truncateSync(path, 9_000);
    },
  ],
  [
    "that is overwritten",
    async (path) => {
      await sound(path);
      writeFileSync(path, Buffer.alloc(300_000, 7));
    },
  ],
  ["that is a folder", (path) => void mkdirSync(path)],
  ["in a folder that is a file", (path) => writeFileSync(path.replace(/\/[^/]+$/, ""), "a file")],
])("a store %s does not answer at present, and nothing else fails", async (name, make) => {
  const inner = join(folder, name.replaceAll(" ", "-"));
  if (!name.includes("that is a file")) mkdirSync(inner);
  const path = join(inner, "benchmarks.duckdb");
  await make(path);
  graph = await startLiveGraph({ benchmarks: benchmarksAt({ kind: "duckdb", path }) });
  for (const _ of [1, 2]) {
    const { data, errors } = await graph.askText(TOKENS);
    expect(data).toEqual({ instance: { name: "PRO2-S" }, serverlessUsage: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["STORE_UNAVAILABLE"]);
  }
});
