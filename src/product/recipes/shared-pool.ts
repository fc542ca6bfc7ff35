import type { CalculationContext, RateUnit } from "../../core/contract";
import { type Footprint, type Said } from "../../core/footprint";
import { exactly, input } from "../../core/formulas";
import {
  capacityOf,
  type Place,
  poolFootprint,
  poolShare,
  type ServerPool,
  usableCapacity,
} from "../../core/method";

/** What a resource takes of a pool of equal servers that many customers share. */
export interface PoolUse {
  readonly pool: ServerPool;
  readonly gb: number;
  /** Series of the factor that says how many GB of the pool a GB takes [-]. */
  readonly redundancy: string;
  /** Series of the share of the pool's capacity that may be filled [-]; all of it when left out. */
  readonly usable?: string;
  readonly place: Place;
}

/** GB × redundancy / capacity of the pool, of its servers and of the common base. */
export function sharedPool(
  { pool, gb, redundancy, usable, place }: PoolUse,
  notes: readonly Said[],
  context: CalculationContext,
): Footprint {
  const { factors } = context;
  const raw = capacityOf(pool, factors);
  const capacity = usable === undefined ? raw : usableCapacity(raw, factors.value(usable));
  const share = poolShare(input(gb, "GB"), factors.value(redundancy), capacity);
  return poolFootprint({ pool, share, place, notes }, context);
}

/** One GB of the pool at a place: all sizes are so many of it. */
export function poolUnit(use: PoolUse): RateUnit {
  const { pool, gb, redundancy, usable = "", place } = use;
  return {
    key: `GB ${pool.series} ${redundancy} ${usable} ${place.name}`,
    calculate: (context) => sharedPool({ ...use, gb: 1 }, [], context),
    times: exactly(gb),
  };
}
