import type {
  Benchmark,
  BenchmarkEntry,
  BenchmarkImport,
  ImportOptions,
  ImportResult,
} from "../../core/language-models";
import {
  ADD_IMPORT,
  KEEP_APART,
  LAST_NUMBERS,
  LIST_IMPORTS,
  MARK_UNDONE,
  TAKE_BACK,
} from "./import-statements";
import { toImport, toKnownVersion } from "./rows";
import type { SqlQueries } from "./sql-client";
import { ADD_KEYS, FIND_KNOWN, INSERT, insertParameters } from "./statements";
import { newVersions } from "./versions";

/** Most rows of one INSERT statement. */
const BATCH = 5_000;

interface LastNumbers {
  /** Of an import; 0 where there was none. */
  readonly id: number;
  /** Of a version. */
  readonly sequence: number;
}

export async function lastNumbers(queries: SqlQueries): Promise<LastNumbers> {
  const [row] = await queries.query(LAST_NUMBERS);
  return { id: Number(row?.id), sequence: Number(row?.sequence) };
}

/** Inserts the new versions as one import. If none is new, no import is recorded. */
export async function addNew(
  queries: SqlQueries,
  entries: readonly BenchmarkEntry[],
  now: string,
  { origin = null, onProgress = () => undefined }: ImportOptions,
): Promise<ImportResult> {
  const models = [...new Set(entries.map(({ model }) => model))];
  const known = (await queries.query(FIND_KNOWN, [models])).map(toKnownVersion);
  const last = await lastNumbers(queries);
  let latest = last.sequence;
  const write = async (batch: readonly Benchmark[]): Promise<void> => {
    await queries.query(INSERT, insertParameters(batch, latest));
    latest += batch.length;
    onProgress(latest - last.sequence);
  };
  let batch: Benchmark[] = [];
  for (const version of newVersions(entries, known, now)) {
    if (batch.push(version) < BATCH) continue;
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);

  const imported = latest - last.sequence;
  const unchanged = entries.length - imported;
  if (imported === 0) return { id: null, imported, unchanged };
  const id = last.id + 1;
  const first = last.sequence + 1;
  await queries.query(ADD_KEYS, [first, latest]);
  await queries.query(ADD_IMPORT, [id, now, origin, first, latest]);
  return { id, imported, unchanged };
}

export async function listImports(queries: SqlQueries): Promise<BenchmarkImport[]> {
  return (await queries.query(LIST_IMPORTS)).map(toImport);
}

/** Undoes an import: the versions that it replaced are in force again. */
export async function undoImport(queries: SqlQueries, id: number, now: string): Promise<BenchmarkImport> {
  const made = (await listImports(queries)).find((one) => one.id === id);
  if (made === undefined) throw new RangeError(`there is no import ${id}`);
  if (made.undoneAt !== null) throw new RangeError(`import ${id} was undone at ${made.undoneAt}`);
  await queries.query(KEEP_APART, [id]);
  await queries.query(TAKE_BACK, [id]);
  await queries.query(MARK_UNDONE, [id, now]);
  return { ...made, undoneAt: now };
}
