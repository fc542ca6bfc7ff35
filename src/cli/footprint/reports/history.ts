import { HEADLINE } from "../../../core/footprint";
import type { Amounts, History, HistoryInterval } from "../../../library";
import { given } from "../output/given";
import { change, quantity } from "../output/quantity";
import type { Report, Table } from "../output/report";
import { amountCells, amountColumns, figureBlock } from "./estimate";

/** The latest figure, then each change with its main driver. */
export function historyReport(history: History): Report {
  const { name, product, hours, intervals } = history;
  const last = intervals.at(-1) as HistoryInterval;
  const first = intervals[0] as HistoryInterval;
  const of = `${name} (${product.name}), ${given(hours)} hours, from ${first.from} to ${last.to}: the last figure`;
  return {
    answer: history,
    csv: csvOf(intervals),
    blocks: [
      figureBlock(last.total as Amounts, of),
      { kind: "table", table: tableOf(intervals, last.total[HEADLINE].expected) },
    ],
  };
}

function tableOf(intervals: readonly HistoryInterval[], largest: number): Table {
  return {
    columns: [
      { title: "from" },
      { title: "CO2e", isNumber: true },
      { title: "change", isNumber: true },
      { title: "mostly by" },
      { title: "operator", isNumber: true },
    ],
    rows: intervals.map(({ from, total, change: difference, drivers, operatorEstimate: operator }) => [
      from,
      quantity(total[HEADLINE].expected, total[HEADLINE].unit, largest),
      difference?.relative == null ? "" : change(difference.relative),
      drivers[0]?.label ?? "",
      operator === null || operator.unit !== "hour"
        ? ""
        : quantity(operator.kgCo2Equivalent, "kgCO2e", largest),
    ]),
  };
}

function csvOf(intervals: readonly HistoryInterval[]): Table {
  return {
    columns: [
      ...["from", "to"].map((title) => ({ title })),
      ...amountColumns(),
      ...["relative_change", "driver", "operator_kgCo2Equivalent", "operator_unit"].map((title) => ({
        title,
      })),
    ],
    rows: intervals.map(({ from, to, total, change: difference, drivers, operatorEstimate }) => [
      ...[from, to, ...amountCells(total), difference?.relative ?? null, drivers[0]?.label ?? null],
      ...[operatorEstimate?.kgCo2Equivalent ?? null, operatorEstimate?.unit ?? null],
    ]),
  };
}
