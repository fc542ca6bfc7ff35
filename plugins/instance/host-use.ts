import type { FactorReader } from "../../src/core/factors";
import { input, type Range } from "../../src/core/formulas";
import { type AllocationRule, chargedPower, type Place } from "../../src/core/method";
import type { ServerUse, UnitOf } from "../../src/product";
import type { InstanceTypeEntry } from "./catalogue";
import { modelHost } from "./host-model";
import { betweenLoads, FULL, hostKey, IDLE } from "./load-units";
import { notesOnServer } from "./notes";
import { sharesOf } from "./shares";

interface CheckedInstance {
  readonly type: InstanceTypeEntry;
  readonly zone: Place;
  readonly allocationRule: AllocationRule;
  /** [%], null when none was given. */
  readonly cpuLoadPercent: number | null;
}

/** The share of its host that an Instance has. Source: method section on Instances. */
export function useOfHost(
  { type, zone, allocationRule: rule, cpuLoadPercent: load }: CheckedInstance,
  factors: FactorReader,
): ServerUse {
  const loadPercent = load === null ? factors.value("consumption.default-load") : input(load, "%");
  // Hosts, and the shares of a type in its host, are the same for all Instances of a day at the default load, at none and at
  // full load. Other loads are as many as there are machines: to cache each would evict what is needed again.
  const isOneOfFew = load === null || load === IDLE || load === FULL;
  const once = <T>(owner: object, key: string, make: (own: FactorReader) => T): T =>
    isOneOfFew ? factors.derived(owner, key, make) : make(factors);
  const host = once(type.host, hostKey(load), (own) => modelHost(type.host, loadPercent, own));
  const shares = once(type, rule, () => sharesOf(rule, type, host.bottomUp, host.ramWeights));
  const charged = once(type, `P_eq ${rule} ${load}`, () => chargedPower({ power: host.power, shares }));
  return {
    ...{ shares, charged, place: zone },
    power: host.power,
    manufacturing: host.manufacturing,
    relativePower: host.relativePower,
    notes: notesOnServer({ rule, load, host, factors }),
  };
}

/** A load of one's own: how far it is from no load to full load. */
export function betweenIdleAndFull<T extends CheckedInstance>(
  one: T,
  factors: FactorReader,
): UnitOf<T>[] | null {
  const { type, zone, allocationRule: rule, cpuLoadPercent: load } = one;
  if (load === null) return null;
  const between = betweenLoads(type.host, load, factors);
  if (between === null) return null;
  const at = (cpuLoadPercent: number, times: Range): UnitOf<T> => ({
    key: `${type.row.name} ${zone.name} ${rule} ${cpuLoadPercent}`,
    checked: { ...one, cpuLoadPercent },
    times,
  });
  return [at(IDLE, between.ofIdle), at(FULL, between.ofFull)];
}
