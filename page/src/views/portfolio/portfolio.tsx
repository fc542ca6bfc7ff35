import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { fieldProblem } from "../../api/field-of";
import type { Settings } from "../../app/address-text";
import type { ViewProps } from "../../app/view-props";
import { basket, emptyBasket, sources } from "../../basket/basket";
import type { Catalogue } from "../../form/fields";
import { readPeriod } from "../../form/period";
import { PeriodFields } from "../../form/period-fields";
import { periodIn, periodSettings } from "../../form/settings";
import { PagePortfolioDocument } from "../../generated/operations";
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
import { useLinkedBasket } from "./use-linked-basket";

const NONE: readonly LineAnswer[] = [];

/** The basket: what is in it, where it comes from, its sum, and what could not be read or computed. */
export function Portfolio(props: ViewProps & { readonly catalogue: Catalogue }): VNode {
  const { settings, change, catalogue } = props;
  const isTooLong = useLinkedBasket(props, catalogue.products);
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
          <SheetIn products={catalogue.products} />
          <PeriodFields
            period={period}
            problems={[...ofPeriod, ...answer.problems.map(fieldProblem)]}
            onChange={(changed, how) =>
              change({ ...withoutPeriod(settings), ...periodSettings(changed) }, how)
            }
          />
          <p class="hint">For lines that have no period of their own.</p>
          {isTooLong ? (
            <p class="hint" role="status">
              This basket is too long for a link: save it as CSV instead, and open that again here.
            </p>
          ) : (
            <CopyLink />
          )}
        </div>
        <div class="results" aria-busy={isWaiting}>
          {lines.length === 0 && told.length === 0 && <p class="hint">The basket is empty.</p>}
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
          {told.length > 0 && <ProblemList problems={told} />}
          {lines.length > 0 && (
            <>
              <Lines lines={lines} answers={answers} />
              <SheetOut lines={lines} answers={answers} isDone={!isWaiting} />
              <p class="actions">
                <button type="button" onClick={emptyBasket}>
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
