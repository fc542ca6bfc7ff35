import { HEADLINE } from "../../../core/footprint";
import { notInSum } from "../../../estimates";
import type { Portfolio, PortfolioLine, Subtotal } from "../../../library";
import { given } from "../output/given";
import type { LineProblem } from "../output/line-problems";
import { percent, quantity, rangeText } from "../output/quantity";
import type { Block, Report, Table } from "../output/report";
import { amountCells, amountColumns, criteriaTable, figureBlock, notesBlocks, partsTable } from "./estimate";

/** A computed portfolio, with line numbers of the file and unread lines. */
export interface ReadPortfolio {
  readonly file: string;
  readonly portfolio: Portfolio;
  /** Number of non-empty lines of the file. */
  readonly rows: number;
  /** Unit of line numbers: elements of a JSON list have no lines. */
  readonly numbered: "line" | "item";
  /** Line number in the file of each item. */
  readonly numbers: readonly number[];
  readonly problems: readonly LineProblem[];
  readonly notes: readonly LineProblem[];
}

const MOST_LINES = 10;

/** The sum, by product and by place, the lines with the highest emissions, and how many lines are missing. */
export function portfolioReport(read: ReadPortfolio): Report {
  const { portfolio, numbers, problems, notes } = read;
  const lines = portfolio.lines.map((line, index) => ({ line: numbers[index] ?? null, ...line }));
  const answer = { ...portfolio, lines, problems, readNotes: notes };
  return { answer, csv: csvOf(lines, problems), blocks: blocksOf(read) };
}

/**
 * The portfolio of the whole file, unreadable lines included: the note of its sum counts them, and where no line was computed
 * the sum is unknown. Of the lines that were read, which may be none, it would be zero.
 */
export function ofWholeFile({ portfolio, rows, problems }: ReadPortfolio): Portfolio {
  const { sum, failed } = portfolio;
  const computed = computedOf(portfolio);
  const missing = rows - computed;
  if (computed === 0 && problems.length > 0) return { ...portfolio, sum: null };
  if (sum === null || missing === 0) return portfolio;
  const notes = sum.notes.filter((note) => note !== notInSum(failed, "items"));
  return { ...portfolio, sum: { ...sum, notes: [notInSum(missing, "lines"), ...notes] } };
}

function computedOf({ lines }: Portfolio): number {
  return lines.filter(({ error }) => error === null).length;
}

function blocksOf(read: ReadPortfolio): Block[] {
  const { file, portfolio, rows } = read;
  const { sum, byProduct, byPlace } = portfolio;
  const computed = computedOf(portfolio);
  const missing = rows - computed;
  const of = `${file}: ${given(computed)} line${computed === 1 ? "" : "s"}${missing === 0 ? "" : `, without ${given(missing)} that could not be computed`}`;
  if (sum === null) return [{ kind: "figure", figure: "unknown", range: "", of }];
  const whole = sum.total[HEADLINE].expected;
  return [
    figureBlock(sum.total, of),
    { kind: "table", table: partsTable(sum) },
    { kind: "table", table: criteriaTable(sum.total) },
    { kind: "table", table: subtotalTable("Product", byProduct, whole) },
    { kind: "table", table: subtotalTable("Place", byPlace, whole) },
    { kind: "table", table: linesTable(read, whole) },
    ...notesBlocks(sum.notes),
  ];
}

function subtotalTable(title: string, subtotals: readonly Subtotal[], whole: number): Table {
  const rows = [...subtotals].sort((a, b) => b.total[HEADLINE].expected - a.total[HEADLINE].expected);
  return {
    columns: [
      { title },
      ...["lines", "CO2e", "share", "range"].map((one) => ({ title: one, isNumber: true })),
    ],
    rows: rows.map(({ of, lines, total }) => {
      const amount = total[HEADLINE];
      return [
        ...[of, lines, quantity(amount.expected, amount.unit, whole)],
        ...[whole === 0 ? "" : percent(amount.expected / whole), rangeText(amount, whole)],
      ];
    }),
  };
}

/** The highest emissions first; JSON and CSV have all lines. */
function linesTable(
  { portfolio: { lines }, numbers, numbered }: Pick<ReadPortfolio, "portfolio" | "numbers" | "numbered">,
  whole: number,
): Table {
  const kg = ({ total }: PortfolioLine): number => total?.[HEADLINE].expected ?? -1;
  const heaviest = lines
    .map((line, index) => ({ line, number: numbers[index] ?? null }))
    .filter(({ line }) => line.total !== null)
    .sort((a, b) => kg(b.line) - kg(a.line))
    .slice(0, MOST_LINES);
  const title = lines.length > MOST_LINES ? "Heaviest lines" : "Line";
  return {
    columns: [
      { title: numbered, isNumber: true },
      { title },
      { title: "count", isNumber: true },
      { title: "CO2e", isNumber: true },
      { title: "share", isNumber: true },
    ],
    rows: heaviest.map(({ line, number }) => [
      number,
      `${line.label === null ? "" : `${line.label}: `}${line.name}`,
      line.count,
      quantity(kg(line), "kgCO2e", whole),
      whole === 0 ? "" : percent(kg(line) / whole),
    ]),
  };
}

function csvOf(
  lines: readonly (PortfolioLine & { readonly line: number | null })[],
  problems: readonly LineProblem[],
): Table {
  const computed = lines.filter(({ error }) => error === null);
  const rows = [
    ...computed.map(({ line, label, count, product, name, total }) => ({
      line,
      cells: [line, label, count, product, name, ...amountCells(total), null],
    })),
    ...problems.map(({ line, column, message }) => ({
      line,
      cells: [
        line,
        null,
        null,
        null,
        null,
        ...amountCells(null),
        column === null ? message : `${column}: ${message}`,
      ],
    })),
  ];
  return {
    columns: [
      ...["line", "label", "count", "product", "name"].map((title) => ({ title })),
      ...amountColumns(),
      { title: "error" },
    ],
    rows: rows.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(({ cells }) => cells),
  };
}
