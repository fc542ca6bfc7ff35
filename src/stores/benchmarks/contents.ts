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

/** The revision of a store, and the readings of benchmarks that it is to be valid for. */
export interface RevisionReader {
  /** See `BenchmarkStore.revision`. */
  revision(): Promise<string | null>;
  /** Runs a reading of benchmarks. */
  during<T>(reading: () => Promise<T>): Promise<T>;
}

/**
 * The revision of a store: that of its contents, so that what was computed of the same contents stays valid when a file is closed or
 * restored, or was computed of the shipped benchmarks before the store was opened. Of a large store, that of the database.
 *
 * Once contents were seen to change, none of the earlier revisions comes back: who asked for one before an import may have read
 * benchmarks after it, and when the import is undone, what was computed of these must not be valid again.
 */
export function revisionReader(client: SqlClient): RevisionReader {
  let known: { readonly written: string; readonly contents: Promise<string> } | undefined;
  let lastContents: string | undefined;
  let changes = 0;

  const contentsAt = (written: string): Promise<string> => {
    if (known?.written === written) return known.contents;
    const contents = contentsOrWritten(client, written).then((found) => {
      if (lastContents !== undefined && lastContents !== found) changes += 1;
      lastContents = found;
      return found;
    });
    known = { written, contents };
    return contents;
  };

  return {
    revision: async () => {
      const written = await client.revision();
      if (written === null) return null;
      const contents = await contentsAt(written);
      return changes === 0 ? contents : `${contents} after ${changes}`;
    },
    during: async (reading) => {
      const before = await client.revision();
      const result = await reading();
      const after = await client.revision();
      // Read after a commit, or nobody knows whether: what was asked about before it may be computed of other contents.
      if (known !== undefined && (before !== known.written || after !== known.written)) changes += 1;
      return result;
    },
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
