import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useAnswer } from "../../api/use-answer";
import {
  type PageEstimateQueryVariables,
  type PageExplainedFragment,
  PageExplanationDocument,
  type PageExplanationQueryVariables,
} from "../../generated/operations";
import { amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";
import { percentText, threeDigits } from "../../text/figures";
import { Notes } from "../../ui/notes";
import { FigureOf, RangeOf } from "../../ui/number";
import { Problem } from "../../ui/problem";
import { Calculations } from "./calculations";
import { nodesTo, type TreeNode } from "./tree";

interface ExplanationProps {
  readonly question: PageEstimateQueryVariables | null;
  readonly path: readonly number[];
  readonly tree: readonly TreeNode[];
  readonly onClose: () => void;
}

const LEVELS = 10;

/** Dialog that explains a component: formulas, terms, and factors with their sources. */
export function Explanation({ question, path, tree, onClose }: ExplanationProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, problems, isWaiting } = useAnswer(
    PageExplanationDocument,
    question === null ? null : { ...question, ...levels(path.length) },
  );
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const explained = componentAt(data?.portfolio?.items[0]?.footprint, path);
  const names = nodesTo(tree, path).map(({ name }) => name);
  const name = explained?.name ?? names.at(-1);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: "Escape" closes a dialog by itself
    <dialog
      ref={dialog}
      class="explanation"
      aria-labelledby="explanation-title"
      onClose={onClose}
      // A click on the backdrop closes it, as "Escape" does.
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div class="content" aria-busy={isWaiting}>
        <header>
          {names.length > 1 && <p class="hint">{names.slice(0, -1).join(" › ")}</p>}
          <h2 id="explanation-title">{name ?? "Explanation"}</h2>
          <button type="button" class="close" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        {problems.map(({ message }) => (
          <Problem key={message} message={message} />
        ))}
        {explained === undefined && problems.length === 0 && (
          <p class="wait">
            {isWaiting || question === null ? "Explaining …" : "There is no such component here."}
          </p>
        )}
        {explained !== undefined && <Explained component={explained} />}
      </div>
    </dialog>
  );
}

function Explained({ component }: { readonly component: PageExplainedFragment }): VNode {
  const { explained: footprint, quantity, resource, allocation, calculations } = component;
  return (
    <>
      <table class="beside">
        <thead>
          <tr>
            <td />
            <th scope="col">In all</th>
            <th scope="col">Range</th>
            <th scope="col">Manufacturing</th>
            <th scope="col">Usage</th>
            <th scope="col">Operational</th>
          </tr>
        </thead>
        <tbody>
          {CRITERIA.map((criterion) => (
            <tr key={criterion.field}>
              <th scope="row">{criterion.title}</th>
              <td>
                <FigureOf amount={amountOf(footprint.total, criterion)} criterion={criterion} />
              </td>
              <td>
                <RangeOf amount={amountOf(footprint.total, criterion)} criterion={criterion} />
              </td>
              {[footprint.manufacturing, footprint.usage, footprint.operational].map((part, index) => (
                <td key={index}>
                  <FigureOf amount={amountOf(part, criterion)} criterion={criterion} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {resource !== null && (
        <p>
          {threeDigits(quantity)} of {resource.product.name} <strong>{resource.name}</strong> in{" "}
          {resource.locality.name}.
        </p>
      )}
      {allocation !== null && (
        <p>
          It is charged with {percentText(allocation.share)} of what is shared (
          {allocation.rule.toLowerCase().replaceAll("_", " ")}):{" "}
          {allocation.parts
            .map(
              ({ key, reserved, capacity, unit }) =>
                `${threeDigits(reserved)} of ${threeDigits(capacity)} ${unit} ${key}`,
            )
            .join(", ")}
          .
        </p>
      )}
      {footprint.notes.length > 0 && <Notes notes={footprint.notes} />}
      {calculations.length === 0 ? (
        <p class="hint">It is the sum of its own components: each of them has its formulas.</p>
      ) : (
        <Calculations calculations={calculations} />
      )}
    </>
  );
}

type Levels = Omit<PageExplanationQueryVariables, "resource" | "during">;

/** Variables that select the level of the component in the document. */
function levels(depth: number): Levels {
  const each = Array.from({ length: LEVELS }, (_, index) => index + 1);
  return Object.fromEntries([
    ...each.map((level) => [`at${level}`, level === depth]),
    ...each.slice(0, -1).map((level) => [`below${level}`, level < depth]),
  ]) as unknown as Levels;
}

interface Opened {
  readonly footprint?: unknown;
}

function componentAt(footprint: unknown, path: readonly number[]): PageExplainedFragment | undefined {
  const [index = -1, ...rest] = path;
  const component = (footprint as { components?: readonly Opened[] } | null | undefined)?.components?.[index];
  if (component === undefined) return undefined;
  if (rest.length > 0) return componentAt(component.footprint, rest);
  // While loading, the last response is of another level.
  return "calculations" in component ? (component as unknown as PageExplainedFragment) : undefined;
}
