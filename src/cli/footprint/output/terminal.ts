import { plainWords } from "./plain-words";
import type { Block, Report, TreeNode } from "./report";
import type { Style } from "./style";
import { tableLines } from "./table";
import { hanging, visibleLength, wrap } from "./wrap";

export interface Page {
  readonly width: number;
  readonly style: Style;
}

/** A report as text for a terminal. */
export function terminalText({ blocks }: Pick<Report, "blocks">, page: Page): string {
  return `${blocks.map((block) => linesOf(block, page).join("\n")).join("\n\n")}\n`;
}

function linesOf(block: Block, page: Page): string[] {
  const { width, style } = page;
  if (block.kind === "text") return wrap(block.text, width);
  if (block.kind === "figure") return figureLines(block, page);
  const title = block.title === undefined ? [] : [style.strong(block.title)];
  if (block.kind === "list")
    return [...title, ...block.items.flatMap((item) => hanging("• ", plainWords(item), width))];
  if (block.kind === "table") return [...title, ...tableLines(block.table, width, style.quiet)];
  if (block.kind === "facts") return [...title, ...factLines(block.facts, page)];
  return [...title, ...treeLines(block.nodes, "", page)];
}

/** The range follows the figure if there is room, otherwise it is below. */
function figureLines(
  { figure, range, of }: Extract<Block, { kind: "figure" }>,
  { width, style }: Page,
): string[] {
  const isBeside = figure.length + GAP.length + range.length <= width;
  const beside = range !== "" && isBeside ? `${GAP}${style.quiet(range)}` : "";
  const below = range !== "" && !isBeside ? wrap(range, width) : [];
  return [`${style.strong(figure)}${beside}`, ...[...below, ...wrap(of, width)].map(style.quiet)];
}

const GAP = "   ";
/** If a deep tree leaves less width, figures have their own line [columns]. */
const LEAST_ROOM = 12;

function factLines(facts: readonly (readonly [string, string])[], { width, style }: Page): string[] {
  const room = Math.max(...facts.map(([name]) => name.length)) + 2;
  return facts.flatMap(([name, value]) =>
    wrap(value, width - room).map(
      (line, index) => `${index === 0 ? style.quiet(name.padEnd(room)) : " ".repeat(room)}${line}`,
    ),
  );
}

/** A tree with guide lines; figures are right-aligned. */
function treeLines(nodes: readonly TreeNode[], guide: string, page: Page): string[] {
  return nodes.flatMap((node, index) => {
    const isLast = index === nodes.length - 1;
    const first = `${guide}${isLast ? "└─ " : "├─ "}`;
    const below = `${guide}${isLast ? "   " : "│  "}`;
    const own = node.children.length > 0 ? `${below}│  ` : `${below}   `;
    return [
      ...nodeLines(node, first, own, page),
      ...(node.lines ?? []).flatMap((line) =>
        wrap(line, page.width - own.length).map((one) => `${page.style.quiet(own)}${page.style.quiet(one)}`),
      ),
      ...treeLines(node.children, below, page),
    ];
  });
}

function nodeLines(
  { text, figure = "" }: TreeNode,
  first: string,
  rest: string,
  { width, style }: Page,
): string[] {
  const room = width - first.length - (figure === "" ? 0 : visibleLength(figure) + 2);
  if (figure !== "" && room < LEAST_ROOM)
    return [
      ...nodeLines({ text, children: [] }, first, rest, { width, style }),
      ...nodeLines({ text: figure, children: [] }, rest, rest, { width, style }),
    ];
  return wrap(text, room).map((line, index) => {
    if (index > 0) return `${style.quiet(rest)}${line}`;
    const space = " ".repeat(Math.max(width - first.length - visibleLength(line) - visibleLength(figure), 0));
    return `${style.quiet(first)}${line}${figure === "" ? "" : `${space}${figure}`}`;
  });
}
