import type { Said } from "../../core/footprint";
import type { Range } from "../../core/formulas";

/** One of few specifications of which others are so many, such as a token of a model: it is computed once, and multiplied. */
export interface UnitOf<T> {
  /** Which one it is, among all of its product. */
  readonly key: string;
  /** It, after its checks; read where it has to be computed. */
  readonly checked: T;
  /** How many of it, none below zero [-]. */
  readonly times: Range;
}

/** A specification as so many units, and what a reader must know of the whole, before what the units say. */
export interface Units<T> {
  readonly units: readonly UnitOf<T>[];
  readonly notes: readonly Said[];
  /** The same, after what the units say. */
  readonly notesAfter?: readonly Said[];
}
