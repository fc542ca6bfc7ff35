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
  const share = factors.derived(type, rule, (own) => shareOf(type, rule, own));
  // Loads are as many as there are machines: to cache each would evict what is needed again.
  const { power, charged } =
    load === null
      ? factors.derived(share, "power", (own) => powerAt(own.value("consumption.default-load"), share, own))
      : powerAt(input(load, "%"), share, factors);
  const { key, shares, host, notesAtDefault, notesAtLoad } = share;
  const { manufacturing, relativePower } = host;
  const notes = load === null ? notesAtDefault : notesAtLoad;
  return { key, place: zone, shares, power, charged, manufacturing, relativePower, notes };
}

type ShareOfHost = ReturnType<typeof shareOf>;

/** What of the share is the same in all zones and at all loads. */
function shareOf(type: InstanceTypeEntry, rule: AllocationRule, factors: FactorReader) {
  const host = factors.derived(type.host, "host", (own) => modelHost(type.host, own));
  return {
    key: `${type.row.name} ${rule}`,
    host,
    shares: sharesOf(rule, type, host.bottomUp, host.ramWeights),
    notesAtDefault: notesOnServer({ rule, isLoadGiven: false, host, factors }),
    notesAtLoad: notesOnServer({ rule, isLoadGiven: true, host, factors }),
  };
}

function powerAt(percent: Value, { host, shares }: ShareOfHost, factors: FactorReader) {
  const power = host.powerAt(percent, (series) => factors.value(series));
  return { power, charged: chargedPower({ power, shares }) };
}
