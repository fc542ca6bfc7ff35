import { diffEstimates, type EstimateComparison, type EstimateDiff, type Footprints } from "./estimate-diff";
import type { Snapshot } from "./snapshot";
import { diffTypes, type KnownType, type TypeDiff } from "./type-diff";

/** Relative difference up to which two estimates are the same: theirs come with about seven digits. */
export const SAME_WITHIN = 0.0001;

export interface CatalogueDiff {
  /** ISO instant at which the catalogue was read. */
  readonly readAt: string;
  readonly types: TypeDiff;
  readonly estimates: EstimateDiff;
}

/** What the graph knows. */
export interface Known {
  readonly types: readonly KnownType[];
  readonly footprints: Footprints;
}

/** Compares the snapshot with what the graph knows, by the factors in force when it was read. Changes nothing. */
export async function diffCatalogue(snapshot: Snapshot, known: Known): Promise<CatalogueDiff> {
  const { products, readAt } = snapshot;
  return {
    readAt,
    types: diffTypes(products, known.types),
    estimates: await diffEstimates(products, known.footprints, new Date(readAt)),
  };
}

/** Whether anything should be looked at. Estimates that we cannot compute are listed, but are no difference. */
export function hasDifferences({ types, estimates }: CatalogueDiff): boolean {
  const count = types.added.length + types.vanished.length + types.changed.length;
  return count > 0 || estimates.compared.some(differs);
}

/** A figure that one of the two has and the other has not is a difference too. */
export function differs({ theirs, ours, kgDifference, waterDifference }: EstimateComparison): boolean {
  return (
    partDiffers(theirs.kgCo2Equivalent, ours.kgCo2Equivalent, kgDifference) ||
    partDiffers(theirs.m3WaterUsage, ours.m3WaterUsage, waterDifference)
  );
}

function partDiffers(theirs: number | null, ours: number | null, difference: number | null): boolean {
  if (theirs === null && ours === null) return false;
  return difference === null || Math.abs(difference) > SAME_WITHIN;
}
