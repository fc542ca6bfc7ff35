import { HEADLINE } from "../../../core/footprint";
import type { Alternative, Alternatives } from "../../../library";
import { change, quantity, rangeText } from "../output/quantity";
import type { Block, Report, Table } from "../output/report";
import { amountCells, amountColumns, figureBlock, titleOf } from "./estimate";

/** The present place, then all others, the lowest emissions first. */
export function alternativesReport(answer: Alternatives): Report {
  const { own, alternatives } = answer;
  const figure = figureBlock(own.total, titleOf(own));
  const all = alternatives ?? [];
  const blocks: Block[] = [
    figure,
    ...(alternatives === null ? [UNKNOWN] : all.length === 0 ? [NOWHERE] : [placesBlock(answer)]),
  ];
  const unsettled = all.filter(({ unsettledWith }) => unsettledWith.length > 0);
  if (unsettled.length > 0) blocks.push({ kind: "text", text: NOT_SETTLED });
  const failed = all.flatMap(({ place, error }) =>
    error === null ? [] : [`${place.name}: ${error.message}`],
  );
  if (failed.length > 0) blocks.push({ kind: "list", title: "Not computed", items: failed });
  return { answer, csv: csvOf(answer), blocks };
}

const UNKNOWN: Block = { kind: "text", text: "The product does not say where else it exists." };
const NOWHERE: Block = { kind: "text", text: "It exists in no other place." };
const NOT_SETTLED =
  "? A place could change its rank with another: what tells them apart is uncertain or assumed.";

function placesBlock({ own, alternatives }: Alternatives): Block {
  const largest = own.total[HEADLINE].expected;
  const row = ({ place, rank, total, difference, unsettledWith }: Alternative) => {
    const amount = total?.[HEADLINE] ?? null;
    return [
      rank === null ? "" : `${rank}${unsettledWith.length > 0 ? "?" : ""}`,
      `${place.name} (${place.country})`,
      amount === null ? "unknown" : quantity(amount.expected, amount.unit, largest),
      amount === null ? "" : rangeText(amount, largest),
      difference?.relative == null ? "" : change(difference.relative),
    ];
  };
  return {
    kind: "table",
    table: {
      columns: [
        { title: "rank", isNumber: true },
        { title: "place" },
        { title: "CO2e", isNumber: true },
        { title: "range", isNumber: true },
        { title: `to ${own.place.name}`, isNumber: true },
      ],
      rows: (alternatives ?? []).map(row),
    },
  };
}

function csvOf({ own, alternatives }: Alternatives): Table {
  return {
    columns: [
      ...["rank", "place", "country"].map((title) => ({ title })),
      ...amountColumns(),
      { title: "error" },
    ],
    rows: [
      ["own", own.place.name, own.place.country, ...amountCells(own.total), null],
      ...(alternatives ?? []).map(({ rank, place, total, error }) => [
        ...[rank, place.name, place.country, ...amountCells(total), error?.message ?? null],
      ]),
    ],
  };
}
