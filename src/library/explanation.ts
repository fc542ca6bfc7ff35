import { type Component as DomainComponent, type Footprint, notesWithin, sayNotes } from "../core/footprint";
import {
  type Factor as DomainFactor,
  factorId,
  isFactorValue,
  type Listed,
  type ListedTerm,
  listCalculations,
} from "../core/formulas";
import type { Calculation, Component, Explanation, Factor, Term } from "./explanation-answer";
import { partsOf } from "./shown";

/** The components of a footprint, and the factors that their formulas read. */
export function explanationOf({ components }: Footprint): Pick<Explanation, "components" | "factors"> {
  const factors = new Map<string, Factor>();
  const shown = components.map((one) => componentOf(one, factors));
  return { components: shown, factors: [...factors.values()] };
}

export function factorOf(factor: DomainFactor): Factor {
  const { series, name, range, unit, confidence, source, url, validFrom, validTo, note } = factor;
  const { expected, low, high } = range;
  return {
    id: factorId(factor),
    ...{ series, name, value: expected, low, high, unit },
    ...{ confidence, source, url, validFrom, validTo, note },
  };
}

function componentOf(component: DomainComponent, factors: Map<string, Factor>): Component {
  const { name, kind, quantity, allocation, parts, children, contributions, workings, notes } = component;
  const roots = [...workings, ...contributions.map(({ calculation }) => calculation)];
  return {
    ...{ name, kind, quantity },
    allocation: allocation === null ? null : { rule: allocation.rule, share: allocation.share },
    ...partsOf(parts),
    calculations: listCalculations(roots).map((listed) => calculationOf(listed, factors)),
    components: children.map((child) => componentOf(child, factors)),
    notes: [...sayNotes({ parts, notes: notesWithin(notes, name) })],
  };
}

function calculationOf(
  { calculation, symbol, expression, terms }: Listed,
  factors: Map<string, Factor>,
): Calculation {
  const { formula, range, unit } = calculation;
  // What is taken as a convention is without range only where it is taken so.
  const { low, high } = formula.apply(calculation.terms).range;
  return {
    ...{ label: formula.label, symbol, formula: expression },
    result: { low, expected: range.expected, high, unit },
    terms: terms.map((term) => termOf(term, factors)),
  };
}

function termOf({ symbol, value, from }: ListedTerm, factors: Map<string, Factor>): Term {
  const factor = isFactorValue(value) ? factorOf(value.factor) : null;
  if (factor !== null) factors.set(factor.id, factor);
  const { low, expected, high } = value.range;
  return {
    ...{ symbol, value: expected, low, high, unit: value.unit },
    factor: factor?.id ?? null,
    isResult: from !== null,
  };
}
