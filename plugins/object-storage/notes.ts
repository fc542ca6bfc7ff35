import type { FactorReader } from "../../src/core/factors";
import type { CheckedSpec } from "./spec";

/** What a reader must know of a bucket beside what holds for every pool. */
export function notesOn({ storageClass, offer, storedGb }: CheckedSpec, factors: FactorReader): string[] {
  if (storedGb === 0) return ["Nothing is stored: the footprint is nothing."];
  const notes: string[] = [];
  const { factor, range } = factors.value(storageClass.redundancy);
  if (offer.zone !== null && offer.confidence === "ASSUMED") {
    notes.push(
      `The zone that holds ${offer.class} data of ${offer.region} is not published: ${offer.zone} is taken.`,
    );
  } else if (offer.zone !== null) {
    notes.push(
      `${storageClass.row.name} data of ${offer.region} lie in ${offer.zone}, and are charged what holds there.`,
    );
  }
  if (factor.confidence !== "PUBLISHED") {
    notes.push(
      `The redundancy of ${storageClass.row.name} is not published: the product's ${range.expected} is taken, from ${range.low} to ${range.high}.`,
    );
  }
  return notes;
}
