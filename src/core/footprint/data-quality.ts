import { type Confidence, confidenceOf, type Factor, factorsOf } from "../formulas";
import type { Component } from "./components";
import type { Footprint } from "./footprint";
import { HEADLINE, isNothing } from "./impacts";

/** Shares of the greenhouse-gas total by the confidence they rest on; they sum to 1. */
export interface DataQuality extends Readonly<Record<Lowercase<Confidence>, number>> {
  readonly factors: readonly Factor[];
}

/** No greenhouse gases rest on nothing that could be doubted. */
const OF_NOTHING: DataQuality = { published: 1, derived: 0, assumed: 0, factors: [] };

/** Attributes each leaf formula's kgCO2e to the weakest factor it reads. */
export function dataQualityOf(footprint: Footprint): DataQuality {
  if (isNothing(footprint.parts)) return OF_NOTHING;
  const kg = { PUBLISHED: 0, DERIVED: 0, ASSUMED: 0 };
  const contributions = [...leavesOf(footprint.components)].flatMap((leaf) => leaf.contributions);
  for (const { criterion, calculation } of contributions)
    if (criterion === HEADLINE) kg[confidenceOf(calculation)] += calculation.range.expected;
  const total = kg.PUBLISHED + kg.DERIVED + kg.ASSUMED;
  const factors = [...factorsOf(contributions.map(({ calculation }) => calculation)).values()];
  if (total === 0) return { ...OF_NOTHING, factors };
  return {
    published: kg.PUBLISHED / total,
    derived: kg.DERIVED / total,
    assumed: kg.ASSUMED / total,
    factors,
  };
}

function* leavesOf(components: readonly Component[]): Generator<Component> {
  for (const component of components) {
    if (component.children.length === 0) yield component;
    else yield* leavesOf(component.children);
  }
}
