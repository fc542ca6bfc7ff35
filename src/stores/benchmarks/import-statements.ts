import { STORED_COLUMNS } from "./rows";

/** SQL of imports. An import is a range of sequence numbers, so that versions need no column for it. */

const COLUMNS = ["sequence", ...STORED_COLUMNS.map(({ name }) => name)];

/** The last sequence numbers. Those of undone versions are not reused. */
export const LAST_NUMBERS = `
  SELECT coalesce(max(id), 0) AS id, coalesce(max(last_sequence), 0) AS sequence FROM footprint_import`;

export const LIST_IMPORTS = `
  SELECT id, imported_at, origin, first_sequence, last_sequence, undone_at FROM footprint_import ORDER BY id`;

/** `$1` id, `$2` instant, `$3` origin, `$4` first and `$5` last sequence number. */
export const ADD_IMPORT = `
  INSERT INTO footprint_import (id, imported_at, origin, first_sequence, last_sequence)
  VALUES (CAST($1 AS integer), $2, $3, CAST($4 AS integer), CAST($5 AS integer))`;

/** `$1` id. Moves its versions to a table that no other query reads. */
export const KEEP_APART = `
  INSERT INTO footprint_benchmark_undone (import_id, ${COLUMNS.join(", ")})
  SELECT batch.id, ${COLUMNS.map((name) => `version.${name}`).join(", ")}
  FROM footprint_import AS batch
  JOIN footprint_benchmark AS version ON version.sequence BETWEEN batch.first_sequence AND batch.last_sequence
  WHERE batch.id = CAST($1 AS integer)`;

/** `$1` id. */
export const TAKE_BACK = `
  DELETE FROM footprint_benchmark
  WHERE sequence BETWEEN (SELECT first_sequence FROM footprint_import WHERE id = CAST($1 AS integer))
    AND (SELECT last_sequence FROM footprint_import WHERE id = CAST($1 AS integer))`;

/** `$1` id, `$2` instant. */
export const MARK_UNDONE = "UPDATE footprint_import SET undone_at = $2 WHERE id = CAST($1 AS integer)";
