import type { FactorReader } from "../../src/core/factors";
import { input, type Value } from "../../src/core/formulas";
import { type AllocationRule, chargedPower, type Place } from "../../src/core/method";
import type { ServerUse } from "../../src/product";
import type { InstanceTypeEntry } from "./catalogue";
import { modelHost } from "./host-model";
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
  const host = factors.derived(type.host, "host", (own) => modelHost(type.host, own));
  const shares = factors.derived(type, rule, () => sharesOf(rule, type, host.bottomUp, host.ramWeights));
  const poweredAt = (percent: Value, own: FactorReader) => {
    const power = host.powerAt(percent, (series) => own.value(series));
    return { power, charged: chargedPower({ power, shares }) };
  };
  // Loads are as many as there are machines: to cache each would evict what is needed again.
  const { power, charged } =
    load === null
      ? factors.derived(type, `power ${rule}`, (own) => poweredAt(own.value("consumption.default-load"), own))
      : poweredAt(input(load, "%"), factors);
  const isGiven = load !== null;
  return {
    ...{ key: `${type.row.name} ${rule}`, place: zone, shares, power, charged },
    manufacturing: host.manufacturing,
    relativePower: host.relativePower,
    notes: factors.derived(type.host, `notes ${rule} ${isGiven}`, (own) =>
      notesOnServer({ rule, isLoadGiven: isGiven, host, factors: own }),
    ),
  };
}
