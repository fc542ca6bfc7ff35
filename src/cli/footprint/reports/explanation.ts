import { HEADLINE } from "../../../core/footprint";
import type { Calculation, Component, Explanation, Factor, Term } from "../../../library";
import { given, givenFactor } from "../output/given";
import { digits, percent, quantity } from "../output/quantity";
import type { Block, Cell, Report, Table, TreeNode } from "../output/report";
import { amountCells, amountColumns, figureBlock, notesBlocks, titleOf } from "./estimate";
import { confidenceText, validityText } from "./factors";

export interface Shown {
  /** Depth of the tree. */
  readonly depth: number;
  /** All calculations, instead of those of greenhouse gases only. */
  readonly all: boolean;
}

/** The tree of components with their formulas, and the numbered sources. */
export function explanationReport(explanation: Explanation, shown: Shown): Report {
  const { components, total, notes } = explanation;
  const sources = new Sources(explanation.factors);
  const nodes = components.map((one) => nodeOf(one, total[HEADLINE].expected, shown, sources));
  const blocks: Block[] = [
    figureBlock(total, titleOf(explanation)),
    { kind: "tree", title: "Components", nodes },
    ...(sources.lines.length === 0
      ? []
      : [{ kind: "list", title: "Sources", items: sources.lines } as const]),
    ...notesBlocks(notes),
  ];
  return { answer: explanation, csv: componentsCsv(components), blocks };
}

function nodeOf(component: Component, whole: number, shown: Shown, sources: Sources): TreeNode {
  const { name, quantity: count, total, components, calculations } = component;
  const { expected, unit } = total[HEADLINE];
  const share = whole === 0 ? "" : percent(expected / whole);
  return {
    text: count === 1 ? name : `${name} × ${given(count)}`,
    figure: `${quantity(expected, unit)}  ${share.padStart(5)}`.trimEnd(),
    lines: chosen(calculations, shown).flatMap((one) => linesOf(one, sources)),
    children:
      shown.depth <= 1
        ? []
        : components.map((one) => nodeOf(one, whole, { ...shown, depth: shown.depth - 1 }, sources)),
  };
}

/** Calculations that no other uses as a term: the results. */
function chosen(calculations: readonly Calculation[], { all }: Shown): readonly Calculation[] {
  if (all) return calculations;
  const read = new Set(
    calculations.flatMap(({ terms }) => terms.filter((one) => one.isResult).map((one) => one.symbol)),
  );
  return calculations.filter(({ symbol, result }) => !read.has(symbol) && result.unit === "kgCO2e");
}

function linesOf({ label, symbol, formula, result, terms }: Calculation, sources: Sources): string[] {
  const given = terms.map((term) => termText(term, sources)).join(", ");
  return [`${label}: ${symbol} = ${formula} = ${quantity(result.expected, result.unit)}`, `with ${given}`];
}

function termText({ symbol, value, unit, factor, isResult }: Term, sources: Sources): string {
  const amount = `${symbol} = ${isResult ? digits(value) : givenFactor(value)}${unit === "-" ? "" : ` ${unit}`}`;
  return factor === null ? amount : `${amount} [${sources.numberOf(factor)}]`;
}

/** Factors in the order of their first use. */
class Sources {
  private readonly numbers = new Map<string, number>();
  private readonly factors: ReadonlyMap<string, Factor>;

  constructor(factors: readonly Factor[]) {
    this.factors = new Map(factors.map((factor) => [factor.id, factor]));
  }

  numberOf(id: string): number {
    const number = this.numbers.get(id) ?? this.numbers.size + 1;
    this.numbers.set(id, number);
    return number;
  }

  get lines(): string[] {
    return [...this.numbers].map(
      ([id, number]) => `[${number}] ${sourceText(this.factors.get(id) as Factor)}`,
    );
  }
}

function sourceText(factor: Factor): string {
  const { name, value, low, high, unit, source, url } = factor;
  const range = low === high ? "" : ` (${givenFactor(low)} to ${givenFactor(high)})`;
  const said = `${name}: ${givenFactor(value)}${range} ${unit === "-" ? "" : unit}`.trimEnd();
  return `${said}; ${confidenceText(factor)}, ${validityText(factor)}. ${source}${url === null ? "" : ` ${url}`}`;
}

/** A row for each component, with the names of its parents. */
function componentsCsv(components: readonly Component[]): Table {
  const rows = (all: readonly Component[], path: string): Cell[][] =>
    all.flatMap(({ name, kind, quantity: count, total, components: below }) => {
      const own = path === "" ? name : `${path} > ${name}`;
      return [[own, kind, count, ...amountCells(total)], ...rows(below, own)];
    });
  return {
    columns: [...["component", "kind", "quantity"].map((title) => ({ title })), ...amountColumns()],
    rows: rows(components, ""),
  };
}
