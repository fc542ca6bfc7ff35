import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { fieldProblem } from "../../api/field-of";
import type { Settings } from "../../app/address-text";
import type { ViewProps } from "../../app/view-props";
import { basket, emptyBasket, fillBasket, type StoredBasket, sources } from "../../basket/basket";
import { isBasketStored } from "../../basket/stored-basket";
import type { Catalogue } from "../../form/fields";
import { readPeriod } from "../../form/period";
import { PeriodFields } from "../../form/period-fields";
import { periodIn, periodSettings } from "../../form/settings";
import { PagePortfolioDocument } from "../../generated/operations";
import { counted } from "../../text/counted";
import { Answered } from "../../ui/answered";
import { CopyLink } from "../../ui/copy-link";
import { GraphqlShown } from "../../ui/graphql-shown";
import { Problem } from "../../ui/problem";
import { LINES_AT_A_TIME, type LineAnswer, variablesFor } from "./estimate-basket";
import { Lines } from "./lines";
import { ProblemList } from "./problem-list";
import { problemsOf } from "./results";
import { SheetIn } from "./sheet-in";
import { SheetOut } from "./sheet-out";
import { Sum } from "./sum";
import { addedUp } from "./sums";
import { useBasketAnswer } from "./use-basket-answer";
import { OF_THE_LINK, useLinkedBasket } from "./use-linked-basket";

const NONE: readonly LineAnswer[] = [];

/** The basket: its lines, its sources, its sum, and its problems. */
export function Portfolio(props: ViewProps & { readonly catalogue: Catalogue }): VNode {
  const {
    settings,
    change,
    catalogue: { products },
  } = props;
  const isTooLong = useLinkedBasket(props, products);
  const [emptied, setEmptied] = useState<StoredBasket | null>(null);
  const empty = (): void => {
    setEmptied({ lines: basket.value, sources: sources.value });
    emptyBasket();
  };
  const takeBack = (): void => {
    if (emptied !== null) fillBasket(emptied);
    setEmptied(null);
  };
  const period = periodIn(settings);
  const { during, problems: ofPeriod } = readPeriod(period);
  const lines = basket.value;
  const answer = useBasketAnswer(lines, ofPeriod.length === 0 ? during : {});
  const answers = answer.isOld ? NONE : answer.lines;
  const sums = useMemo(() => addedUp(answer.portfolios), [answer.portfolios]);
  const told = problemsOf(lines, answers, sources.value);
  const isWaiting = lines.length > 0 && (answer.isOld || !answer.isDone);
  return (
    <>
      <p class="lead">
        Several resources and their sum. Add them in Estimate, or bring a table: CSV from any spreadsheet, or
        JSON.
      </p>
      <div class="view-columns">
        <div class="configuration">
          <SheetIn products={products} />
          <PeriodFields
            period={period}
            problems={[...ofPeriod, ...answer.problems.map((one) => fieldProblem(one, products))]}
            onChange={(changed, how) =>
              change({ ...withoutPeriod(settings), ...periodSettings(changed) }, how)
            }
          />
          <p class="hint">For lines that have no period of their own.</p>
          {isTooLong ? (
            <p class="hint" role="status">
              This basket is too long for a link: to send it, save it as CSV, and open that again here.
            </p>
          ) : (
            <CopyLink />
          )}
          {lines.length > 0 && (
            <p class="hint">
              {isBasketStored.value
                ? "It stays in this tab, also when the page is loaded anew, until you empty it or close the tab."
                : "This browser does not keep so much: save it as CSV before you leave this page."}
            </p>
          )}
        </div>
        <div class="results" aria-busy={isWaiting}>
          {lines.length === 0 &&
            sources.value
              .filter(({ id }) => id === OF_THE_LINK)
              .flatMap(({ problems }) => problems)
              .filter(({ line }) => line === null)
              .map(({ message }) => <Problem key={message} message={`The basket of the link: ${message}`} />)}
          {lines.length === 0 && told.length === 0 && <p class="hint">The basket is empty.</p>}
          {lines.length === 0 && emptied !== null && (
            <p class="actions">
              <button type="button" onClick={takeBack}>
                Put the {counted(emptied.lines.length, "line")} back
              </button>
            </p>
          )}
          {isWaiting && (
            <p class="progress" role="status">
              <progress max={lines.length} value={answers.length} aria-label="Lines that are estimated" />{" "}
              {answers.length.toLocaleString("en")} of {lines.length.toLocaleString("en")} lines
            </p>
          )}
          {answer.problems
            .filter(({ field }) => !field?.startsWith("during"))
            .map(({ message }) => (
              <Problem key={message} message={message} />
            ))}
          {sums !== null && lines.length > 0 && (
            <Answered isOld={answer.isOld} isWaiting={isWaiting}>
              <Sum sums={sums} lines={answer.of.length} answers={answer.lines} isDone={answer.isDone} />
            </Answered>
          )}
          {told.length > 0 && <ProblemList problems={told} products={products} />}
          {lines.length > 0 && (
            <>
              <Lines lines={lines} answers={answers} products={products} />
              <SheetOut lines={lines} answers={answers} isDone={!isWaiting} />
              <p class="actions">
                <button type="button" onClick={empty}>
                  Empty the basket
                </button>
              </p>
              <GraphqlShown
                questions={[
                  {
                    title:
                      lines.length > LINES_AT_A_TIME
                        ? `The first ${LINES_AT_A_TIME.toLocaleString("en")} lines; the others are asked in the same way`
                        : "All lines and their sum",
                    document: PagePortfolioDocument,
                    variables: variablesFor(lines.slice(0, LINES_AT_A_TIME), during),
                  },
                ]}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}

function withoutPeriod({ hours: _, from: __, to: ___, asOf: ____, ...others }: Settings): Settings {
  return others;
}
