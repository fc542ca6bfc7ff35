import type { FactorReader } from "../../src/core/factors";
import { assumption, type Remark } from "../../src/core/footprint";
import type { BlockStorageClassEntry } from "./catalogue";

/** Notes on a class, besides those on every pool. */
export function notesOn({ row, redundancy }: BlockStorageClassEntry, factors: FactorReader): Remark[] {
  const { factor, range } = factors.value(redundancy);
  const { expected, low, high } = range;
  return assumption(`how a ${row.kind} is kept: ${expected} GB of the pool per GB, from ${low} to ${high}`, [
    factor,
  ]);
}
