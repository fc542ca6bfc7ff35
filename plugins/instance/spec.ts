import { badInput } from "../../src/core/errors";
import { ALLOCATION_RULES, type AllocationRule, type Place, type Places } from "../../src/core/method";
import type { InstanceCatalogue, InstanceTypeEntry } from "./catalogue";

/** What a footprint of an Instance is asked with. */
export interface InstanceSpec {
  /** Name of the Instance type, for example PRO2-S. */
  readonly type: string;
  readonly zone: string;
  /** Default IMPACT_WEIGHTED. */
  readonly allocationRule?: AllocationRule | null;
  /** Measured CPU load, 0 to 100 [%]; without it the method's default is taken and the answer says so. */
  readonly cpuLoadPercent?: number | null | undefined;
}

export interface CheckedSpec {
  readonly type: InstanceTypeEntry;
  readonly place: Place;
  readonly rule: AllocationRule;
  /** [%], null when none was given. */
  readonly load: number | null;
}

/** @throws DomainError UNKNOWN_INSTANCE_TYPE, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY or BAD_USER_INPUT. */
export function checkSpec(spec: InstanceSpec, catalogue: InstanceCatalogue, places: Places): CheckedSpec {
  const type = catalogue.type(spec.type, "input.type");
  const place = places.zone(spec.zone, "input.zone");
  catalogue.requireIn(type, place.name);
  const load = spec.cpuLoadPercent ?? null;
  if (load !== null && !(load >= 0 && load <= 100)) {
    throw badInput("cpuLoadPercent", `cpuLoadPercent must be from 0 to 100, got ${load}.`);
  }
  const rule = spec.allocationRule ?? "IMPACT_WEIGHTED";
  if (!ALLOCATION_RULES.includes(rule)) {
    throw badInput("input.allocationRule", `Unknown allocation rule "${rule}".`);
  }
  return { type, place, rule, load };
}
