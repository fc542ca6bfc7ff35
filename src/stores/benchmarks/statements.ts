import type { Benchmark } from "../../core/language-models";
import { STORED_COLUMNS } from "./rows";
import type { SqlValue } from "./sql-client";

/** One text per question, for both databases. Lists arrive as one parameter, so the text never grows with them. */

const COLUMNS = STORED_COLUMNS.map(({ name }) => name).join(", ");

/** `$1` models. All their versions: which of them is in force is found faster here than by either database. */
export const FIND_VERSIONS = `
  SELECT ${COLUMNS}
  FROM footprint_benchmark
  WHERE model IN (SELECT unnest(CAST($1 AS text[])))
  ORDER BY sequence`;

export const LIST_ALL = `SELECT ${COLUMNS} FROM footprint_benchmark ORDER BY sequence`;

/** `$1` models. What {@link newVersions} needs to know. */
export const FIND_KNOWN = `
  SELECT id, model, gpu_model, gpu_count, token_type, valid_from
  FROM footprint_benchmark
  WHERE model IN (SELECT unnest(CAST($1 AS text[])))`;

export const LAST_SEQUENCE = "SELECT coalesce(max(sequence), 0) AS last FROM footprint_benchmark";

export const PING = "SELECT 1 AS alive";

/** `$1` sequence numbers, then one list per stored column: lists of one length are unnested side by side. */
export const INSERT = `
  INSERT INTO footprint_benchmark (sequence, ${COLUMNS})
  SELECT ${["integer", ...STORED_COLUMNS.map(({ type }) => type)].map(unnested).join(", ")}`;

/** Parameters of {@link INSERT} for versions that follow `lastSequence`. */
export function insertParameters(versions: readonly Benchmark[], lastSequence: number): SqlValue[] {
  return [
    versions.map((_, index) => String(lastSequence + 1 + index)),
    ...STORED_COLUMNS.map(({ value }) => versions.map((version) => asText(value(version)))),
  ];
}

function unnested(type: string, index: number): string {
  return `unnest(CAST(CAST($${index + 1} AS text[]) AS ${type}[]))`;
}

/** A number's shortest decimal text, which both databases read back to the very same double. */
function asText(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
