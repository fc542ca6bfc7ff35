import type { VNode } from "preact";
import type { PageHistoryQuery } from "../../generated/operations";
import { amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";
import { figureIn, headText, stepOfAll } from "../../text/figures";
import { relativeText, signedNumber } from "../../text/signed";
import { Drivers } from "../../ui/drivers";
import { FigureOf, HeadOf, RangeOf } from "../../ui/number";
import { Scrolled } from "../../ui/scrolled";

type Portfolio = NonNullable<PageHistoryQuery["portfolio"]>;
export type Interval = NonNullable<Portfolio["items"][number]["resource"]>["history"][number];

const [GASES] = CRITERIA;

/** Intervals with a constant figure, the oldest first, and the changes between them. */
export function Intervals({ intervals }: { readonly intervals: readonly Interval[] }): VNode {
  const hasTheirs = intervals.some(({ operatorEstimate }) => operatorEstimate !== null);
  const step = stepOfAll(
    intervals.flatMap(({ footprint, operatorEstimate }) => [
      footprint.total.kgCo2Equivalent,
      operatorEstimate?.kgCo2Equivalent,
    ]),
    GASES,
  );
  return (
    <>
      <Scrolled label="Days on which nothing changed">
        <table class="intervals stacked">
          <thead>
            <tr>
              <th scope="col">Days</th>
              {[GASES.title, "Change", ...(hasTheirs ? ["The operator’s"] : [])].map((title) => (
                <th scope="col" class="number" key={title}>
                  <HeadOf title={title} step={step} of={GASES.of} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {intervals.map(({ from, to, footprint, change, operatorEstimate }) => (
              <tr key={from}>
                <th scope="row">
                  {from} <span class="hint">to {to}</span>
                </th>
                <td class="number" data-label={headText(GASES.title, step, GASES)}>
                  <FigureOf amount={amountOf(footprint.total, GASES)} criterion={GASES} step={step} />{" "}
                  <RangeOf amount={amountOf(footprint.total, GASES)} criterion={GASES} step={step} />
                </td>
                <td class="number" data-label={headText("Change", step, GASES)}>
                  {change !== null && (
                    <>
                      {signedNumber(change.kgCo2Equivalent, GASES, step)}{" "}
                      <span class="hint">{relativeText(change.relative)}</span>
                    </>
                  )}
                </td>
                {hasTheirs && (
                  <td class="number" data-label={headText("The operator’s", step, GASES)}>
                    {operatorEstimate !== null && (
                      <>
                        {figureIn(step, operatorEstimate.kgCo2Equivalent, GASES).number}{" "}
                        <span class="hint">{operatorEstimate.recordedOn}</span>
                      </>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <div class="details">
        {intervals.map(({ from, drivers }) =>
          drivers == null || drivers.length === 0 ? null : (
            <details key={from}>
              <summary>What changed on {from}</summary>
              <Scrolled label={`What changed on ${from}`}>
                <Drivers drivers={drivers} criterion={GASES} sides={["Before", "From then"]} />
              </Scrolled>
            </details>
          ),
        )}
      </div>
    </>
  );
}
