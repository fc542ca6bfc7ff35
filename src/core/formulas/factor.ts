import type { Range } from "./range";

/** How far a figure can be trusted: printed by its source, computed from printed figures, or chosen by us. */
export const CONFIDENCES = ["PUBLISHED", "DERIVED", "ASSUMED"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** A number with its source, confidence and validity: `validFrom` ≤ day < `validTo`. */
export interface Factor {
  /** Name of the series, for example `pue.fr-par-2`: the same through all vintages. */
  readonly series: string;
  readonly name: string;
  readonly range: Range;
  readonly unit: string;
  readonly confidence: Confidence;
  readonly source: string;
  readonly url: string | null;
  /** First day (UTC); null for one without a beginning. */
  readonly validFrom: string | null;
  /** Day (UTC) on which it ends, exclusive; null until further notice. */
  readonly validTo: string | null;
  readonly note: string | null;
  /** Day on which the evidence was recorded, where it is a recording. */
  readonly recorded?: string;
  /** Tells apart what began to be valid on the same day, where that can be; the last one is in force. */
  readonly version?: string;
}

/** Identity of one vintage of one series, for example `pue.fr-par-2@2025-12-02`. */
export function factorId({ series, validFrom, version }: Factor): string {
  return `${series}${validFrom === null ? "" : `@${validFrom}`}${version === undefined ? "" : `#${version}`}`;
}

/** The less certain of two: a result is as certain as its weakest factor. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) >= CONFIDENCES.indexOf(b) ? a : b;
}
