import type { FactorReader } from "../core/factors";
import type { Places } from "../core/method";

/** Where a value is checked. */
export interface CheckAt<E> {
  /** Name of the field, and its path for errors. */
  readonly name: string;
  readonly path: string;
  readonly places: Places;
  readonly catalogue: object;
  /** The offer of the specification. */
  readonly offer: { readonly entry: E; readonly id: string };
  /** Those of the day, where limits are factors; null where the day is not known yet. */
  readonly factors: FactorReader | null;
}
