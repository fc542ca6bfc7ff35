import type { VNode } from "preact";
import type { Amount } from "../text/amounts";
import type { CriterionText } from "../text/criteria";
import { figureText } from "../text/figures";

/** A range as a bar from zero, with the expected value. Decorative: a text nearby has the same. */
export function RangeBar({
  amount,
  criterion,
}: {
  readonly amount: Amount;
  readonly criterion: CriterionText;
}): VNode | null {
  const { expected, low, high } = amount;
  if (high <= 0) return null;
  const at = (value: number): string => `${Math.max(0, Math.min(100, (value / high) * 100))}%`;
  return (
    <div class="range-bar" aria-hidden="true">
      <div class="track">
        <div class="span" style={{ left: at(low), right: "0%" }} />
        <div class="mark" style={{ left: at(expected) }} />
      </div>
      <div class="ends">
        <span class="low" style={{ left: at(low) }}>
          {figureText(low, criterion)}
        </span>
        <span class="high">{figureText(high, criterion)}</span>
      </div>
    </div>
  );
}
