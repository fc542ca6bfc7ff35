import type { VNode } from "preact";
import type { Amount } from "../text/amounts";
import type { CriterionText } from "../text/criteria";
import { figure, rangeText, UNKNOWN } from "../text/figures";

/** A figure to three digits; the exact one when it is pointed at. */
export function FigureOf({
  amount,
  criterion,
}: {
  readonly amount: Pick<Amount, "expected"> | null;
  readonly criterion: CriterionText;
}): VNode {
  if (amount === null) return <span class="unknown">{UNKNOWN}</span>;
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
}: {
  readonly amount: Amount | null;
  readonly criterion: CriterionText;
}): VNode | null {
  if (amount === null) return null;
  return (
    <span class="range" title={`${amount.low} to ${amount.high} ${criterion.unit}`}>
      {rangeText(amount, criterion)}
    </span>
  );
}
