import { HEADLINE } from "../../core/footprint";
import type { Range } from "../../core/formulas";
import { type Amount, type Amounts, byCriterion } from "../amounts";
import type { Difference, Driver, Estimate, OperatorEstimate, Parts, Place, Resource } from "../answer";
import { type PreparedEstimate, type PreparedResource, periodAnswer } from "../backend";
import type { Calculation, Component, Explanation, Factor } from "../explanation-answer";
import type {
  Estimated,
  FlatAmounts,
  FlatParts,
  GraphCalculation,
  GraphComponent,
  GraphDifference,
  GraphDriver,
  GraphLocality,
  GraphOperatorEstimate,
  GraphResource,
  GraphTerm,
} from "./graph-answers";

export function amountsOf(flat: FlatAmounts): Amounts {
  return byCriterion((criterion, unit) => amountIn(flat, criterion, unit));
}

function amountIn(flat: FlatAmounts, name: string, unit: string): Amount | null {
  const range = rangeIn(flat, name);
  return range === null ? null : { ...range, unit };
}

export function rangeIn(flat: FlatAmounts, name: string): Range | null {
  const [low, expected, high] = [flat[`${name}Low`], flat[name], flat[`${name}High`]];
  return low == null || expected == null || high == null ? null : { low, expected, high };
}

export function partsOf({ total, manufacturing, usage, operational }: FlatParts): Parts {
  return {
    total: amountsOf(total),
    manufacturing: amountsOf(manufacturing),
    usage: amountsOf(usage),
    operational: amountsOf(operational),
  };
}

export function placeOf({ pue, wue, ...place }: GraphLocality): Place {
  const { name, region, country, leaves, kgCo2EquivalentPerKwh } = place;
  return {
    ...{ name, region, country, leaves, pue: pue.value },
    wueLitresPerKwh: wue?.value ?? null,
    kgCo2EquivalentPerKwh,
  };
}

export function resourceOf(
  { input }: PreparedResource,
  { name, product, locality }: GraphResource,
): Resource {
  return { product, name, input, place: placeOf(locality) };
}

export function estimateOf(
  prepared: PreparedEstimate,
  resource: GraphResource,
  { footprint, operatorEstimate }: Estimated,
): Estimate {
  const { equivalences, dataQuality, notes, methodology } = footprint;
  return {
    ...resourceOf(prepared, resource),
    period: periodAnswer(prepared.during),
    ...partsOf(footprint),
    equivalences,
    operatorEstimate: operatorEstimate === null ? null : operatorEstimateOf(operatorEstimate),
    dataQuality,
    notes,
    method: methodology,
  };
}

export function operatorEstimateOf({ ours, comparable, ...theirs }: GraphOperatorEstimate): OperatorEstimate {
  const inKg = (low: number, expected: number, high: number): Amount => ({
    low,
    expected,
    high,
    unit: "kgCO2e",
  });
  return {
    ...theirs,
    ours: amountsOf(ours.total)[HEADLINE],
    comparable:
      comparable === null
        ? null
        : {
            kgCo2Equivalent: inKg(comparable.low, comparable.expected, comparable.high),
            oursKgCo2Equivalent: inKg(comparable.oursLow, comparable.ours, comparable.oursHigh),
            ratio: comparable.ratio,
            confidence: comparable.confidence,
          },
  };
}

export function differenceOf({ relative, isSettled, notes, ...flat }: GraphDifference): Difference {
  return { amounts: amountsOf(flat as FlatAmounts), relative, isSettled, notes };
}

export function driverOf({ label, symbol, unit, a, b, effect }: GraphDriver): Driver {
  return { label, symbol, unit, a, b, kgCo2Equivalent: effect };
}

export function explanationOf(
  components: readonly GraphComponent[],
): Pick<Explanation, "components" | "factors"> {
  const factors = new Map<string, Factor>();
  const shown = components.map((one) => componentOf(one, factors));
  return { components: shown, factors: [...factors.values()] };
}

function componentOf(component: GraphComponent, factors: Map<string, Factor>): Component {
  const { name, kind, quantity, allocation, calculations, footprint } = component;
  if (footprint === undefined)
    throw new Error(`"${name}" is deeper than a graph is asked for: explain it in process`);
  return {
    ...{ name, kind, quantity, allocation, ...partsOf(footprint) },
    calculations: calculations.map((one) => calculationOf(one, factors)),
    components: footprint.components.map((one) => componentOf(one, factors)),
    notes: footprint.notes,
  };
}

function calculationOf(
  { result, low, high, unit, terms, ...of }: GraphCalculation,
  factors: Map<string, Factor>,
): Calculation {
  return {
    ...of,
    result: { low, expected: result, high, unit },
    terms: terms.map((term) => termOf(term, factors)),
  };
}

function termOf({ factor, calculation, ...term }: GraphTerm, factors: Map<string, Factor>) {
  if (factor !== null) factors.set(factor.id, factor);
  return { ...term, factor: factor?.id ?? null, isResult: calculation !== null };
}
