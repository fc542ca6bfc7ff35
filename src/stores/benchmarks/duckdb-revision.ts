import { stat } from "node:fs/promises";

/**
 * A revision that changes with every commit of any process to a DuckDB file: to its write-ahead log, which is merged into the file
 * when that is closed. Null without a file. Opens nothing, so it can be read while another process has locked the file.
 */
export async function revisionOfFile(path: string): Promise<string | null> {
  // The log first: if it is merged afterwards, the file shows the change.
  const log = await stampOf(`${path}.wal`);
  const file = await stampOf(path);
  return file === null ? null : `${file} ${log}`;
}

/** `ctime`: unlike `mtime`, it also changes when a backup is restored. */
async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? null : `${found.ino}:${found.size}:${found.ctimeNs}`;
}
