import { stat } from "node:fs/promises";

/**
 * Changes with whatever any process commits to the DuckDB file at a path: to the log beside it, which goes into the file
 * when that is closed. Null when there is no file. Opens nothing, so that it can be read while another process has the file.
 */
export async function revisionOfFile(path: string): Promise<string | null> {
  // The log first: when it is gone into the file after this look, the file shows it.
  const log = await stampOf(`${path}.wal`);
  const file = await stampOf(path);
  return file === null ? null : `${file} ${log}`;
}

/** The time of change, which unlike that of modification is not carried over when a backup is put back. */
async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? null : `${found.ino}:${found.size}:${found.ctimeNs}`;
}
