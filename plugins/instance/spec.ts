import { badInput, DomainError, shorten, suggest } from "../../src/core/errors";
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
  const load = requireLoad(spec.cpuLoadPercent ?? null, "input.cpuLoadPercent");
  const rule = spec.allocationRule ?? "IMPACT_WEIGHTED";
  if (!ALLOCATION_RULES.includes(rule)) throw unknownRule(rule);
  return { type, place, rule, load };
}

/**
 * @param field where the client wrote it: the load is in the input, or an argument beside it
 * @throws DomainError BAD_USER_INPUT
 */
export function requireLoad(load: number | null, field: string): number | null {
  if (load === null || (load >= 0 && load <= 100)) return load;
  throw badInput(field, `cpuLoadPercent must be from 0 to 100, got ${load}.`);
}

/** An inventory writes it as text, with whatever is in it. */
function unknownRule(rule: string): DomainError {
  const suggestions = suggest(rule, ALLOCATION_RULES);
  const names = suggestions.length > 0 ? suggestions : ALLOCATION_RULES;
  const message = `Unknown allocation rule "${shorten(rule)}". Did you mean ${names.join(", ")}?`;
  return new DomainError("BAD_USER_INPUT", message, { field: "input.allocationRule", suggestions: names });
}
