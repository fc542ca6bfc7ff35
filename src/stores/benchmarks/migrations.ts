import { isRefused } from "./postgres-errors";
import { DatabaseAway, type SqlClient, type SqlQueries } from "./sql-client";

interface Migration {
  readonly id: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** Migrations in order. Never edited once released: a change of the tables is a new entry. */
export const MIGRATIONS: readonly Migration[] = [
  {
    id: 1,
    name: "benchmarks",
    statements: [
      // Days and instants are ISO texts: the drivers disagree on dates and time zones, and collation "C" sorts ISO texts by time.
      `CREATE TABLE footprint_benchmark (
        id text PRIMARY KEY,
        sequence integer NOT NULL,
        model text NOT NULL,
        gpu_model text NOT NULL,
        gpu_count integer NOT NULL CHECK (gpu_count > 0),
        token_type text NOT NULL CHECK (token_type IN ('INPUT', 'OUTPUT', 'CACHED_INPUT', 'AUDIO_SECOND')),
        tokens_low double precision NOT NULL CHECK (tokens_low > 0),
        tokens_expected double precision NOT NULL,
        tokens_high double precision NOT NULL CHECK (tokens_high < CAST('Infinity' AS double precision)),
        number_format text NOT NULL,
        engine text NOT NULL,
        node text,
        role text NOT NULL CHECK (role IN ('primary', 'alternative')),
        measured_on text COLLATE "C",
        valid_from text COLLATE "C",
        recorded_at text COLLATE "C" NOT NULL,
        source text NOT NULL,
        url text,
        confidence text NOT NULL CHECK (confidence IN ('PUBLISHED', 'DERIVED', 'ASSUMED')),
        note text,
        CHECK (tokens_low <= tokens_expected AND tokens_expected <= tokens_high)
      )`,
      "CREATE INDEX footprint_benchmark_model ON footprint_benchmark (model)",
    ],
  },
  {
    id: 2,
    name: "imports",
    statements: [
      `CREATE TABLE footprint_import (
        id integer PRIMARY KEY,
        imported_at text COLLATE "C" NOT NULL,
        origin text,
        first_sequence integer NOT NULL,
        last_sequence integer NOT NULL,
        undone_at text COLLATE "C",
        CHECK (first_sequence <= last_sequence)
      )`,
      // Consecutive versions recorded at the same instant came from one import.
      `INSERT INTO footprint_import (id, imported_at, first_sequence, last_sequence)
      SELECT row_number() OVER (ORDER BY min(sequence)), recorded_at, min(sequence), max(sequence)
      FROM (
        SELECT sequence, recorded_at,
          sequence - row_number() OVER (PARTITION BY recorded_at ORDER BY sequence) AS run
        FROM footprint_benchmark
      ) AS recorded
      GROUP BY recorded_at, run`,
      "CREATE TABLE footprint_benchmark_undone AS SELECT 0 AS import_id, * FROM footprint_benchmark WHERE 1 = 0",
      `CREATE TABLE footprint_benchmark_key (
        model text NOT NULL,
        gpu_model text NOT NULL,
        gpu_count integer NOT NULL,
        token_type text NOT NULL,
        PRIMARY KEY (model, gpu_model, gpu_count, token_type)
      )`,
      `INSERT INTO footprint_benchmark_key
      SELECT DISTINCT model, gpu_model, gpu_count, token_type FROM footprint_benchmark`,
      `CREATE INDEX footprint_benchmark_age ON footprint_benchmark
        (model, gpu_model, gpu_count, token_type, valid_from, recorded_at, sequence)`,
      "DROP INDEX footprint_benchmark_model",
    ],
  },
];

/**
 * Migrates the tables in one transaction; a second process that starts meanwhile waits for it. If
 * they are up to date, nothing is written and no lock is taken, so that read permission is enough.
 * @throws Error if the tables are of a later version of the software, or if the database refuses to change them
 */
export async function migrate(client: SqlClient): Promise<void> {
  const before = await readable(client);
  if (missing(before).length === 0) return;
  try {
    await client.transaction(async (queries) => {
      await queries.query(CREATE_LIST);
      for (const migration of missing(await appliedMigrations(queries))) await apply(queries, migration);
    });
  } catch (error) {
    throw isRefused(error) ? notUpToDate(before, error) : error;
  }
}

function missing(applied: readonly number[]): Migration[] {
  const unknown = applied.find((id) => MIGRATIONS.every((migration) => migration.id !== id));
  if (unknown !== undefined) {
    throw new Error(`the store is of a later version of this software (migration ${unknown})`);
  }
  return MIGRATIONS.filter(({ id }) => !applied.includes(id));
}

/** Applied migrations; none if their table is missing or must not be read. */
async function readable(client: SqlClient): Promise<number[]> {
  return appliedMigrations(client).catch((error: unknown) => {
    if (error instanceof DatabaseAway) throw error;
    return [];
  });
}

function notUpToDate(applied: readonly number[], cause: unknown): Error {
  const names = missing(applied).map(({ id, name }) => `${id} (${name})`);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(
    `the store lacks migration ${names.join(", ")}, and the database refuses to make it: ${reason}. Run "benchmarks list" once with a role that owns the tables; to serve, the right to read them is enough.`,
    { cause },
  );
}

const CREATE_LIST = `CREATE TABLE IF NOT EXISTS footprint_migration (
  id integer PRIMARY KEY, name text NOT NULL, applied_at text NOT NULL
)`;

async function appliedMigrations(queries: SqlQueries): Promise<number[]> {
  const rows = await queries.query("SELECT id FROM footprint_migration ORDER BY id");
  return rows.map(({ id }) => Number(id));
}

async function apply(queries: SqlQueries, { id, name, statements }: Migration): Promise<void> {
  for (const statement of statements) await queries.query(statement);
  await queries.query(
    "INSERT INTO footprint_migration (id, name, applied_at) VALUES (CAST($1 AS integer), $2, $3)",
    [id, name, new Date().toISOString()],
  );
}
