import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { CriterionText } from "../../text/criteria";
import { percentText, stepOfAll } from "../../text/figures";
import { FigureOf, HeadOf, RangeOf } from "../../ui/number";
import { keyOf, rowsIn, type TreeNode, type TreeRow } from "./tree";

interface TreeTableProps {
  readonly tree: readonly TreeNode[];
  /** Null where it is unknown. */
  readonly total: number | null;
  readonly criterion: CriterionText;
  readonly onExplain: (path: readonly number[]) => void;
}

/** The components as a tree grid: rows open by arrow keys or click. */
export function TreeTable({ tree, total, criterion, onExplain }: TreeTableProps): VNode {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState("0");
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = rowsIn(tree, open);
  const step = stepOfAll(
    tree.map(({ amount }) => amount?.expected),
    criterion,
  );
  const focused = rows.some(({ node }) => keyOf(node.path) === current) ? current : "0";

  const toggle = (key: string, isOpen: boolean): void => {
    const next = new Set(open);
    if (isOpen) next.add(key);
    else next.delete(key);
    setOpen(next);
  };
  const focus = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    const key = keyOf(row.node.path);
    setCurrent(key);
    body.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus();
  };
  const press = (event: KeyboardEvent, { node, isOpen }: TreeRow, index: number): void => {
    const key = keyOf(node.path);
    const parent = keyOf(node.path.slice(0, -1));
    const hasParts = node.children.length > 0;
    const act: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(index + 1),
      ArrowUp: () => focus(index - 1),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      ArrowRight: () => (hasParts && !isOpen ? toggle(key, true) : focus(index + 1)),
      ArrowLeft: () =>
        isOpen ? toggle(key, false) : focus(rows.findIndex((row) => keyOf(row.node.path) === parent)),
      Enter: () => onExplain(node.path),
      " ": () => hasParts && toggle(key, !isOpen),
    };
    const acting = act[event.key];
    if (acting === undefined) return;
    event.preventDefault();
    acting();
  };
  return (
    <div class="wide">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree grid is made of the rows of a table */}
      <table class="tree" role="treegrid" aria-label="Components" aria-describedby="tree-keys">
        <thead>
          <tr>
            <th scope="col">Component</th>
            <th scope="col" class="number">
              <HeadOf title={criterion.title} step={step} of={criterion.of} />
            </th>
            <th scope="col" class="number">
              Share
            </th>
            <th scope="col" class="number range-column">
              Range
            </th>
            <th scope="col">
              <span class="unseen">Why</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const { node, level, isOpen, position, siblings } = row;
            const key = keyOf(node.path);
            const hasParts = node.children.length > 0;
            const share =
              total === null || total === 0 || node.amount === null ? null : node.amount.expected / total;
            return (
              <tr
                key={key}
                data-key={key}
                aria-level={level}
                aria-posinset={position}
                aria-setsize={siblings}
                aria-expanded={hasParts ? isOpen : undefined}
                tabIndex={key === focused ? 0 : -1}
                onFocus={() => setCurrent(key)}
                onKeyDown={(event) => event.target === event.currentTarget && press(event, row, index)}
                onClick={() => hasParts && toggle(key, !isOpen)}
                class={hasParts ? "opens" : undefined}
              >
                <th scope="row" style={{ paddingInlineStart: `${(level - 1) * 1.1 + 1.4}rem` }}>
                  {hasParts && (
                    <span class="twist" aria-hidden="true">
                      {isOpen ? "▾" : "▸"}
                    </span>
                  )}
                  {node.name}
                  {node.offer !== null && !node.name.includes(lastWord(node.offer)) && (
                    <span class="hint"> {node.offer}</span>
                  )}
                </th>
                <td class="number">
                  <FigureOf amount={node.amount} criterion={criterion} step={step} />
                </td>
                <td class="number">
                  {share !== null && (
                    <>
                      <span
                        class="bar"
                        aria-hidden="true"
                        style={{ width: `${Math.min(100, share * 100)}%` }}
                      />
                      {percentText(share)}
                    </>
                  )}
                </td>
                <td class="number range-column">
                  <RangeOf amount={node.amount} criterion={criterion} step={step} />
                </td>
                <td>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={`Why? ${node.name}`}
                    onClick={(event) => {
                      event.stopPropagation();
                      onExplain(node.path);
                    }}
                  >
                    Why?
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="hint" id="tree-keys">
        “Why?” shows the formulas and sources. By keyboard: arrows open and close, Enter explains.
      </p>
    </div>
  );
}

const lastWord = (text: string): string => text.split(" ").at(-1) ?? text;
