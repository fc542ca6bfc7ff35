import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { useAnswer } from "../../api/use-answer";
import {
  type PageEstimateQueryVariables,
  PageTreeDocument,
  type PageTreeQueryVariables,
} from "../../generated/operations";
import { amountOf } from "../../text/amounts";
import { CRITERIA, type Criterion, criterionOf } from "../../text/criteria";
import { Answered } from "../../ui/answered";
import { CriterionSwitch } from "../../ui/criterion-switch";
import { Problem } from "../../ui/problem";
import type { EstimateProps } from "./estimate-props";
import { Explanation } from "./explanation";
import { type RawFootprint, treeOf } from "./tree";
import { TreePicture } from "./tree-picture";
import { TreeTable } from "./tree-table";

type MakeupProps = EstimateProps & { readonly question: PageEstimateQueryVariables | null };

/** The components of a figure: as a treemap, as a table, and each with its formulas. */
export function Makeup({ question, state, change }: MakeupProps): VNode {
  const { data, of, problems, isWaiting, isOld } = useAnswer(
    PageTreeDocument,
    question === null ? null : treeVariables(question, state.criterion),
  );
  // The response has the criterion of its request, which can differ from the present choice.
  const criterion = criterionOf(of === null ? state.criterion : chosenIn(of));
  const footprint = data?.portfolio?.items[0]?.footprint as RawFootprint | null | undefined;
  const tree = useMemo(() => (footprint ? treeOf(footprint, criterion) : []), [footprint, criterion]);
  const total = footprint?.total === undefined ? null : amountOf(footprint.total, criterion);
  const explain = (path: readonly number[]): void => change({ explained: path }, "push");
  return (
    <section aria-labelledby="makeup-title">
      <h2 id="makeup-title">What it is made of</h2>
      <CriterionSwitch
        criterion={criterionOf(state.criterion)}
        onChange={(field) => change({ criterion: field }, "replace")}
      />
      {problems.map(({ message }) => (
        <Problem key={message} message={message} />
      ))}
      {data === null && isWaiting && <p class="wait">Asking …</p>}
      <Answered {...{ isOld, isWaiting }}>
        {total !== null && total.expected !== 0 && (
          <TreePicture tree={tree} total={total.expected} criterion={criterion} onExplain={explain} />
        )}
        {footprint != null && total === null && (
          <p class="hint">{criterion.title}: unknown for a part of it, and so for the whole.</p>
        )}
        {tree.length > 0 && (
          <TreeTable tree={tree} total={total?.expected ?? null} criterion={criterion} onExplain={explain} />
        )}
      </Answered>
      {state.explained !== null && (
        <Explanation
          question={question}
          path={state.explained}
          tree={tree}
          onClose={() => change({ explained: null }, "push")}
        />
      )}
    </section>
  );
}

/** The variables of the tree of components, in one criterion. */
export function treeVariables(
  question: PageEstimateQueryVariables,
  criterion: Criterion,
): PageTreeQueryVariables {
  return { ...question, ...chosen(criterion) };
}

function chosenIn(variables: PageTreeQueryVariables): Criterion | undefined {
  return CRITERIA.find(({ field }) => variables[field])?.field;
}

type Chosen = Omit<PageTreeQueryVariables, "resource" | "during">;

function chosen(criterion: Criterion): Chosen {
  return Object.fromEntries(CRITERIA.map(({ field }) => [field, field === criterion])) as Chosen;
}
