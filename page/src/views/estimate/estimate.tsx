import type { VNode } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { fieldProblem } from "../../api/field-of";
import { useAnswer } from "../../api/use-answer";
import { readPeriod } from "../../form/period";
import { readForm } from "../../form/values";
import {
  PageEstimateDocument,
  type PageEstimateQueryVariables,
  PageOperatorEstimateDocument,
  PagePlacesDocument,
  PageTreeDocument,
} from "../../generated/operations";
import type { Criterion } from "../../text/criteria";
import { Answered } from "../../ui/answered";
import { GraphqlShown, type ShownQuestion } from "../../ui/graphql-shown";
import type { EstimateAnswer } from "./answer";
import { Configuration } from "./configuration";
import type { EstimateProps } from "./estimate-props";
import { Headline } from "./headline";
import { Makeup, treeVariables } from "./makeup";
import { OperatorEstimate } from "./operator-estimate";
import { Parts } from "./parts";
import { placeRows, placesWithout } from "./place-rows";
import { Places } from "./places";
import { Quality } from "./quality";

const NOWHERE: readonly string[] = [];

/** The form, and the estimate. Problems are shown at their field, while the last estimate stays. */
export function Estimate(props: EstimateProps): VNode {
  const { product, values, period } = props.state;
  const form = readForm(product, values);
  const { during, problems } = readPeriod(period);
  const own = [...form.problems, ...problems];
  const question =
    own.length > 0
      ? null
      : ({ resource: { [product.kind]: form.input }, during } as unknown as PageEstimateQueryVariables);
  const { data, isWaiting, isOld, problems: refused } = useAnswer(PageEstimateDocument, question);
  const item = data?.portfolio?.items[0];
  const itemProblem = own.length === 0 && refused.length === 0 ? item?.error : null;
  const told = [...refused, ...(itemProblem ? [itemProblem] : [])];
  const all = [...own, ...told.map((one) => fieldProblem(one, props.catalogue.products))];
  const { footprint = null, resource = null } = item ?? {};
  const last = useRef<EstimateAnswer | null>(null);
  if (footprint !== null && resource !== null && footprint !== last.current?.footprint)
    last.current = { footprint, resource, period };
  const answer = last.current;
  // The explanation is requested after the figure.
  const answered = answer !== null && all.length === 0 ? question : null;
  const places = useAnswer(PagePlacesDocument, answered);
  const rows = useMemo(() => placeRows(places.data?.portfolio?.items[0]), [places.data]);
  const without = places.isOld ? NOWHERE : placesWithout(product, rows, props.catalogue.localities);
  return (
    <div class="estimate">
      <Headline answer={answer} problems={all} isOld={isOld} isWaiting={isWaiting} />
      <Configuration {...props} problems={all} without={without} />
      <div class="results">
        {answer !== null && (
          <>
            <Answered {...{ isOld, isWaiting }}>
              <Parts {...answer} />
            </Answered>
            <Makeup question={answered} {...props} />
            <Places asked={places} rows={rows} without={without} resource={answer.resource} />
            <OperatorEstimate question={answered} />
            <Answered {...{ isOld, isWaiting }}>
              <Quality {...answer} />
            </Answered>
            {answered !== null && <GraphqlShown questions={asked(answered, props.state.criterion)} />}
          </>
        )}
      </div>
    </div>
  );
}

/** The queries of the view's sections. */
function asked(variables: PageEstimateQueryVariables, criterion: Criterion): readonly ShownQuestion[] {
  return [
    { title: "The figure", document: PageEstimateDocument, variables },
    {
      title: "What it is made of",
      document: PageTreeDocument,
      variables: treeVariables(variables, criterion),
    },
    { title: "Here and elsewhere", document: PagePlacesDocument, variables },
    { title: "The operator’s own estimate", document: PageOperatorEstimateDocument, variables },
  ];
}
