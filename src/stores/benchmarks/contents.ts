import { hash } from "node:crypto";
import { toKnownVersion } from "./rows";
import type { SqlClient } from "./sql-client";
import { FIRST_VERSIONS } from "./statements";
import { type KnownVersion, nameOfKey } from "./versions";

/** Most versions that are read to compare stores: reading so many takes some milliseconds. A store as shipped has some hundred. */
const MOST_VERSIONS = 1_000;

/**
 * A text that is the same for all stores that answer the same, whoever wrote to them and when.
 * @param versions all of a store, in the order in which they were recorded
 * @returns null for more versions than are compared, and where the moment of recording decides between two of them
 */
export function contentsOf(versions: readonly KnownVersion[]): string | null {
  if (versions.length > MOST_VERSIONS) return null;
  const days = new Set(versions.map((version) => `${nameOfKey(version)} ${version.validFrom}`));
  if (days.size < versions.length) return null;
  const content = JSON.stringify(versions.map(({ id, validFrom }) => [id, validFrom]));
  return `contents ${hash("sha256", content, "hex")}`;
}

/**
 * The revision of a store: as long as nobody writes to it, that of its contents, so that what was computed of the shipped benchmarks before
 * the store was opened is valid for it. From the first commit on, and of a large store, that of the database.
 *
 * That of contents would come back when an import is undone. Who asked for it before the import may have read benchmarks after it,
 * and what was computed of these must not be valid again.
 */
export function revisionReader(client: SqlClient): () => Promise<string | null> {
  let first: { readonly written: string; readonly revision: Promise<string> } | undefined;
  return async () => {
    const written = await client.revision();
    if (written === null) return null;
    first ??= { written, revision: contentsOrWritten(client, written) };
    return written === first.written ? first.revision : written;
  };
}

/** @param written revision of the database */
async function contentsOrWritten(client: SqlClient, written: string): Promise<string> {
  try {
    const versions = (await client.query(FIRST_VERSIONS, [MOST_VERSIONS + 1])).map(toKnownVersion);
    // There may have been a commit meanwhile: then nobody knows which contents these are.
    return (await client.revision()) === written ? (contentsOf(versions) ?? written) : written;
  } catch {
    // Who reads the benchmarks next is told what is wrong.
    return written;
  }
}
