import type { Benchmark } from "../../core/language-models";
import { STORED_COLUMNS } from "./rows";
import type { SqlValue } from "./sql-client";

/** SQL for both databases. Lists are one parameter, so that the text is constant. */

const COLUMNS = STORED_COLUMNS.map(({ name }) => name).join(", ");

/** `$1` models. All their versions; those in force on a day are found in memory. */
export const FIND_VERSIONS = `
  SELECT ${COLUMNS}
  FROM footprint_benchmark
  WHERE model IN (SELECT unnest(CAST($1 AS text[])))
  ORDER BY sequence`;

const OF_KEY = `
  SELECT sequence, ${COLUMNS}
  FROM footprint_benchmark AS version
  WHERE version.model = key.model AND version.gpu_model = key.gpu_model
    AND version.gpu_count = key.gpu_count AND version.token_type = key.token_type`;

/**
 * `$1` models, `$2` a day. Of each key the newest version that begins up to the day, and the newest that holds since always: one
 * of them is in force; and the first that begins later. Each is one step into the index, however many versions the key has.
 */
export const FIND_AROUND = `
  SELECT ${COLUMNS}
  FROM (
    SELECT dated.*
    FROM footprint_benchmark_key AS key
    CROSS JOIN LATERAL (${OF_KEY} AND version.valid_from <= $2
      ORDER BY valid_from DESC, recorded_at DESC, sequence DESC LIMIT 1) AS dated
    WHERE key.model IN (SELECT unnest(CAST($1 AS text[])))
    UNION ALL
    SELECT undated.*
    FROM footprint_benchmark_key AS key
    CROSS JOIN LATERAL (${OF_KEY} AND version.valid_from IS NULL
      ORDER BY valid_from DESC, recorded_at DESC, sequence DESC LIMIT 1) AS undated
    WHERE key.model IN (SELECT unnest(CAST($1 AS text[])))
    UNION ALL
    SELECT later.*
    FROM footprint_benchmark_key AS key
    CROSS JOIN LATERAL (${OF_KEY} AND version.valid_from > $2
      ORDER BY valid_from, recorded_at, sequence LIMIT 1) AS later
    WHERE key.model IN (SELECT unnest(CAST($1 AS text[])))
  ) AS around
  ORDER BY sequence`;

/** Sorts after every day: with it, {@link FIND_AROUND} finds the newest version. */
export const AFTER_ALL_DAYS = "~";

export const LIST_ALL = `SELECT ${COLUMNS} FROM footprint_benchmark ORDER BY sequence`;

const KNOWN_COLUMNS = "id, model, gpu_model, gpu_count, token_type, valid_from";

/** `$1` how many, in the order in which they were recorded. */
export const FIRST_VERSIONS = `
  SELECT ${KNOWN_COLUMNS} FROM footprint_benchmark ORDER BY sequence LIMIT CAST($1 AS integer)`;

/** `$1` models. The versions for {@link newVersions}. */
export const FIND_KNOWN = `
  SELECT ${KNOWN_COLUMNS}
  FROM footprint_benchmark
  WHERE model IN (SELECT unnest(CAST($1 AS text[])))`;

export const PING = "SELECT 1 AS alive";

/** Inserted columns, with the types that texts are cast to. */
const WRITTEN = [{ name: "sequence", type: "integer" }, ...STORED_COLUMNS];

/**
 * Bulk insert: one parameter per column, with all its cells in one text, each after a separator. A list would work,
 * too, but both drivers take many times as long to bind a list as a text.
 */
export const INSERT = `
  INSERT INTO footprint_benchmark (${WRITTEN.map(({ name }) => name).join(", ")})
  SELECT ${WRITTEN.map(({ name, type }) => `CAST(nullif(${name}, chr(30)) AS ${type})`).join(", ")}
  FROM (
    SELECT ${WRITTEN.map(({ name }, index) => `unnest((string_to_array($${index + 1}, chr(31)))[2:]) AS ${name}`).join(", ")}
  ) AS cells`;

/** Separators, which no text of a benchmark contains. */
const SEPARATOR = "\u001f";
const NULL_CELL = "\u001e";

/**
 * Parameters of {@link INSERT} for the versions after `lastSequence`. The shortest decimal text of a number is parsed by
 * both databases to the same double.
 */
export function insertParameters(versions: readonly Benchmark[], lastSequence: number): SqlValue[] {
  const asText = (cells: readonly unknown[]): string => SEPARATOR + cells.join(SEPARATOR);
  return [
    asText(versions.map((_, index) => lastSequence + 1 + index)),
    ...STORED_COLUMNS.map(({ value }) => asText(versions.map((version) => value(version) ?? NULL_CELL))),
  ];
}

/** `$1` first and `$2` last sequence number. The keys of the inserted versions. */
export const ADD_KEYS = `
  INSERT INTO footprint_benchmark_key (model, gpu_model, gpu_count, token_type)
  SELECT DISTINCT model, gpu_model, gpu_count, token_type
  FROM footprint_benchmark
  WHERE sequence BETWEEN CAST($1 AS integer) AND CAST($2 AS integer)
  ON CONFLICT DO NOTHING`;
