import type { Benchmark } from "../../core/language-models";
import { STORED_COLUMNS } from "./rows";
import type { SqlValue } from "./sql-client";

/** One text per question, for both databases. Lists arrive as one parameter, so the text never grows with them. */

const COLUMNS = STORED_COLUMNS.map(({ name }) => name).join(", ");

/** `$1` models. All their versions: which of them is in force is then found in memory, for whatever day. */
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
 * `$1` models, `$2` a day. Of each key the newest version that begins on a day, and the newest that holds since always:
 * one of them is in force. Each is one step into the index, however many versions the key has.
 */
export const FIND_NEWEST = `
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
  ) AS newest
  ORDER BY sequence`;

/** Sorts after every day: what {@link FIND_NEWEST} is asked with for the newest of all. */
export const AFTER_ALL_DAYS = "~";

export const LIST_ALL = `SELECT ${COLUMNS} FROM footprint_benchmark ORDER BY sequence`;

/** `$1` models. What {@link newVersions} needs to know. */
export const FIND_KNOWN = `
  SELECT id, model, gpu_model, gpu_count, token_type, valid_from
  FROM footprint_benchmark
  WHERE model IN (SELECT unnest(CAST($1 AS text[])))`;

export const PING = "SELECT 1 AS alive";

/** Columns that are written, with the types that texts are cast to. */
const WRITTEN = [{ name: "sequence", type: "integer" }, ...STORED_COLUMNS];

/**
 * Rows written at once: one parameter per column, all of its cells in one text. A list would do too, but both drivers
 * take many times as long to hand over a list as a text.
 */
export const INSERT = `
  INSERT INTO footprint_benchmark (${WRITTEN.map(({ name }) => name).join(", ")})
  SELECT ${WRITTEN.map(({ name, type }) => `CAST(CASE WHEN ${name} <> '-' THEN substr(${name}, 2) END AS ${type})`).join(", ")}
  FROM (
    SELECT ${WRITTEN.map(({ name }, index) => `unnest(string_to_array($${index + 1}, chr(31))) AS ${name}`).join(", ")}
  ) AS cells`;

/** Between cells; no text of a benchmark has it. */
const SEPARATOR = "\u001f";

/** Parameters of {@link INSERT} for versions that follow `lastSequence`. */
export function insertParameters(versions: readonly Benchmark[], lastSequence: number): SqlValue[] {
  return [
    versions.map((_, index) => asCell(lastSequence + 1 + index)).join(SEPARATOR),
    ...STORED_COLUMNS.map(({ value }) => versions.map((version) => asCell(value(version))).join(SEPARATOR)),
  ];
}

/** `$1` first and `$2` last sequence number. The keys of versions that were just written. */
export const ADD_KEYS = `
  INSERT INTO footprint_benchmark_key (model, gpu_model, gpu_count, token_type)
  SELECT DISTINCT model, gpu_model, gpu_count, token_type
  FROM footprint_benchmark
  WHERE sequence BETWEEN CAST($1 AS integer) AND CAST($2 AS integer)
  ON CONFLICT DO NOTHING`;

/** A number's shortest decimal text, which both databases read back to the very same double. */
function asCell(value: string | number | null): string {
  return value === null ? "-" : `+${value}`;
}
