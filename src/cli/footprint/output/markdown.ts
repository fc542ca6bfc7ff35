import type { Block, Report, Table, TreeNode } from "./report";
import { cellText, withoutEmptyColumns } from "./table";

/** An answer as Markdown: for a comment, a ticket or a page. */
export function markdownText({ blocks }: Pick<Report, "blocks">): string {
  return `${blocks.map((block) => linesOf(block).join("\n")).join("\n\n")}\n`;
}

function linesOf(block: Block): string[] {
  if (block.kind === "text") return [escaped(block.text)];
  if (block.kind === "figure") {
    const range = block.range === "" ? "" : ` (${escaped(block.range)})`;
    return [`**${escaped(block.figure)}**${range}`, "", escaped(block.of)];
  }
  const title = block.title === undefined ? [] : [`### ${escaped(block.title)}`, ""];
  if (block.kind === "list") return [...title, ...block.items.map((item) => `- ${escaped(item)}`)];
  if (block.kind === "tree") return [...title, ...treeLines(block.nodes, "")];
  return [...title, ...(block.kind === "table" ? tableLines(block.table) : factLines(block.facts))];
}

function factLines(facts: readonly (readonly [string, string])[]): string[] {
  return facts.map(([name, value]) => `- ${escaped(name)}: ${escaped(value)}`);
}

function tableLines(table: Table): string[] {
  const { columns, rows } = withoutEmptyColumns(table);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ title }) => escaped(title))),
    line(columns.map(({ isNumber = false }) => (isNumber ? "---:" : "---"))),
    ...rows.map((row) => line(row.map((cell) => escaped(cellText(cell))))),
  ];
}

function treeLines(nodes: readonly TreeNode[], indent: string): string[] {
  return nodes.flatMap(({ text, figure, lines = [], children }) => [
    `${indent}- ${escaped(text)}${figure === undefined ? "" : `: ${escaped(figure)}`}`,
    ...lines.map((line) => `${indent}  - ${escaped(line)}`),
    ...treeLines(children, `${indent}  `),
  ]);
}

/** Escapes markup and cell separators; code between backticks stays code. */
export function escaped(text: string): string {
  return text
    .split(/(`[^`\\|\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_|<>[\]#]/g, "\\$&")))
    .join("")
    .replace(/\s*\n\s*/g, " ");
}
