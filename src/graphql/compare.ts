import { Comparison, Footprint, type PeriodArgument } from "../../schema/types";
import { DomainError } from "../core/errors";
import type { Footprint as DomainFootprint } from "../core/footprint";
import type { EngineGraph } from "./graph";
import { chosenResource } from "./resource-input";
import { isOfPeriod } from "./written-dates";

type Side = "a" | "b";

/** Computes both sides over the same period. @throws DomainError of either, with its side before the field. */
export async function compareResources(
  inputs: Readonly<Record<Side, object>>,
  during: PeriodArgument | null | undefined,
  graph: EngineGraph,
): Promise<Comparison> {
  const [a, b] = await Promise.all([
    sideOf("a", inputs.a, during, graph),
    sideOf("b", inputs.b, during, graph),
  ]);
  return new Comparison({ a: a.shown, b: b.shown }, { a: a.footprint, b: b.footprint });
}

async function sideOf(
  side: Side,
  input: object,
  during: PeriodArgument | null | undefined,
  graph: EngineGraph,
): Promise<{ footprint: DomainFootprint; shown: Comparison["a"] }> {
  try {
    const { kind, spec } = chosenResource(input);
    const resource = graph.resource(kind, spec);
    const footprint = await graph.footprint(kind, spec, during);
    return { footprint, shown: { resource, footprint: new Footprint(footprint) } };
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
