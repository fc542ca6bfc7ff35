import type { VNode } from "preact";
import { useAnswer } from "../../api/use-answer";
import { type PageEstimateQueryVariables, PageOperatorEstimateDocument } from "../../generated/operations";
import { amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";
import { threeDigits } from "../../text/figures";
import { Answered } from "../../ui/answered";
import { Marked } from "../../ui/marked";
import { FigureOf, RangeOf } from "../../ui/number";
import { Problem } from "../../ui/problem";

const [GASES, WATER] = CRITERIA;

/** The operator's own estimate, compared with ours. */
export function OperatorEstimate({
  question,
}: {
  readonly question: PageEstimateQueryVariables | null;
}): VNode {
  const { data, problems, isWaiting, isOld } = useAnswer(PageOperatorEstimateDocument, question);
  const resource = data?.portfolio?.items[0]?.resource;
  const theirs = resource?.operatorEstimate;
  return (
    <section aria-labelledby="operator-title">
      <h2 id="operator-title">The operator’s own estimate</h2>
      {problems.map(({ message }) => (
        <Problem key={message} message={message} />
      ))}
      {data === null && isWaiting && <p class="wait">Asking …</p>}
      <Answered {...{ isOld, isWaiting }}>
        {theirs === null && <p class="hint">None was recorded for this resource by the end of the period.</p>}
        {theirs != null && (
          <>
            <table class="beside">
              <thead>
                <tr>
                  <td />
                  <th scope="col">Theirs{theirs.unit === "hour" ? "" : `, for ${theirs.unit}`}</th>
                  <th scope="col">Ours, of the same day</th>
                </tr>
              </thead>
              <tbody>
                {[GASES, ...(WATER === undefined ? [] : [WATER])].map((criterion) => (
                  <tr key={criterion.field}>
                    <th scope="row">{criterion.title}</th>
                    <td>
                      <FigureOf
                        amount={known(
                          criterion.field === GASES.field ? theirs.kgCo2Equivalent : theirs.m3WaterUsage,
                        )}
                        criterion={criterion}
                      />
                    </td>
                    <td>
                      <FigureOf amount={amountOf(theirs.ours.total, criterion)} criterion={criterion} />{" "}
                      <RangeOf amount={amountOf(theirs.ours.total, criterion)} criterion={criterion} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>
              {theirs.ratio === null ? null : (
                <>
                  Ours is <strong title={String(theirs.ratio)}>{threeDigits(theirs.ratio)} times</strong>{" "}
                  theirs, which was{" "}
                </>
              )}
              {theirs.ratio === null && "Theirs was "}recorded on {theirs.recordedOn}:{" "}
              <Marked text={theirs.source} />
            </p>
            {theirs.note !== null && (
              <p>
                <Marked text={theirs.note} />
              </p>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

const known = (expected: number | null): { expected: number } | null =>
  expected === null ? null : { expected };
