import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { isRecord, messageOf } from "../../core/helpers";
import type { CatalogueReading } from "./client";
import type { CatalogueProduct, ProductProblem } from "./product";

export const DEFAULT_SNAPSHOT = "./.footprint/catalogue.json";
/** Changes when a file of before can no longer be read as one of today. */
const FORMAT = 1;

/** The last good data, as the file holds them. */
export interface Snapshot {
  readonly format: typeof FORMAT;
  /** ISO instant, UTC. */
  readonly readAt: string;
  /** Base URL that was read. */
  readonly source: string;
  readonly products: readonly CatalogueProduct[];
  /** Products that were left out of this snapshot. */
  readonly problems: readonly ProductProblem[];
}

export function snapshotOf({ readAt, source, products, problems }: CatalogueReading): Snapshot {
  return { format: FORMAT, readAt: readAt.toISOString(), source, products, problems };
}

/** Null where there is no file yet. @throws Error for a file that cannot be read or is no snapshot of this format. */
export async function readSnapshot(path: string): Promise<Snapshot | null> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (error) {
    if (isRecord(error) && error.code === "ENOENT") return null;
    throw error;
  }
  const snapshot = parse(content, path);
  if (!isSnapshot(snapshot)) throw new Error(`${path} is not a catalogue snapshot of format ${FORMAT}.`);
  return snapshot;
}

/**
 * Writes beside the file and renames: a reader, and a crash, finds the old data or the new, never a part.
 * @throws Error of the file system; the file is then as it was.
 */
export async function writeSnapshot(path: string, snapshot: Snapshot): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(`${JSON.stringify(snapshot, null, 1)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function parse(content: string, path: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${messageOf(error)}`);
  }
}

/** The products were checked before they were written: here only that the file is one of ours. */
function isSnapshot(value: unknown): value is Snapshot {
  return (
    isRecord(value) &&
    value.format === FORMAT &&
    typeof value.readAt === "string" &&
    !Number.isNaN(Date.parse(value.readAt)) &&
    Array.isArray(value.products) &&
    value.products.every((one) => isRecord(one) && typeof one.sku === "string")
  );
}
