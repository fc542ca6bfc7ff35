import type { PeriodFields } from "../core/engine";
import { DomainError } from "../core/errors";
import type { Footprint } from "../core/footprint";
import { FootprintDifference } from "./footprint-difference";
import { chosenResource } from "./resource-choice";
import type { PresentedResource, Session } from "./session/session";
import { isOfPeriod } from "./session/written-dates";

type Side = "a" | "b";

/** One of two resources that are compared, with its footprint. */
export interface ComparedResource {
  readonly resource: PresentedResource;
  readonly footprint: Footprint;
}

export interface ComparisonEstimate extends Readonly<Record<Side, ComparedResource>> {
  /** The second less the first. */
  readonly difference: FootprintDifference;
}

/** Computes both sides over the same period. @throws DomainError of either, with its side before the field. */
export async function estimateComparison(
  inputs: Readonly<Record<Side, object>>,
  during: PeriodFields | null | undefined,
  session: Session,
): Promise<ComparisonEstimate> {
  const [a, b] = await Promise.all([
    sideOf("a", inputs.a, during, session),
    sideOf("b", inputs.b, during, session),
  ]);
  return { a, b, difference: new FootprintDifference(a.footprint, b.footprint, session.deadline) };
}

async function sideOf(
  side: Side,
  input: object,
  during: PeriodFields | null | undefined,
  session: Session,
): Promise<ComparedResource> {
  try {
    const { kind, spec } = chosenResource(input);
    const resource = session.resource(kind, spec);
    return { resource, footprint: await session.footprint(kind, spec, during) };
  } catch (error) {
    throw error instanceof DomainError ? ofSide(side, error) : error;
  }
}

/** The period is of both sides; every other field is of one. */
function ofSide(side: Side, error: DomainError): DomainError {
  const { field } = error.details;
  if (field === undefined || isOfPeriod(field)) return error;
  return error.at(`${side}.${field.replace(/^input\./, "")}`);
}
