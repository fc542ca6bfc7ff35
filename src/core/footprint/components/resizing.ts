import { type Calculation, defineFormula, type FormulaText, input, type Value } from "../../formulas";
import { scaledParts } from "../impacts";
import { scaleNotes } from "../notes";
import { type Component, derivedComponent } from "./component";

const by = <const Text extends string>(text: Omit<FormulaText<Text>, "unit">) =>
  defineFormula({ ...text, unit: "" });

const REPEATED = by({
  symbol: "n_times",
  label: "Repeated for the quantity",
  expression: "n × one",
  muchOf: "one",
});
const SHARED = by({
  symbol: "shared",
  label: "Share of the whole",
  expression: "share × one",
  muchOf: "one",
});
const OVER_HOURS = by({
  symbol: "over_hours",
  label: "One hour of it, for the hours that it lasts",
  expression: "dU × one_hour",
  muchOf: "one_hour",
});

const PART_OF_TIME = by({
  symbol: "in_part",
  label: "For the part of the period that it lasts",
  expression: "part × one",
  muchOf: "one",
});

/** n of the same component, explained as n × one. */
export function scaleComponent(component: Component, n: number): Component {
  const count = input(n, "-");
  const explain = (one: Calculation): Calculation => REPEATED.apply({ n: count, one });
  return resize(component, { factor: count, quantity: n, explain, explainWorking: explain });
}

/**
 * A share of the component [-], explained as share × one. Unlike a count, a share may be uncertain:
 * its range widens that of the result, and its calculation, with the factors it reads, explains it.
 */
export function shareComponent(component: Component, share: Calculation): Component {
  const explain = (one: Calculation): Calculation => SHARED.apply({ share, one });
  return resize(component, {
    factor: share,
    quantity: share.range.expected,
    explain,
    explainWorking: explain,
  });
}

/** One hour of a component, over hours [h]: every product is linear in its hours. Powers and shares stay as they are. */
export function overHours(oneHour: Component, hours: Calculation): Component {
  const explain = (one_hour: Calculation): Calculation => OVER_HOURS.apply({ dU: hours, one_hour });
  const { expected } = hours.range;
  return resize(oneHour, {
    factor: hours,
    quantity: 1,
    hours: (hoursOfOne) => (hoursOfOne ?? 1) * expected,
    explain,
    explainWorking: (one) => one,
  });
}

/** A component for a share of its time [-]: as many of it, and shorter. */
export function overPartOfTime(component: Component, share: number): Component {
  const part = input(share, "-");
  const explain = (one: Calculation): Calculation => PART_OF_TIME.apply({ part, one });
  return resize(component, {
    factor: part,
    quantity: 1,
    hours: (hours) => (hours === null ? null : hours * share),
    explain,
    explainWorking: (one) => one,
  });
}

interface Resizing {
  readonly factor: Value;
  /** What the quantity is multiplied by. */
  readonly quantity: number;
  /** What becomes of the hours of a resource [h]; absent where they stay. */
  readonly hours?: (hours: number | null) => number | null;
  readonly explain: (one: Calculation) => Calculation;
  readonly explainWorking: (one: Calculation) => Calculation;
}

function resize(component: Component, resizing: Resizing): Component {
  const { factor, quantity, hours = (same) => same, explain, explainWorking } = resizing;
  const inUnit = (explained: Calculation, { unit }: Calculation): Calculation => ({ ...explained, unit });
  const { name, kind, allocation, resource, resourceHours, parts } = component;
  return derivedComponent(
    {
      ...{ name, kind, allocation, resource },
      resourceHours: resource === null ? null : hours(resourceHours),
      quantity: component.quantity * quantity,
      parts: scaledParts(parts, factor.range),
    },
    {
      children: () => component.children.map((child) => resize(child, resizing)),
      contributions: () =>
        component.contributions.map((one) => ({
          ...one,
          calculation: inUnit(explain(one.calculation), one.calculation),
        })),
      workings: () => component.workings.map((one) => inUnit(explainWorking(one), one)),
      notes: () => scaleNotes(component.notes, factor.range.expected),
    },
  );
}
