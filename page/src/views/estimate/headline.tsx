import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { GraphProblem } from "../../api/ask";
import { periodText } from "../../form/period";
import type { FieldProblem } from "../../form/values";
import { amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";
import { figure, figureText, rangeText } from "../../text/figures";
import { sureness } from "../../text/sureness";
import { RangeBar } from "../../ui/range-bar";
import type { EstimateAnswer } from "./answer";

interface HeadlineProps {
  readonly answer: EstimateAnswer | null;
  readonly problems: readonly (FieldProblem | GraphProblem)[];
  /** Whether the figure is not of the present form. */
  readonly isOld: boolean;
  readonly isWaiting: boolean;
}

const [GASES] = CRITERIA;

/** The main figure, its range, and its data quality. */
export function Headline({ answer, problems, isOld: isOfBefore, isWaiting }: HeadlineProps): VNode {
  const general = problems.filter(({ field }) => field === "" || field === null);
  if (answer === null) {
    return (
      <section class="headline" aria-label="Result">
        <h1>Estimate</h1>
        {problems.length === 0 ? (
          <p class="wait">{isWaiting ? "Estimating …" : "Nothing to show yet."}</p>
        ) : (
          <Wrong problems={problems} />
        )}
      </section>
    );
  }
  const { footprint, resource, period } = answer;
  const amount = amountOf(footprint.total, GASES);
  if (amount === null) throw new Error("greenhouse gases are always known");
  const { number, unit, exact } = figure(amount.expected, GASES);
  const isWrong = problems.length > 0;
  const isOld = isWrong || isOfBefore;
  return (
    <section class={isOld ? "headline old" : "headline"} aria-label="Result" aria-busy={isWaiting}>
      <h1>
        {resource.name} <span class="where">in {resource.locality.name}</span>
      </h1>
      <p class="total" title={exact}>
        <span class="number">{number}</span> <span class="unit">{unit}</span>
      </p>
      <p class="lead">
        {periodText(period)}, between {rangeText(amount, GASES).replace(" to ", " and ")}.
      </p>
      <RangeBar amount={amount} criterion={GASES} />
      <p class="sure">{sureness(footprint.dataQuality)}</p>
      {isWrong && <Wrong problems={general.length > 0 ? general : problems} isAfter />}
      <Announcement
        text={`${resource.name} in ${resource.locality.name}: ${figureText(amount.expected, GASES)}, ${rangeText(amount, GASES)}`}
        isSettled={!isWaiting && !isOld}
      />
    </section>
  );
}

function Wrong({
  problems,
  isAfter = false,
}: {
  readonly problems: readonly { readonly message: string }[];
  readonly isAfter?: boolean;
}): VNode {
  return (
    <div class="problem" role="alert">
      {isAfter && <p>The figure above is that of the last answer.</p>}
      {problems.slice(0, 3).map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  );
}

/** Announced by screen readers after a debounce, and not at every key. */
function Announcement({ text, isSettled }: { readonly text: string; readonly isSettled: boolean }): VNode {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!isSettled) return;
    const timer = setTimeout(() => setSaid(text), 600);
    return () => clearTimeout(timer);
  }, [text, isSettled]);
  return (
    <p class="unseen" aria-live="polite">
      {said}
    </p>
  );
}
