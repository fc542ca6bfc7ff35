import { CRITERIA, HEADLINE } from "../../../core/footprint";
import type { Amounts, Comparison, Difference, Driver, Estimate } from "../../../library";
import { givenFactor } from "../output/given";
import { change, quantity } from "../output/quantity";
import type { Block, Cell, Report, Table } from "../output/report";
import { amountCells, amountColumns, periodText } from "./estimate";

const MOST_DRIVERS = 6;

/** The difference, both resources side by side, and the drivers. */
export function comparisonReport(comparison: Comparison): Report {
  const { a, b, difference, drivers } = comparison;
  const blocks: Block[] = [
    figureOf(comparison),
    { kind: "table", table: sidesTable(comparison) },
    ...(drivers.length === 0
      ? []
      : [{ kind: "table", title: "What drives it", table: driversTable(drivers) } as const]),
    ...(difference.notes.length === 0
      ? []
      : [{ kind: "list", title: "Notes", items: difference.notes } as const]),
  ];
  return { answer: comparison, csv: csvOf([a, b]), blocks };
}

function figureOf({ a, b, difference }: Comparison): Block {
  const amount = difference.amounts[HEADLINE];
  const relative = difference.relative === null ? "" : ` (${change(difference.relative)})`;
  const of = `${nameOf(b)} less ${nameOf(a)}, ${periodText(a.period)}`;
  if (amount === null) return { kind: "figure", figure: "unknown", range: "", of };
  const range = settledText(difference, amount.expected);
  return { kind: "figure", figure: `${signed(amount)}${relative}`, range, of };
}

function settledText({ isSettled }: Difference, expected: number): string {
  if (isSettled === null) return "";
  if (!isSettled) return "not settled: the ranges allow either";
  return `${expected === 0 ? "the same" : "settled"}, wherever in their ranges the factors are`;
}

function nameOf({ name, place }: Estimate): string {
  return `${name} in ${place.name}`;
}

/** `+1.2 kg CO2e`, `−30 g CO2e`. */
export function signed(
  { expected, unit }: { readonly expected: number; readonly unit: string },
  like = expected,
): string {
  return `${expected < 0 ? "−" : "+"}${quantity(Math.abs(expected), unit, like)}`;
}

function sidesTable({ a, b, difference }: Comparison): Table {
  const row = (name: string, of: (one: Estimate) => Amounts): Cell[] => {
    const [first, second] = [of(a)[HEADLINE], of(b)[HEADLINE]];
    const like = Math.max(a.total[HEADLINE].expected, b.total[HEADLINE].expected);
    const between = { expected: second.expected - first.expected, unit: first.unit };
    return [
      name,
      quantity(first.expected, first.unit, like),
      quantity(second.expected, second.unit, like),
      signed(between, like),
    ];
  };
  return {
    columns: [
      { title: "" },
      ...[nameOf(a), nameOf(b), "difference"].map((title) => ({ title, isNumber: true })),
    ],
    rows: [
      row("Manufacturing", (one) => one.manufacturing),
      row("Usage", (one) => one.usage),
      row("Operational", (one) => one.operational),
      ...CRITERIA.map(({ field, name }): Cell[] => {
        const [first, second, between] = [a.total[field], b.total[field], difference.amounts[field]];
        const like = Math.max(first?.expected ?? 0, second?.expected ?? 0);
        const text = (one: typeof first): string => quantity(one?.expected ?? null, one?.unit ?? "", like);
        return [name, text(first), text(second), between === null ? "unknown" : signed(between, like)];
      }),
    ],
  };
}

function driversTable(drivers: readonly Driver[]): Table {
  const value = (one: number | null, unit: string): string =>
    one === null ? "none" : `${givenFactor(one)} ${unit === "-" ? "" : unit}`.trimEnd();
  return {
    columns: [{ title: "number" }, { title: "from" }, { title: "to" }, { title: "makes", isNumber: true }],
    rows: drivers
      .slice(0, MOST_DRIVERS)
      .map(({ label, a, b, unit, kgCo2Equivalent }) => [
        ...[label, value(a, unit), value(b, unit)],
        signed({ expected: kgCo2Equivalent, unit: "kgCO2e" }),
      ]),
  };
}

function csvOf(sides: readonly Estimate[]): Table {
  return {
    columns: [
      ...["side", "product", "name", "place", "hours"].map((title) => ({ title })),
      ...amountColumns(),
    ],
    rows: sides.map(({ product, name, place, period, total }, index) => [
      ...[index === 0 ? "a" : "b", product.id, name, place.name, period.hours, ...amountCells(total)],
    ]),
  };
}
