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
import { CriterionSwitch } from "../../ui/criterion-switch";
import { Problem } from "../../ui/problem";
import type { EstimateProps } from "./estimate-props";
import { Explanation } from "./explanation";
import { type RawFootprint, treeOf } from "./tree";
import { TreePicture } from "./tree-picture";
import { TreeTable } from "./tree-table";

type MakeupProps = EstimateProps & { readonly question: PageEstimateQueryVariables | null };

/** What a figure is made of: a picture that opens, the same as a table, and the formulas behind each of it. */
export function Makeup({ question, state, change }: MakeupProps): VNode {
  const criterion = criterionOf(state.criterion);
  const { data, problems, isWaiting } = useAnswer(
    PageTreeDocument,
    question === null ? null : treeVariables(question, criterion.field),
  );
  const footprint = data?.portfolio?.items[0]?.footprint as RawFootprint | null | undefined;
  const tree = useMemo(() => (footprint ? treeOf(footprint, criterion) : []), [footprint, criterion]);
  // While the answer in another criterion is awaited there is none in this one.
  const total = footprint?.total === undefined ? null : amountOf(footprint.total, criterion);
  const explain = (path: readonly number[]): void => change({ explained: path }, "push");
  return (
    <section aria-labelledby="makeup-title" aria-busy={isWaiting}>
      <h2 id="makeup-title">What it is made of</h2>
      <CriterionSwitch criterion={criterion} onChange={(field) => change({ criterion: field }, "replace")} />
      {problems.map(({ message }) => (
        <Problem key={message} message={message} />
      ))}
      {total !== null && total.expected !== 0 && (
        <TreePicture tree={tree} total={total.expected} criterion={criterion} onExplain={explain} />
      )}
      {footprint != null && total === null && !isWaiting && (
        <p class="hint">{criterion.title}: unknown for a part of it, and so for the whole.</p>
      )}
      {data === null && isWaiting && <p class="wait">Asking …</p>}
      {tree.length > 0 && (
        <TreeTable tree={tree} total={total?.expected ?? null} criterion={criterion} onExplain={explain} />
      )}
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

/** The tree of the same resource, in one criterion. */
export function treeVariables(
  question: PageEstimateQueryVariables,
  criterion: Criterion,
): PageTreeQueryVariables {
  return { ...question, ...chosen(criterion) };
}

type Chosen = Omit<PageTreeQueryVariables, "resource" | "during">;

function chosen(criterion: Criterion): Chosen {
  return Object.fromEntries(CRITERIA.map(({ field }) => [field, field === criterion])) as Chosen;
}
