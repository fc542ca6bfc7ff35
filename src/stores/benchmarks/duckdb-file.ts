import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DuckDBInstance } from "@duckdb/node-api";
import { revisionOfFile } from "./duckdb-revision";
import { DatabaseAway } from "./sql-client";

/** A DuckDB database as the client uses it. */
export interface Database {
  /** Lends the opened database for the time of the work. */
  borrow<T>(work: (instance: DuckDBInstance) => Promise<T>): Promise<T>;
  /** Runs one piece of work after the other. DuckDB would let two writers run, and fail the second at its commit. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Tells the revision, as a client does. */
  revision(): Promise<string | null>;
  /** Closes it now unless it is in use. */
  release(): void;
}

const IDLE_MS = 200;
const LOCK_PATIENCE_MS = 10_000;
const LOCK_RETRY_MS = 50;

/** A process may open a file once only, so its clients share it. */
const files = new Map<string, Database>();

export function databaseFile(path: string): Database {
  const absolute = resolve(path);
  const known = files.get(absolute) ?? ofFile(absolute);
  files.set(absolute, known);
  return known;
}

function ofFile(path: string): Database {
  const database = openedWhileUsed(() => openFile(path), IDLE_MS);
  return { ...database, revision: () => revisionOfFile(path) };
}

/** A database of its own, gone when released. Nothing but its own turns write to it, so they are its revisions. */
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
 * DuckDB locks an open file against every other process. It is therefore opened when wanted and closed after a short
 * rest (`idleMs`; null: stays open), so that a file can be imported while the server runs. Opening takes some 10 ms.
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

/** @throws DatabaseAway for a file that cannot be opened: locked, damaged, of another kind, not to be read or on a full disk */
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
  // The native library is loaded with the first database, not with the application.
  const { DuckDBInstance } = await import("@duckdb/node-api");
  // Nothing here needs an extension, and the store must never go to the network for one.
  // A store is small: several threads would take more time to share the work than to do it.
  return DuckDBInstance.create(path, { autoinstall_known_extensions: "false", threads: "1" });
}

/** DuckDB opens some other files too, such as JSON, beside a database in memory that would be lost. */
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

/** What DuckDB says when its file cannot be read or written any more, and not of the query. */
const OF_FILE = /^(io|fatal|internal|serialization) error|database has been invalidated/i;

/** An error of the file as one that may be over later; any other as it is. */
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
