import type { Allocation, FactorCriterion } from "../../footprint";
import { type Calculation, defineFormula, type Value } from "../../formulas";
import { allocationPart } from "../allocation";
import { perCriterion } from "../per-criterion";
import type { HostPower } from "./consumption";
import type { PartKind } from "./manufacturing";

/** Name of the rule by which storage is charged, as an allocation prints it. */
export const RESERVED_OVER_POOL = "RESERVED_OVER_POOL";

const POOL_CAPACITY = defineFormula({
  symbol: "pool",
  label: "Raw capacity of the pool",
  unit: "GB",
  expression: "n × disks × size × density",
});
const USABLE_CAPACITY = defineFormula({
  symbol: "capacity",
  label: "Capacity of the pool that may be filled",
  unit: "GB",
  expression: "pool × usable",
});
const OCCUPIED = defineFormula({
  symbol: "reserved",
  label: "Capacity taken, with what keeps the data safe",
  unit: "GB",
  expression: "GB × redundancy",
});
const POOL_SHARE = defineFormula({
  symbol: "ratio",
  label: "Share of the pool: reserved over capacity",
  unit: "-",
  expression: "reserved / capacity",
});
const WITH_DISKS = defineFormula({
  symbol: "P_other",
  label: "Power of disks, fans and conversion of a storage server",
  unit: "W",
  expression: "P_base + disks × w_disk",
});
const POWER_OF_ALL = defineFormula({
  symbol: "P_pool",
  label: "Power of all servers of the pool",
  unit: "W",
  expression: "n × P_server",
});
const MANUFACTURING_OF_ALL = perCriterion(
  "I_pool",
  "Manufacturing for all servers of the pool",
  "n × I_server",
);

/** What a pool of equal servers can hold. */
export interface PoolSize {
  /** Servers [server]. */
  readonly servers: Value;
  /** Disks of one server that hold customers' data. */
  readonly disks: Value;
  /** Capacity of one disk [GB]. */
  readonly diskGb: Value;
  /** Capacity over that of the hardware described; carries the doubt about hardware that is not published. */
  readonly density: Value;
}

/** n × disks × size × density [GB]. */
export function poolCapacity({ servers, disks, diskGb, density }: PoolSize): Calculation {
  return POOL_CAPACITY.apply({ n: servers, disks, size: diskGb, density });
}

/** pool × usable share [GB]. Source: method page on Object Storage, which fills 80 % of a pool. */
export function usableCapacity(pool: Value, usable: Value): Calculation {
  return USABLE_CAPACITY.apply({ pool, usable });
}

/**
 * GB × redundancy / capacity. Linear in GB; keeps the ranges of redundancy and capacity, since each appears once.
 * Source: method pages on Block Storage and on Object Storage.
 */
export function poolShare(gb: Value, redundancy: Value, capacity: Value): Calculation {
  return POOL_SHARE.apply({ reserved: OCCUPIED.apply({ GB: gb, redundancy }), capacity });
}

/** The share as an allocation with its one key, storage by GB. */
export function poolAllocation(share: Calculation): Allocation {
  return {
    rule: RESERVED_OVER_POOL,
    share: share.range.expected,
    parts: [allocationPart("storage", share)],
  };
}

/**
 * Power of a server full of disks [W]: the hardware model has only a ratio for them, which is of servers with few,
 * so those of customers' data come on top, w_disk [W] each.
 */
export function withDisks(model: HostPower, disks: Value, w_disk: Value): HostPower {
  return { ...model, other: WITH_DISKS.apply({ P_base: model.other, disks, w_disk }) };
}

/** n × the power of one server [W], by what draws it. */
export function powerOfAll(n: Value, { cpu, ram, other }: HostPower): HostPower {
  const all = (P_server: Calculation): Calculation => POWER_OF_ALL.apply({ n, P_server });
  return { cpu: all(cpu), ram: all(ram), other: all(other) };
}

/** n × the manufacturing of each part of one server, in the unit of the criterion. */
export function manufacturingOfAll(
  n: Value,
  parts: ReadonlyMap<PartKind, Calculation>,
  criterion: FactorCriterion,
): ReadonlyMap<PartKind, Calculation> {
  return new Map(
    [...parts].map(([part, I_server]) => [part, MANUFACTURING_OF_ALL[criterion].apply({ n, I_server })]),
  );
}
