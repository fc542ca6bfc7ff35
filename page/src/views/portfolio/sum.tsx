import type { VNode } from "preact";
import { amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";
import { figure, percentText, rangeText, stepOfAll } from "../../text/figures";
import { sureness } from "../../text/sureness";
import { Notes } from "../../ui/notes";
import { FigureOf, HeadOf, RangeOf } from "../../ui/number";
import { RangeBar } from "../../ui/range-bar";
import { Scrolled } from "../../ui/scrolled";
import type { LineAnswer } from "./estimate-basket";
import { PartsPicture } from "./parts-picture";
import type { Part, Sums } from "./sums";

const [GASES, ...OTHERS] = CRITERIA;
const STAGES = [
  ["manufacturing", "Manufacturing"],
  ["usage", "Usage"],
  ["operational", "Operational"],
] as const;

interface SumProps {
  readonly sums: Sums;
  readonly lines: number;
  readonly answers: readonly LineAnswer[];
  readonly isDone: boolean;
}

/** The sum of the basket, then its parts. */
export function Sum({ sums, lines, answers, isDone }: SumProps): VNode {
  const amount = amountOf(sums.total, GASES);
  const summed = answers.filter(({ total }) => total !== null).length;
  if (amount === null) throw new Error("greenhouse gases are always known");
  const { number, unit, exact } = figure(amount.expected, GASES);
  const requests = sums.notes.length;
  return (
    <>
      <section class="outcome" aria-label="Sum" aria-busy={!isDone}>
        <p class="total" title={exact}>
          <span class="number">{number}</span> <span class="unit">{unit}</span>
        </p>
        <p class="lead" role="status">
          {isDone ? "" : "So far: "}
          {summed.toLocaleString("en")} of {lines.toLocaleString("en")} {lines === 1 ? "line" : "lines"},
          between {rangeText(amount, GASES).replace(" to ", " and ")}.
        </p>
        <RangeBar amount={amount} criterion={GASES} />
        <p class="hint">
          The range is that of all lines at their low ends, or all at their high ends together: wider than is
          likely.
        </p>
      </section>
      <section aria-labelledby="sum-title">
        <h2 id="sum-title">What it is made of</h2>
        <dl class="parts">
          {STAGES.map(([stage, title]) => (
            <div key={stage} class={`part-text ${stage}`}>
              <dt>{title}</dt>
              <dd>
                <FigureOf amount={amountOf(sums[stage], GASES)} criterion={GASES} />{" "}
                <RangeOf amount={amountOf(sums[stage], GASES)} criterion={GASES} />
              </dd>
            </div>
          ))}
        </dl>
        <dl class="criteria">
          {OTHERS.map((criterion) => (
            <div key={criterion.field}>
              <dt>{criterion.title}</dt>
              <dd>
                <FigureOf amount={amountOf(sums.total, criterion)} criterion={criterion} />{" "}
                <RangeOf amount={amountOf(sums.total, criterion)} criterion={criterion} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Parts title="By product" parts={sums.byProduct} whole={amount.expected} />
      <Parts title="By place" parts={sums.byPlace} whole={amount.expected} />
      <details>
        <summary>What to know of it</summary>
        <p>{sureness(sums.dataQuality)}</p>
        {requests > 1 && (
          <p class="hint">
            The lines were asked for in {requests} requests, and their sums and range ends added up; notes are
            those of each request.
          </p>
        )}
        {sums.notes.map((notes, index) => (
          <Notes key={index} notes={notes} />
        ))}
      </details>
    </>
  );
}

interface PartsProps {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly whole: number;
}

function Parts({ title, parts, whole }: PartsProps): VNode {
  const step = stepOfAll(
    parts.map(({ total }) => total.kgCo2Equivalent),
    GASES,
  );
  const id = title.replaceAll(" ", "-").toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {parts.length > 1 && <PartsPicture name={`Basket ${title.toLowerCase()}`} parts={parts} />}
      <Scrolled label={`Table: ${title}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{title.replace("By p", "P")}</th>
              <th scope="col" class="number">
                Lines
              </th>
              <th scope="col" class="number">
                <HeadOf title={GASES.title} step={step} of={GASES.of} />
              </th>
              <th scope="col" class="number">
                Share
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ name, items, total }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{items.toLocaleString("en")}</td>
                <td class="number">
                  <FigureOf amount={amountOf(total, GASES)} criterion={GASES} step={step} />{" "}
                  <RangeOf amount={amountOf(total, GASES)} criterion={GASES} step={step} />
                </td>
                <td class="number">{whole === 0 ? "" : percentText(total.kgCo2Equivalent / whole)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}
