import type { BenchmarkEntry, BenchmarkStore, ImportResult } from "../../core/language-models";
import { type EntryProblem, isDay, problemsOf } from "./entry-checks";
import { repeatedKeys } from "./file-checks";
import { versionsInForce } from "./in-force";
import { versionReader } from "./kept-versions";
import { toBenchmark, toKnownVersion } from "./rows";
import type { SqlClient, SqlQueries } from "./sql-client";
import { FIND_KNOWN, INSERT, insertParameters, LAST_SEQUENCE, LIST_ALL, PING } from "./statements";
import { newVersions } from "./versions";

/** Rows written by one statement. */
const BATCH = 5_000;

/** The store over any database with its tables in place. `now` is the clock that dates what is recorded. */
export function sqlBenchmarkStore(client: SqlClient, now: () => Date): BenchmarkStore {
  const versionsOf = versionReader(client);
  return {
    findByModels: async (models, asOf) => {
      if (asOf !== null && !isDay(asOf)) throw new RangeError(`"${asOf}" is not a day (YYYY-MM-DD)`);
      const wanted = [...new Set(models)];
      if (wanted.length === 0) return new Map();
      const versions = await versionsOf(wanted);
      return new Map(wanted.map((model) => [model, versionsInForce(versions.get(model) ?? [], asOf)]));
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
