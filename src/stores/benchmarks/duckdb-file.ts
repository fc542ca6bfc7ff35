import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DuckDBInstance } from "@duckdb/node-api";
import { revisionOfFile } from "./duckdb-revision";
import { DatabaseAway } from "./sql-client";

/** A DuckDB database as the client uses it. */
export interface Database {
  /** Runs work on the open database. */
  borrow<T>(work: (instance: DuckDBInstance) => Promise<T>): Promise<T>;
  /** Serialises writers: DuckDB would let two run, and fail the second at its commit. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** See `SqlClient.revision`. */
  revision(): Promise<string | null>;
  /** Closes it now, unless it is in use. */
  release(): void;
}

const IDLE_MS = 200;
const LOCK_PATIENCE_MS = 10_000;
const LOCK_RETRY_MS = 50;

/** Open files: a process can open a file only once, so its clients share it. */
const files = new Map<string, Database>();

export function databaseFile(path: string): Database {
  const absolute = resolve(path);
  const known = files.get(absolute) ?? ofFile(absolute);
  files.set(absolute, known);
  return known;
}

function ofFile(path: string): Database {
  let asOpened: string | undefined;
  const database = openedWhileUsed(() => {
    // Before: what changes while it is opened may not be read.
    asOpened = stampOf(path);
    return openFile(path);
  }, IDLE_MS);
  return {
    ...database,
    borrow: (work) => {
      // It may still be open when another one is put in its place or copied over it, such as a backup.
      if (stampOf(path) !== asOpened) database.release();
      return database.borrow(work);
    },
    revision: () => revisionOfFile(path),
  };
}

/** Which file it is, and when it was last written to. */
function stampOf(path: string): string | undefined {
  try {
    const { ino, size, ctimeNs } = statSync(path, { bigint: true });
    return `${ino}:${size}:${ctimeNs}`;
  } catch {
    // Who opens it is told what is wrong.
    return undefined;
  }
}

/** A separate database in memory, gone when released. Only its own transactions write to it, so their number is its revision. */
export function databaseInMemory(): Database {
  const database = openedWhileUsed(() => open(":memory:"), null);
  let turnsBegun = 0;
  let turnsEnded = 0;
  return {
    ...database,
    inTurn: (work) => {
      turnsBegun += 1;
      return database.inTurn(work).finally(() => {
        turnsEnded += 1;
      });
    },
    revision: async () => (turnsBegun === turnsEnded ? String(turnsEnded) : null),
  };
}

/**
 * DuckDB locks an open file against every other process. It is therefore opened on demand and closed after a short
 * idle time (`idleMs`; null: stays open), so that the command line can import while the server runs. Opening takes some 10 ms.
 */
function openedWhileUsed(
  openIt: () => Promise<DuckDBInstance>,
  idleMs: number | null,
): Omit<Database, "revision"> {
  let opening: Promise<DuckDBInstance> | null = null;
  let opened: DuckDBInstance | null = null;
  let borrowers = 0;
  let rest: NodeJS.Timeout | undefined;
  let lastInTurn: Promise<unknown> = Promise.resolve();

  const instance = async (): Promise<DuckDBInstance> => {
    opening ??= openIt();
    try {
      opened = await opening;
      return opened;
    } catch (error) {
      opening = null;
      throw error;
    }
  };
  const release = (): void => {
    clearTimeout(rest);
    if (borrowers > 0) return;
    opened?.closeSync();
    opened = null;
    opening = null;
  };

  return {
    borrow: async (work) => {
      borrowers += 1;
      clearTimeout(rest);
      try {
        return await work(await instance());
      } finally {
        borrowers -= 1;
        if (borrowers === 0 && idleMs !== null) rest = setTimeout(release, idleMs).unref();
      }
    },
    inTurn: (work) => {
      const turn = lastInTurn.then(work);
      lastInTurn = turn.catch(() => undefined);
      return turn;
    },
    release,
  };
}

/** @throws DatabaseAway for a file that cannot be opened: locked, damaged, another format, no permission, disk full */
async function openFile(path: string): Promise<DuckDBInstance> {
  const deadline = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      return await refuseOthers(path, await open(path));
    } catch (error) {
      if (!isLocked(error)) throw new DatabaseAway(messageOf(error), error);
      if (performance.now() >= deadline) {
        throw new DatabaseAway(
          `${path} is in use by another process; try again later, or use PostgreSQL`,
          error,
        );
      }
      await sleep(LOCK_RETRY_MS);
    }
  }
}

async function open(path: string): Promise<DuckDBInstance> {
  // The native library is loaded on demand.
  const { DuckDBInstance } = await import("@duckdb/node-api");
  // No extension is needed, and the store must never download one.
  // A store is small: several threads would only add overhead.
  return DuckDBInstance.create(path, { autoinstall_known_extensions: "false", threads: "1" });
}

/** DuckDB also opens other files, such as JSON, with a database in memory that would be lost. */
async function refuseOthers(path: string, instance: DuckDBInstance): Promise<DuckDBInstance> {
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    "SELECT path FROM duckdb_databases() WHERE database_name = current_database()",
  );
  connection.closeSync();
  if (reader.getRows()[0]?.[0] === null) {
    instance.closeSync();
    throw new Error(`${path} is not a DuckDB database; it is left as it is`);
  }
  return instance;
}

/** Messages of DuckDB for errors of the file rather than of the query. */
const OF_FILE = /^(io|fatal|internal|serialization) error|database has been invalidated/i;

/** An error of the file as DatabaseAway, which is temporary; others unchanged. */
export function asAway(error: unknown): unknown {
  const message = messageOf(error);
  return OF_FILE.test(message) ? new DatabaseAway(message, error) : error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && /could not set lock|being used by another process/i.test(error.message);
}
