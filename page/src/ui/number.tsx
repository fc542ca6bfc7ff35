import type { VNode } from "preact";
import type { Step } from "../../../src/units";
import type { Amount } from "../text/amounts";
import type { CriterionText } from "../text/criteria";
import { figure, figureIn, rangeNumbers, rangeText, UNKNOWN } from "../text/figures";

/** For columns: all figures are in this step, and the header has its unit. */
interface InColumn {
  readonly step?: Step;
}

/** A figure with three significant digits; the exact one is in a tooltip. */
export function FigureOf({
  amount,
  criterion,
  step,
}: InColumn & {
  readonly amount: Pick<Amount, "expected"> | null;
  readonly criterion: CriterionText;
}): VNode {
  if (amount === null) return <span class="unknown">{UNKNOWN}</span>;
  if (step !== undefined) {
    const { number, exact } = figureIn(step, amount.expected, criterion);
    return (
      <span class="figure" title={exact}>
        {number}
      </span>
    );
  }
  const { number, unit, exact } = figure(amount.expected, criterion);
  return (
    <span class="figure" title={exact}>
      {number} <span class="of">{unit}</span>
    </span>
  );
}

export function RangeOf({
  amount,
  criterion,
  step,
}: InColumn & {
  readonly amount: Amount | null;
  readonly criterion: CriterionText;
}): VNode | null {
  if (amount === null) return null;
  return (
    <span class="range" title={`${amount.low} to ${amount.high} ${criterion.unit}`}>
      {step === undefined ? rangeText(amount, criterion) : rangeNumbers(amount, step)}
    </span>
  );
}

/** The header of a column of figures, with their unit. */
export function HeadOf({
  title,
  step,
  of,
}: {
  readonly title: string;
  readonly step: Step;
  readonly of: string;
}): VNode {
  return (
    <>
      {title} <span class="head-unit">{`${step.unit}${of}`}</span>
    </>
  );
}
