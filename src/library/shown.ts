import {
  type Parts as DomainParts,
  dataQualityOf,
  type Footprint,
  HEADLINE,
  operationalOf,
  sayNotes,
  totalOf,
} from "../core/footprint";
import type { Range } from "../core/formulas";
import type {
  ComparableEstimate as DomainComparable,
  OperatorEstimate as DomainOperatorEstimate,
  EngineSession,
  FootprintDifference,
  PlaceFacts,
} from "../estimates";
import { type Amount, amountsOf, byCriterion } from "./amounts";
import type {
  ComparableEstimate,
  DataQuality,
  Difference,
  Driver,
  Estimate,
  OperatorEstimate,
  Parts,
  Place,
  Resource,
} from "./answer";
import { type PreparedEstimate, type PreparedResource, periodAnswer } from "./backend";

/** @param session within the period of the answer */
export async function estimateOf(
  prepared: PreparedEstimate,
  footprint: Footprint,
  session: EngineSession,
): Promise<Estimate> {
  const { product, input, during } = prepared;
  const [resource, operator] = await Promise.all([
    resourceOf(prepared, session),
    session.operatorEstimate(product.kind, input, null),
  ]);
  return {
    ...resource,
    period: periodAnswer(during),
    ...partsOf(footprint.parts),
    equivalences: session
      .equivalences(totalOf(footprint.parts)[HEADLINE].expected)
      .map(({ label, amount, unit }) => ({ label, amount, unit })),
    operatorEstimate: operator === null ? null : operatorEstimateOf(operator),
    dataQuality: qualityOf(footprint),
    notes: [...sayNotes(footprint)],
    method: methodOf(session),
  };
}

export async function resourceOf(
  { product, input }: PreparedResource,
  session: EngineSession,
): Promise<Resource> {
  const { id, kind, name } = product;
  const presented = session.resource(kind, input);
  const place = session.place(await presented.placeIn(session));
  return { product: { id, kind, name }, name: presented.name, input, place: placeOf(place) };
}

export function placeOf({ name, region, country, leaves, pue, wue, electricity }: PlaceFacts): Place {
  return {
    ...{ name, region, country, leaves },
    pue: pue.range.expected,
    wueLitresPerKwh: wue?.range.expected ?? null,
    kgCo2EquivalentPerKwh: electricity.range.expected * pue.range.expected,
  };
}

export function partsOf(parts: DomainParts): Parts {
  return {
    total: amountsOf(totalOf(parts)),
    manufacturing: amountsOf(parts.manufacturing),
    usage: amountsOf(parts.usage),
    operational: amountsOf(operationalOf(parts)),
  };
}

export function operatorEstimateOf(estimate: DomainOperatorEstimate): OperatorEstimate {
  const { kgCo2Equivalent, m3WaterUsage, unit, recordedOn, source, ratio, note } = estimate;
  const { ours, comparable } = estimate;
  return {
    ...{ kgCo2Equivalent, m3WaterUsage, unit, recordedOn, source, ratio, note },
    ours: amountsOf(totalOf(ours.parts))[HEADLINE],
    comparable: comparable === null ? null : comparableOf(comparable),
  };
}

function comparableOf({ confidence, ratio, ...parts }: DomainComparable): ComparableEstimate {
  const inKg = ({ low, expected, high }: Range): Amount => ({ low, expected, high, unit: "kgCO2e" });
  return {
    kgCo2Equivalent: inKg(parts.kgCo2Equivalent),
    oursKgCo2Equivalent: inKg(parts.oursKgCo2Equivalent),
    ...{ ratio, confidence },
  };
}

export function differenceOf(between: FootprintDifference): Difference {
  return {
    amounts: byCriterion((criterion, unit): Amount | null => {
      const expected = between.amount(criterion, "expected");
      const range = between.range(criterion);
      return expected === null || range === null
        ? null
        : { low: range.low, expected, high: range.high, unit };
    }),
    relative: between.relative,
    isSettled: between.range(HEADLINE)?.isSettled ?? null,
    notes: between.notes,
  };
}

export function driversOf(between: FootprintDifference): Driver[] {
  const { drivers = [] } = between.explanation(HEADLINE) ?? {};
  return drivers.map(({ label, symbol, unit, a, b, effect }) => ({
    ...{ label, symbol, unit, a, b },
    kgCo2Equivalent: effect,
  }));
}

function qualityOf(footprint: Footprint): DataQuality {
  const { published, derived, assumed } = dataQualityOf(footprint);
  return { published, derived, assumed };
}

function methodOf({ methodology: { id, version, name, url } }: EngineSession) {
  return { id, version, name, url };
}
