import type { Place, Places } from "../../src/core/method";
import type { LoadBalancerCatalogue, LoadBalancerTypeEntry } from "./catalogue";

/** What a footprint of a Load Balancer is asked with. */
export interface LoadBalancerSpec {
  /** Name of the type, for example LB-S. */
  readonly type: string;
  readonly zone: string;
}

export interface CheckedSpec {
  readonly type: LoadBalancerTypeEntry;
  readonly place: Place;
}

/** @throws DomainError BAD_USER_INPUT (unknown type), UNKNOWN_ZONE or NOT_AVAILABLE_IN_LOCALITY. */
export function checkSpec(
  spec: LoadBalancerSpec,
  catalogue: LoadBalancerCatalogue,
  places: Places,
): CheckedSpec {
  const type = catalogue.type(spec.type, "input.type");
  const place = places.zone(spec.zone, "input.zone");
  catalogue.requireIn(type, place.name);
  return { type, place };
}
