import type { FactorReader } from "../../src/core/factors";
import type { BlockStorageClassEntry } from "./catalogue";

/** What a reader must know of a class beside what holds for every pool. */
export function notesOn({ row, redundancy }: BlockStorageClassEntry, factors: FactorReader): string[] {
  if (row.kind === "volume") return [];
  const { expected, low, high } = factors.value(redundancy).range;
  return [
    `How snapshots are kept is not published: ${expected} GB of the pool of their volumes are assumed per GB, from ${low} to ${high}.`,
  ];
}
