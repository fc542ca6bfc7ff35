import { Ranking } from "../core/differences";
import type { PeriodFields } from "../core/engine";
import { DomainError } from "../core/errors";
import { type Footprint, HEADLINE, totalOf } from "../core/footprint";
import { FootprintDifference } from "./footprint-difference";
import { type ItemError, itemError } from "./portfolio/item-error";
import type { PlaceFacts, PresentedResource, Session } from "./session/session";

/** A resource to compute in other places. */
export interface PlacedResource {
  readonly kind: string;
  readonly spec: object;
  readonly during: PeriodFields | null | undefined;
}

/** The resource in another place. */
export interface AlternativePlace {
  readonly place: PlaceFacts;
  readonly resource: PresentedResource;
}

export interface ComputedAlternative extends AlternativePlace {
  readonly footprint: Footprint;
  /** The number of places with less, plus 1: those that emit the same have the same. */
  readonly rank: number;
  /** What it emits there less what it does where it is. */
  readonly difference: FootprintDifference;
}

/** A resource, and the same one in every other place where it is offered. */
export interface AlternativesEstimate {
  /** Where it is. */
  readonly own: Footprint;
  /** The least kgCO2e first. */
  readonly computed: readonly ComputedAlternative[];
  /** Of those that were computed: which of them could change places. */
  readonly ranking: Ranking;
  readonly failed: readonly (AlternativePlace & { readonly error: ItemError })[];
}

type Found = PresentedPlace & ({ readonly footprint: Footprint } | { readonly error: ItemError });
interface PresentedPlace {
  readonly name: string;
  readonly resource: PresentedResource;
}

/**
 * Computes a resource where it is and wherever else it is offered. All computations start before any is awaited.
 * @returns null for a product that does not say where else it exists
 */
export async function estimateAlternatives(
  asked: PlacedResource,
  session: Session,
): Promise<AlternativesEstimate | null> {
  const otherPlaces = session.otherPlaces(asked.kind, asked.spec);
  if (otherPlaces === null) return null;
  const [own, ...others] = await Promise.all([
    session.footprint(asked.kind, asked.spec, asked.during),
    ...otherPlaces.map(({ place, spec }) => alternativeIn(place, { ...asked, spec }, session)),
  ]);
  const found = await Promise.all(
    others
      .filter((one) => one !== null)
      .map(async (one) => ({ ...one, place: session.place(await one.resource.placeIn(session)) })),
  );
  const ordered = found
    .flatMap((one) => ("error" in one ? [] : [one]))
    .sort((a, b) => headlineOf(a.footprint) - headlineOf(b.footprint) || a.name.localeCompare(b.name));
  const figures = ordered.map(({ footprint }) => headlineOf(footprint));
  const computed = ordered.map((one) => ({
    ...one,
    rank: figures.indexOf(headlineOf(one.footprint)) + 1,
    difference: new FootprintDifference(own, one.footprint, session.deadline),
  }));
  return {
    own,
    computed,
    ranking: rankingOf(
      computed.map(({ footprint }) => footprint),
      session,
    ),
    failed: found.flatMap((one) => ("error" in one ? [one] : [])),
  };
}

/** Which of some footprints could change places in their order by greenhouse gases. */
export function rankingOf(
  footprints: readonly Footprint[],
  { deadline }: Pick<Session, "deadline">,
): Ranking {
  return new Ranking(footprints, HEADLINE, (work) => deadline.during(work));
}

/** Null where the resource turns out not to be offered. */
async function alternativeIn(
  name: string,
  { kind, spec, during }: PlacedResource,
  session: Session,
): Promise<Found | null> {
  try {
    const resource = session.resource(kind, spec);
    const outcome = await session.footprint(kind, spec, during).then(
      (footprint) => ({ footprint }),
      (error: unknown) => ({ error: itemError(orThrowUnavailable(error)) }),
    );
    return { name, resource, ...outcome };
  } catch (error) {
    if (isUnavailable(error)) return null;
    throw error;
  }
}

/** An error that belongs to the place alone. */
function orThrowUnavailable(error: unknown): DomainError {
  if (error instanceof DomainError && !isUnavailable(error)) return error;
  throw error;
}

function isUnavailable(error: unknown): boolean {
  return error instanceof DomainError && error.code === "NOT_AVAILABLE_IN_LOCALITY";
}

/** Greenhouse gases, expected [kgCO2e]. */
export function headlineOf({ parts }: Footprint): number {
  return totalOf(parts)[HEADLINE].expected;
}
