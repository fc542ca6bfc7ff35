import type { VNode } from "preact";
import { useCallback } from "preact/hooks";
import type { Colours } from "../../charts/colours";
import { lyingHeight } from "../../charts/lying-axes";
import { SavedChart } from "../../charts/saved-chart";
import type { PageCompareQuery } from "../../generated/operations";
import { amountOf } from "../../text/amounts";
import { CRITERIA, type CriterionText } from "../../text/criteria";
import { figure, figureIn, figureText, headText, stepOfAll, threeDigits } from "../../text/figures";
import { settledText } from "../../text/settled";
import { relativeText, signedNumber, signedText, signOf } from "../../text/signed";
import { unitName } from "../../text/unit-names";
import { Drivers } from "../../ui/drivers";
import { Marked } from "../../ui/marked";
import { FigureOf, HeadOf, RangeOf } from "../../ui/number";
import { Scrolled } from "../../ui/scrolled";
import { waterfall } from "./waterfall";
import { strongest, waterfallRows } from "./waterfall-rows";

type Comparison = NonNullable<PageCompareQuery["compare"]>;

interface DifferenceProps {
  readonly comparison: Comparison;
  readonly criterion: CriterionText;
}

const [GASES] = CRITERIA;

/** The difference, whether its sign is certain, and its drivers. */
export function Difference({ comparison, criterion }: DifferenceProps): VNode {
  const { a, b, difference } = comparison;
  const amount = amountOf(difference, criterion);
  const step = stepOfAll([amount?.expected], criterion);
  const names = [nameOf(a), nameOf(b)] as const;
  return (
    <>
      <section class="outcome" aria-label="Difference">
        {amount === null ? (
          <p>{criterion.title}: unknown in one of the two, and so is the difference.</p>
        ) : (
          <>
            <p class="total" title={`${amount.expected} ${criterion.unit}`}>
              <Signed value={amount.expected} criterion={criterion} />
            </p>
            <p class="lead" role="status">
              {names[1]} against {names[0]}
              {criterion.field === GASES.field &&
                difference.relative !== null &&
                `: ${relativeText(difference.relative)}`}
              , between {signedNumber(amount.low, criterion, step)} and{" "}
              {signedNumber(amount.high, criterion, step)} {step.unit}
              {criterion.of}.
            </p>
            <p>{settledText(difference.isSettled, amount.expected)}</p>
          </>
        )}
        {difference.notes.map((note) => (
          <p class="hint" key={note}>
            <Marked text={note} />
          </p>
        ))}
      </section>
      <Sides comparison={comparison} />
      {comparison.drivers != null && comparison.drivers.length > 0 && (
        <section aria-labelledby="drivers-title">
          <h2 id="drivers-title">What makes the difference</h2>
          <Waterfall comparison={comparison} criterion={criterion} names={names} />
          <Scrolled label="Table: What makes the difference">
            <Drivers drivers={comparison.drivers} criterion={criterion} sides={["First", "Second"]} />
          </Scrolled>
        </section>
      )}
      {comparison.components != null && comparison.components.length > 0 && (
        <details>
          <summary>The same by component</summary>
          <Components components={comparison.components} criterion={criterion} />
        </details>
      )}
      {difference.uncertainFactors.length > 0 && (
        <details>
          <summary>What is in doubt</summary>
          <ul class="notes">
            {difference.uncertainFactors.map(({ id, name, value, low, high, unit, source }) => (
              <li key={id}>
                {name}: {threeDigits(value)} {unitName(unit)}
                {low !== null && high !== null && `, ${threeDigits(low)} to ${threeDigits(high)}`}
                <span class="hint source">
                  <Marked text={source} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The main figure with its unit. */
function Signed({ value, criterion }: { readonly value: number; readonly criterion: CriterionText }): VNode {
  const { number, unit } = figure(Math.abs(value), criterion);
  return (
    <>
      <span class="number">
        {signOf(value)}
        {number}
      </span>{" "}
      <span class="unit">{unit}</span>
    </>
  );
}

function nameOf({ resource }: Comparison["a"]): string {
  return `${resource.name} in ${resource.locality.name}`;
}

/** Both totals and their difference in every criterion. */
function Sides({ comparison: { a, b, difference } }: { readonly comparison: Comparison }): VNode {
  return (
    <Scrolled label="Both side by side">
      <table class="beside stacked">
        <thead>
          <tr>
            <td />
            <th scope="col" class="number">
              {nameOf(a)}
            </th>
            <th scope="col" class="number">
              {nameOf(b)}
            </th>
            <th scope="col" class="number">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {CRITERIA.map((criterion) => {
            const amount = amountOf(difference, criterion);
            const amounts = [a, b].map(({ footprint }) => amountOf(footprint.total, criterion));
            const step = stepOfAll(
              [...amounts, amount].map((one) => one?.expected),
              criterion,
            );
            return (
              <tr key={criterion.field}>
                <th scope="row">
                  <HeadOf title={criterion.title} step={step} of={criterion.of} />
                </th>
                {amounts.map((one, side) => (
                  <td class="number" key={side} data-label={nameOf(side === 0 ? a : b)}>
                    <FigureOf amount={one} criterion={criterion} step={step} />{" "}
                    <RangeOf amount={one} criterion={criterion} step={step} />
                  </td>
                ))}
                <td
                  class="number"
                  data-label="Difference"
                  title={amount === null ? undefined : `${amount.expected} ${criterion.unit}`}
                >
                  {amount === null ? (
                    <span class="unknown">unknown</span>
                  ) : (
                    signedNumber(amount.expected, criterion, step)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scrolled>
  );
}

interface WaterfallProps extends DifferenceProps {
  readonly names: readonly [string, string];
}

function Waterfall({ comparison, criterion, names }: WaterfallProps): VNode | null {
  const { a, b, drivers } = comparison;
  const first = amountOf(a.footprint.total, criterion)?.expected ?? null;
  const second = amountOf(b.footprint.total, criterion)?.expected ?? null;
  const steps = strongest(
    (drivers ?? []).map(({ label, effect }) => ({ name: label.split(" → ")[0] as string, effect })),
  );
  const rows = first === null || second === null ? [] : waterfallRows(names, first, second, steps);
  const option = useCallback(
    (colours: Colours, width: number) => waterfall(rows, criterion, colours, width),
    [comparison, criterion],
  );
  if (rows.length === 0) return null;
  const said = steps.map(({ name, effect }) => `${name} ${signedText(effect, criterion)}`).join(", ");
  return (
    <SavedChart
      kind="axes"
      name={`${names[0]} against ${names[1]}`}
      option={option}
      label={`From ${figureText(first, criterion)} to ${figureText(second, criterion)}: ${said}. The table below has all of it.`}
      height={lyingHeight(rows.length)}
    />
  );
}

interface ComponentsProps {
  readonly components: NonNullable<Comparison["components"]>;
  readonly criterion: CriterionText;
}

function Components({ components, criterion }: ComponentsProps): VNode {
  const step = stepOfAll(
    components.flatMap(({ a, b, difference }) => [a, b, difference]),
    criterion,
  );
  return (
    <Scrolled label="Differences by component">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Component</th>
            {["First", "Second", "Difference"].map((title) => (
              <th scope="col" class="number" key={title}>
                <HeadOf title={title} step={step} of={criterion.of} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {components.map(({ name, kind, a, b, difference }, index) => (
            <tr key={index}>
              <th scope="row">
                {name} <span class="hint">{kind.toLowerCase().replaceAll("_", " ")}</span>
              </th>
              <td class="number" data-label={headText("First", step, criterion)}>
                {a === null ? "none" : figureIn(step, a, criterion).number}
              </td>
              <td class="number" data-label={headText("Second", step, criterion)}>
                {b === null ? "none" : figureIn(step, b, criterion).number}
              </td>
              <td class="number" data-label={headText("Difference", step, criterion)}>
                {signedNumber(difference, criterion, step)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
