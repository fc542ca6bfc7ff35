import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchmarksAt } from "../../src/compose-estimates";
import { post } from "../http/support/ask";
import { type Confinement, type GraphProcess, startGraph, stopGraph } from "./support/graph-process";

const BOTH = {
  query:
    '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { name } serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1}) { footprint { total { kgCo2Equivalent } } } }',
};

const folder = mkdtempSync(join(tmpdir(), "footprint-unwritable-"));
let graph: GraphProcess;
// Everybody may look for what is in it.
beforeAll(() => chmodSync(folder, 0o755));
afterEach(() => stopGraph(graph));
afterAll(() => rmSync(folder, { recursive: true }));

interface Place extends Confinement {
  readonly path: string;
}

const PLACES: Readonly<Record<string, () => Promise<Place>>> = {
  "whose file is read-only": async () => {
    const path = join(folder, "read-only.duckdb");
    const store = benchmarksAt({ kind: "duckdb", path });
    await store.list();
    await store.close();
    chmodSync(path, 0o444);
    return { path, isUnprivileged: true };
  },
  "in a folder that is read-only": async () => {
    mkdirSync(join(folder, "read-only"));
    chmodSync(join(folder, "read-only"), 0o555);
    return { path: join(folder, "read-only", "benchmarks.duckdb"), isUnprivileged: true };
  },
  "on a disk that is full": async () => ({ path: join(folder, "full.duckdb"), fileBlocks: 16 }),
};

it.each(Object.entries(PLACES))(
  "a store %s ends nothing, and says so where it is needed",
  async (_, make) => {
    const { path, ...confinement } = await make();
    graph = await startGraph({ FOOTPRINT_STORE: path }, confinement);
    for (const _again of [1, 2]) {
      const { body } = await post(graph.url, BOTH);
      expect(body.data).toEqual({ instance: { name: "PRO2-S" }, serverlessUsage: null });
      expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(["STORE_UNAVAILABLE"]);
    }
    expect(graph.child.exitCode).toBeNull();
  },
);

it("data that are read-only are read", async () => {
  const overlay = join(folder, "overlay");
  mkdirSync(overlay);
  chmodSync(overlay, 0o555);
  graph = await startGraph({ FOOTPRINT_DATA: overlay }, { isUnprivileged: true });
  const { body } = await post(graph.url, BOTH);
  expect(body.errors).toBeUndefined();
});
