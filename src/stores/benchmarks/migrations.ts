import type { SqlClient, SqlQueries } from "./sql-client";

interface Migration {
  readonly id: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** In order, never edited once released: a change of the tables is a further entry. */
export const MIGRATIONS: readonly Migration[] = [
  {
    id: 1,
    name: "benchmarks",
    statements: [
      // Days and instants are ISO texts: the drivers disagree on dates and time zones, and "C" sorts ISO texts by time.
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
];

/**
 * Brings the tables up to date in one transaction; a second process that starts meanwhile waits and finds it done.
 * @throws Error when the tables were made by a later version of the software
 */
export function migrate(client: SqlClient): Promise<void> {
  return client.transaction(async (queries) => {
    const applied = await appliedMigrations(queries);
    const unknown = applied.find((id) => MIGRATIONS.every((migration) => migration.id !== id));
    if (unknown !== undefined) {
      throw new Error(`the store was made by a later version of this software (migration ${unknown})`);
    }
    for (const migration of MIGRATIONS) {
      if (!applied.includes(migration.id)) await apply(queries, migration);
    }
  });
}

async function appliedMigrations(queries: SqlQueries): Promise<number[]> {
  await queries.query(
    `CREATE TABLE IF NOT EXISTS footprint_migration (
      id integer PRIMARY KEY, name text NOT NULL, applied_at text NOT NULL
    )`,
  );
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
