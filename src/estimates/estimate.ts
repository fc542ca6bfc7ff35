import type { PeriodFields } from "../core/engine";
import type { Footprint } from "../core/footprint";
import { chosenResource } from "./resource-choice";
import type { Session } from "./session/session";

/**
 * What one resource emits and draws in a period, with its explanation.
 *
 * @param resource exactly one member, named as the kind of a product: `{ instance: { type: "PRO2-S", zone: "fr-par-1" } }`
 * @param during one month of 730 hours where it is left out
 * @throws DomainError for a specification or a period that is not sound
 */
export async function estimate(
  resource: object,
  during: PeriodFields | null | undefined,
  session: Session,
): Promise<Footprint> {
  const { kind, spec } = chosenResource(resource);
  return session.footprint(kind, spec, during);
}
