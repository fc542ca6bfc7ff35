import type { VNode } from "preact";
import type { PageServingQuery } from "../../generated/operations";
import { amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";
import { headText, stepOfAll, threeDigits } from "../../text/figures";
import { relativeText, signedNumber } from "../../text/signed";
import { Notes } from "../../ui/notes";
import { FigureOf, HeadOf, RangeOf } from "../../ui/number";
import { Scrolled } from "../../ui/scrolled";

type Comparison = NonNullable<PageServingQuery["servingComparison"]>;
type Option = Comparison["options"][number];

const [GASES] = CRITERIA;

/** For the amounts of the form: Serverless, and each node type compared with it. */
export function Options({
  comparison,
  unit,
}: {
  readonly comparison: Comparison;
  readonly unit: string;
}): VNode {
  const { serverlessFootprint, options } = comparison;
  const serverless = amountOf(serverlessFootprint.total, GASES);
  const step = stepOfAll(
    [serverless?.expected, ...options.map(({ footprint }) => footprint.total.kgCo2Equivalent)],
    GASES,
  );
  return (
    <section aria-labelledby="options-title">
      <h2 id="options-title">For the month in the form</h2>
      <Scrolled label="Table: For the month in the form">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">On</th>
              <th scope="col" class="number">
                <HeadOf title={GASES.title} step={step} of={GASES.of} />
              </th>
              <th scope="col" class="number">
                <HeadOf title="Against Serverless" step={step} of={GASES.of} />
              </th>
              <th scope="col" class="number">
                GPUs work
              </th>
              <th scope="col">Break-even</th>
            </tr>
          </thead>
          <tbody>
            <tr class="here">
              <th scope="row">Serverless</th>
              <td class="number" data-label={headText(GASES.title, step, GASES)}>
                <FigureOf amount={serverless} criterion={GASES} step={step} />{" "}
                <RangeOf amount={serverless} criterion={GASES} step={step} />
              </td>
              <td />
              <td />
              <td />
            </tr>
            {options.map((option) => {
              const amount = amountOf(option.footprint.total, GASES);
              return (
                <tr key={option.deployment.name}>
                  <th scope="row">
                    {option.deployment.name}
                    <span class="hint"> {option.deployment.locality.name}</span>
                  </th>
                  <td class="number" data-label={headText(GASES.title, step, GASES)}>
                    <FigureOf amount={amount} criterion={GASES} step={step} />{" "}
                    <RangeOf amount={amount} criterion={GASES} step={step} />
                  </td>
                  <td class="number" data-label={headText("Against Serverless", step, GASES)}>
                    {signedNumber(option.difference.kgCo2Equivalent, GASES, step)}
                    <span class="hint"> {relativeText(option.difference.relative)}</span>
                    {option.difference.isSettled === false && <span class="hint"> not settled</span>}
                  </td>
                  <td class="number" data-label="GPUs work">
                    {loadText(option.gpuLoadPercent)}
                  </td>
                  <td data-label="Break-even">{breakEvenText(option, unit)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
      {options.some(({ difference }) => difference.isSettled === false) && (
        <p class="hint">
          “Not settled”: what tells the two apart is assumed or uncertain, so that either could be the lower.
        </p>
      )}
      <h3>What to know of Serverless</h3>
      <Notes notes={serverlessFootprint.notes} />
    </section>
  );
}

const many = new Intl.NumberFormat("en", {
  notation: "compact",
  compactDisplay: "long",
  maximumSignificantDigits: 3,
});

function loadText(percent: number | null): string {
  if (percent === null) return "not known";
  return percent > 100 ? `${threeDigits(percent)} %: more than they can` : `${threeDigits(percent)} %`;
}

function breakEvenText({ breakEvenTokensPerMonth, isBreakEvenWithinCapacity }: Option, unit: string): string {
  if (breakEvenTokensPerMonth === null) return "none: Serverless takes less at any load";
  const at = `${many.format(breakEvenTokensPerMonth)} ${unit} a month`;
  return isBreakEvenWithinCapacity === false
    ? `${at}: more than they can, so that Serverless takes less`
    : at;
}
