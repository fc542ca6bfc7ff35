import { messageOf } from "../../core/helpers";
import { type ReadOptions, readCatalogue } from "./client";
import { readSnapshot, type Snapshot, snapshotOf, writeSnapshot } from "./snapshot";

export type SyncOutcome =
  | { readonly synced: true; readonly snapshot: Snapshot }
  | {
      readonly synced: false;
      readonly reason: string;
      /** What stays in force; null where there is no file yet, or none that can be read. */
      readonly lastGood: Snapshot | null;
    };

/** Reads the catalogue into the file. On any failure the file stays as it was, and the outcome says why. */
export async function sync(path: string, options: ReadOptions): Promise<SyncOutcome> {
  try {
    const snapshot = snapshotOf(await readCatalogue(options));
    // An empty catalogue is a fault of theirs, not an operator without products.
    if (snapshot.products.length === 0) {
      const left = snapshot.problems.length;
      throw new Error(
        left === 0
          ? "The catalogue is empty."
          : `None of the ${left} products of the catalogue could be read; the first: ${snapshot.problems[0]?.problem}.`,
      );
    }
    await writeSnapshot(path, snapshot);
    return { synced: true, snapshot };
  } catch (error) {
    return { synced: false, reason: messageOf(error), lastGood: await readSnapshot(path).catch(() => null) };
  }
}
