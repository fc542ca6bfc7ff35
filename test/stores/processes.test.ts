import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchmarkEntry } from "../../src/core/language-models/benchmark-store";
import {
  formatBenchmarksCsv,
  openBenchmarkStore,
  SHIPPED_SEED,
  seedFromFile,
} from "../../src/stores/benchmarks";
import { ADAPTERS, environmentOf, type RunningAdapter } from "./support/adapters";
import { killHalfway, runBenchmarks } from "./support/command-line";
import { entry, manyEntries } from "./support/entries";

const SEEDED = seedFromFile(SHIPPED_SEED)().length;
const folder = mkdtempSync(join(tmpdir(), "footprint-files-"));

afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, entries: readonly BenchmarkEntry[]): string {
  const file = join(folder, name);
  writeFileSync(file, formatBenchmarksCsv(entries));
  return file;
}

describe.each(ADAPTERS)("benchmarks on the command line with $name", ({ start }) => {
  let adapter: RunningAdapter;

  beforeAll(async () => {
    adapter = await start();
  });
  afterAll(() => adapter.stop());

  it("keeps what was acknowledged and nothing of a half import when killed", async () => {
    const location = await adapter.fresh();
    const acknowledged = fileOf("acknowledged.csv", manyEntries(1_000));
    const imported = await runBenchmarks(["import", acknowledged], environmentOf(location));
    expect(imported.stdout).toBe(`${acknowledged}: 1000 imported, 0 unchanged (import 2)\n`);
    await killHalfway(environmentOf(location), "long-", 6_000);

    const store = await openBenchmarkStore(location);
    const models = (await store.list()).map(({ model }) => model);
    expect(models).toHaveLength(SEEDED + 1_000);
    expect(models.filter((model) => model.startsWith("long-"))).toEqual([]);
    expect(await store.imports()).toHaveLength(2);
    expect(await store.import(manyEntries(1_000))).toMatchObject({ imported: 0, unchanged: 1_000 });
    const long = manyEntries(6_000).map((one) => ({ ...one, model: `long-${one.model}` }));
    expect(await store.import(long)).toEqual({ id: 3, imported: 6_000, unchanged: 0 });
    await store.close();
  });

  it("starts at once in several processes", async () => {
    const location = await adapter.fresh();
    const runs = [1, 2, 3].map(() => runBenchmarks(["list"], environmentOf(location)));
    for (const { code, stdout, stderr } of await Promise.all(runs)) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout.trim().split("\n")).toHaveLength(SEEDED);
    }
  });

  it("imports while another process has the store open, which sees it", async () => {
    const location = await adapter.fresh();
    const server = await openBenchmarkStore(location);
    const gpusOf = async (): Promise<number[] | undefined> =>
      (await server.findByModels([entry().model], null)).get(entry().model)?.map(({ gpuCount }) => gpuCount);
    expect(await gpusOf()).toEqual([]);
    for (const gpuCount of [1, 2]) {
      const { code, stderr } = await runBenchmarks(
        ["import", fileOf(`${gpuCount}.csv`, [entry({ gpuCount })])],
        environmentOf(location),
      );
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: expect.stringMatching(/^warning: .*parrot-7b.*\n$/),
      });
      expect(await gpusOf()).toEqual([1, 2].slice(0, gpuCount));
    }
    await server.close();
  });
});
