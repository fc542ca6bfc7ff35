import type {
  Benchmark,
  BenchmarkEntry,
  BenchmarkStore,
  ImportResult,
} from "../../core/contract/benchmark-store";
import { type EntryProblem, isDay, problemsOf } from "./entry-checks";
import { repeatedKeys } from "./file-checks";
import { toBenchmark, toKnownVersion } from "./rows";
import type { SqlClient, SqlQueries } from "./sql-client";
import {
  FIND_IN_FORCE,
  FIND_KNOWN,
  INSERT,
  insertParameters,
  LAST_SEQUENCE,
  LIST_ALL,
  PING,
} from "./statements";
import { newVersions } from "./versions";

/** Rows written by one statement. */
const BATCH = 5_000;

/** The store over any database with its tables in place. `now` is the clock that dates what is recorded. */
export function sqlBenchmarkStore(client: SqlClient, now: () => Date): BenchmarkStore {
  return {
    findByModels: async (models, asOf) => {
      if (asOf !== null && !isDay(asOf)) throw new RangeError(`"${asOf}" is not a day (YYYY-MM-DD)`);
      const wanted = [...new Set(models)];
      if (wanted.length === 0) return new Map();
      const rows = await client.query(FIND_IN_FORCE, [wanted, asOf]);
      return byModel(wanted, rows.map(toBenchmark));
    },
    list: async () => Object.freeze((await client.query(LIST_ALL)).map(toBenchmark)),
    import: async (entries, onProgress) => {
      checkAll(entries);
      return client.transaction((queries) => addNew(queries, entries, now().toISOString(), onProgress));
    },
    ping: async () => {
      await client.query(PING);
    },
    close: () => client.close(),
  };
}

/** Fills a store that has nothing yet. Of two processes that start at once, the second finds it filled. */
export function seedWhenEmpty(
  client: SqlClient,
  seed: () => readonly BenchmarkEntry[],
  now: () => Date,
): Promise<void> {
  return client.transaction(async (queries) => {
    if ((await lastSequence(queries)) > 0) return;
    const entries = seed();
    checkAll(entries);
    await addNew(queries, entries, now().toISOString());
  });
}

function checkAll(entries: readonly BenchmarkEntry[]): void {
  const rows = entries.map((entry, index) => ({ row: index + 1, entry }));
  for (const { row, entry } of rows) {
    const [first] = problemsOf(entry);
    if (first !== undefined) throw notSound(row, first);
  }
  const [repeated] = repeatedKeys(rows);
  if (repeated !== undefined) throw notSound(repeated.row, repeated);
}

function notSound(row: number, { column, problem }: EntryProblem): RangeError {
  return new RangeError(`entry ${row}, ${column}: ${problem}`);
}

async function addNew(
  queries: SqlQueries,
  entries: readonly BenchmarkEntry[],
  now: string,
  onProgress: (entriesWritten: number) => void = () => undefined,
): Promise<ImportResult> {
  const models = [...new Set(entries.map(({ model }) => model))];
  const known = (await queries.query(FIND_KNOWN, [models])).map(toKnownVersion);
  const versions = newVersions(entries, known, now);
  const last = await lastSequence(queries);
  for (let start = 0; start < versions.length; start += BATCH) {
    const batch = versions.slice(start, start + BATCH);
    await queries.query(INSERT, insertParameters(batch, last + start));
    onProgress(start + batch.length);
  }
  return { imported: versions.length, unchanged: entries.length - versions.length };
}

async function lastSequence(queries: SqlQueries): Promise<number> {
  const [row] = await queries.query(LAST_SEQUENCE);
  return Number(row?.last);
}

function byModel(
  models: readonly string[],
  benchmarks: readonly Benchmark[],
): ReadonlyMap<string, readonly Benchmark[]> {
  const found = new Map<string, Benchmark[]>(models.map((model) => [model, []]));
  for (const benchmark of [...benchmarks].sort(primaryFirst)) found.get(benchmark.model)?.push(benchmark);
  for (const ofModel of found.values()) Object.freeze(ofModel);
  return found;
}

/** By role, then by node and token type: the same order from every database. */
function primaryFirst(a: Benchmark, b: Benchmark): number {
  return (
    Number(a.role !== "primary") - Number(b.role !== "primary") ||
    compare(a.gpuModel, b.gpuModel) ||
    a.gpuCount - b.gpuCount ||
    compare(a.tokenType, b.tokenType)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
