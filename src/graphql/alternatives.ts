import type { AlternativesView, AlternativeView, PeriodArgument } from "../../schema/types";
import { type Elsewhere } from "../core/contract";
import { DomainError } from "../core/errors";
import { itemError } from "./errors";
import type { EngineGraph } from "./graph";

/** What is asked for again in other places. */
export interface Placed {
  readonly kind: string;
  readonly spec: object;
  readonly during: PeriodArgument | null | undefined;
}

/** Computes a resource where it is and wherever else it can be had. All are asked for before any is awaited. */
export async function alternativesOf(
  { kind, spec, during }: Placed,
  elsewhere: readonly Elsewhere[],
  graph: EngineGraph,
): Promise<AlternativesView> {
  const [own, ...others] = await Promise.all([
    graph.footprint(kind, spec, during),
    ...elsewhere.map(({ place, spec }) => alternativeIn(place, { kind, spec, during }, graph)),
  ]);
  return { own, others: others.filter((one) => one !== null) };
}

/** Null where the resource turns out not to be offered. */
async function alternativeIn(
  place: string,
  { kind, spec, during }: Placed,
  graph: EngineGraph,
): Promise<AlternativeView | null> {
  try {
    const resource = graph.resource(kind, spec);
    const outcome = await graph.footprint(kind, spec, during).then(
      (footprint) => ({ footprint }),
      (error: unknown) => ({ error: itemError(orThrowUnavailable(error)) }),
    );
    return { place, resource, outcome };
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
