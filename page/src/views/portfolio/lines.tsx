import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Step } from "../../../../src/units";
import { type BasketLine, changeLine, removeLine } from "../../basket/basket";
import type { Product } from "../../form/fields";
import { readNumber } from "../../form/numbers";
import { CRITERIA } from "../../text/criteria";
import { headText, stepOfAll } from "../../text/figures";
import { inWords } from "../../text/words";
import { FigureOf, HeadOf, RangeOf } from "../../ui/number";
import { Scrolled } from "../../ui/scrolled";
import type { LineAnswer } from "./estimate-basket";

const [GASES] = CRITERIA;
const LINES_OF_A_PAGE = 50;

interface LinesProps {
  readonly lines: readonly BasketLine[];
  readonly answers: readonly LineAnswer[];
  readonly products: readonly Product[];
}

/** The lines of the basket, in pages, with editable counts and hours. */
export function Lines({ lines, answers, products }: LinesProps): VNode {
  const [page, setPage] = useState(0);
  const pages = Math.ceil(lines.length / LINES_OF_A_PAGE);
  const at = Math.min(page, pages - 1);
  const from = at * LINES_OF_A_PAGE;
  const step = stepOfAll(
    answers.slice(from, from + LINES_OF_A_PAGE).map(({ total }) => total?.kgCo2Equivalent),
    GASES,
  );
  return (
    <section aria-labelledby="lines-title">
      <h2 id="lines-title">
        {lines.length.toLocaleString("en")} {lines.length === 1 ? "line" : "lines"}
      </h2>
      <Scrolled label="Lines of the basket">
        <table class="lines stacked">
          <thead>
            <tr>
              <th scope="col">Resource</th>
              <th scope="col" class="number">
                <HeadOf title={GASES.title} step={step} of={GASES.of} />
              </th>
              <th scope="col">Count</th>
              <th scope="col">Hours</th>
              <th scope="col">
                <span class="unseen">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(from, from + LINES_OF_A_PAGE).map((line, index) => (
              <Row
                key={from + index}
                step={step}
                index={from + index}
                line={line}
                answer={answers[from + index]}
                products={products}
              />
            ))}
          </tbody>
        </table>
      </Scrolled>
      {pages > 1 && (
        <nav class="actions" aria-label="Pages of lines">
          <button type="button" disabled={at === 0} onClick={() => setPage(at - 1)}>
            Before
          </button>
          <span>
            {(from + 1).toLocaleString("en")} to{" "}
            {Math.min(from + LINES_OF_A_PAGE, lines.length).toLocaleString("en")} of{" "}
            {lines.length.toLocaleString("en")}
          </span>
          <button type="button" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            After
          </button>
        </nav>
      )}
    </section>
  );
}

interface RowProps {
  readonly index: number;
  readonly step: Step;
  readonly line: BasketLine;
  readonly answer: LineAnswer | undefined;
  readonly products: readonly Product[];
}

function Row({ index, step, line, answer, products }: RowProps): VNode {
  const { item } = line;
  const { during } = item;
  const name = nameOf(line, answer);
  const isOfDates = during?.start !== undefined || during?.end !== undefined;
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="hint"> {whatIs(item, answer)}</span>
      </th>
      <td class="number" data-label={headText(GASES.title, step, GASES)}>
        {answer?.total != null && (
          <>
            <FigureOf amount={{ expected: answer.total.kgCo2Equivalent }} criterion={GASES} step={step} />
            <RangeOf
              amount={{
                expected: answer.total.kgCo2Equivalent,
                low: answer.total.kgCo2EquivalentLow,
                high: answer.total.kgCo2EquivalentHigh,
              }}
              criterion={GASES}
              step={step}
            />
          </>
        )}
        {answer?.problem != null && <span class="said">{inWords(answer.problem.message, products)}</span>}
      </td>
      <td data-label="Count">
        <NumberCell
          label={`Count of ${name}`}
          value={item.count ?? 1}
          onChange={(count) => changeLine(index, { ...item, count })}
        />
      </td>
      <td data-label="Hours">
        {isOfDates ? (
          <span class="hint">
            {during?.start?.slice(0, 10)} to {during?.end?.slice(0, 10)}
          </span>
        ) : (
          <NumberCell
            label={`Hours of ${name}`}
            value={during?.hours ?? null}
            onChange={(hours) => changeLine(index, { ...item, during: { ...during, hours } })}
          />
        )}
      </td>
      <td>
        <button type="button" class="remove" aria-label={`Remove ${name}`} onClick={() => removeLine(index)}>
          Remove
        </button>
      </td>
    </tr>
  );
}

interface NumberCellProps {
  readonly label: string;
  /** Null for the value of all lines. */
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

/** Invalid numbers are marked, and change nothing. */
function NumberCell({ label, value, onChange }: NumberCellProps): VNode {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : readNumber(typed);
  const isWrong = read !== null && "problem" in read;
  const type = (text: string): void => {
    setTyped(text);
    const now = readNumber(text);
    if ("number" in now) onChange(now.number);
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      class="short"
      aria-label={label}
      aria-invalid={isWrong}
      title={isWrong && "problem" in read ? read.problem : undefined}
      placeholder="as above"
      value={typed ?? (value === null ? "" : String(value))}
      onInput={({ currentTarget }) => type(currentTarget.value)}
      onBlur={() => !isWrong && setTyped(null)}
    />
  );
}

function nameOf({ item }: BasketLine, answer: LineAnswer | undefined): string {
  if (item.label !== undefined && item.label !== "") return item.label;
  return answer?.name ?? firstText(item.resource) ?? Object.keys(item.resource)[0] ?? "";
}

/** Offer and place, as the graph names them. */
function whatIs({ label }: BasketLine["item"], answer: LineAnswer | undefined): string {
  return [label === undefined ? null : answer?.name, answer?.place].filter((one) => one != null).join(", ");
}

function firstText(resource: BasketLine["item"]["resource"]): string | undefined {
  return Object.values(resource)
    .flatMap((input) => Object.values(input))
    .find((value): value is string => typeof value === "string");
}
