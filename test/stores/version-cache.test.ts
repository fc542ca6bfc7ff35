import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { BenchmarkStore } from "../../src/core/language-models/benchmark-store";
import {
  duckDbClient,
  IN_MEMORY,
  openBenchmarkStore,
  openStoreOn,
  type SqlClient,
} from "../../src/stores/benchmarks";
import { entry } from "./support/entries";
import { watchedClient } from "./support/watched-client";

const MODEL = entry().model;
const folder = mkdtempSync(join(tmpdir(), "footprint-version-cache-"));
const opened: BenchmarkStore[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function openOn(client: SqlClient): Promise<BenchmarkStore> {
  const store = await openStoreOn(client);
  opened.push(store);
  return store;
}

async function speedsOf(store: BenchmarkStore, model = MODEL): Promise<number | undefined> {
  return (await store.findByModels([model], null)).get(model)?.length;
}

/** A file that was written to is written to once more when it is closed, after its rest; its journal ends then. */
async function untilAtRest(path: string): Promise<void> {
  while (existsSync(`${path}.wal`)) await sleep(20);
}

describe.each([
  ["a file", () => join(folder, "asked.duckdb")],
  ["memory", () => IN_MEMORY],
])("what a DuckDB in %s has told", (_, path) => {
  it("is asked for again only when something was written, whatever the day", async () => {
    let finds = 0;
    const isFind = /SELECT id, .*ORDER BY sequence/s;
    const client = watchedClient(duckDbClient(path()), (sql) => {
      if (isFind.test(sql) && sql.includes("$1")) finds += 1;
    });
    const store = await openOn(client);
    await store.import([entry(), entry({ model: "other" })]);
    await untilAtRest(path());
    expect([await speedsOf(store), await speedsOf(store), await speedsOf(store, "other")]).toEqual([1, 1, 1]);
    await store.findByModels([MODEL, "other"], "2020-01-01");
    expect(finds).toBe(2);
    expect([await speedsOf(store, "unknown"), await speedsOf(store, "unknown")]).toEqual([0, 0]);
    expect(finds).toBe(3);
    await store.import([entry({ gpuCount: 2 })]);
    expect(await speedsOf(store)).toBe(2);
    expect(finds).toBe(4);
  });

  it("is not cached when something is written while it is told", async () => {
    const client = duckDbClient(path());
    const writer = await openOn(client);
    let isFirst = true;
    const reader = await openOn({
      ...client,
      query: async (sql, parameters) => {
        const rows = await client.query(sql, parameters);
        if (isFirst && sql.includes("ORDER BY sequence")) {
          isFirst = false;
          await writer.import([entry({ model: "meanwhile" })]);
        }
        return rows;
      },
    });
    expect(await speedsOf(reader, "meanwhile")).toBe(0);
    expect(await speedsOf(reader, "meanwhile")).toBe(1);
  });
});

it("tells again what it has told while another process has the file", async () => {
  const path = join(folder, "held.duckdb");
  await (await openBenchmarkStore({ kind: "duckdb", path }, { seed: () => [entry()] })).close();
  const store = await openOn(duckDbClient(path));
  expect(await speedsOf(store)).toBe(1);
  const holder = spawn(process.execPath, ["-e", HOLDER, path], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await once(holder.stdout, "data");
    expect(await speedsOf(store)).toBe(1);
    expect(holder.exitCode).toBeNull();
  } finally {
    const exited = once(holder, "exit");
    holder.kill("SIGKILL");
    await exited;
  }
  expect(await speedsOf(store, "other")).toBe(0);
});

/** Opens the file, as soon as it is at rest, and keeps it. */
const HOLDER = `
const { DuckDBInstance } = require("@duckdb/node-api");
const hold = async () => {
  try {
    globalThis.held = await DuckDBInstance.create(process.argv[1]);
    console.log("held");
    setInterval(() => undefined, 1000);
  } catch {
    setTimeout(hold, 20);
  }
};
hold();`;
