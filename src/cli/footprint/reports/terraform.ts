import { CRITERIA, HEADLINE } from "../../../core/footprint";
import type { Range } from "../../../core/formulas";
import { groupBy, HOURS_OF_A_MONTH } from "../../../core/helpers";
import type { Amounts, TerraformAmounts, TerraformAnswer, TerraformResource } from "../../../library";
import { byCriterion } from "../../../library/amounts";
import type { NotEstimated } from "../../../terraform";
import { given } from "../output/given";
import { change as changeText, quantity, rangeText } from "../output/quantity";
import type { Block, Report, Table } from "../output/report";
import { notesBlocks } from "./estimate";

/** Most rows in a terminal; the other formats have all. */
const MOST_SHOWN = 40;
export const KILOGRAMS = "kgCO2e";

/** A plan or a state: the change or the total, its resources, and resources without figure. */
export function terraformReport(report: TerraformAnswer): Report {
  return { answer: report, csv: terraformCsv(report), blocks: terraformBlocks(report) };
}

/** The planned or, for a state, the present amounts of all resources with a figure. */
export function planAmounts({ now, planned }: Pick<TerraformAnswer, "now" | "planned">): Amounts | null {
  const figures = planned ?? now;
  if (figures[HEADLINE] === null) return null;
  return byCriterion((criterion, unit) => {
    const amount = figures[criterion];
    return amount === null ? null : { ...amount, unit };
  });
}

function terraformBlocks(report: TerraformAnswer): Block[] {
  const { resources, assumed, warnings, notes } = report;
  const shown = resources.slice(0, MOST_SHOWN);
  const more = resources.length - shown.length;
  return [
    headline(report),
    { kind: "table", table: totalsTable(report) },
    ...warnings.map((text): Block => ({ kind: "text", text })),
    ...(resources.length === 0
      ? []
      : [{ kind: "table", title: "Resources, CO2e", table: resourcesTable(report, shown) } as const]),
    ...(more === 0
      ? []
      : [{ kind: "text", text: `And ${more} more of smaller change: --csv and --json have all.` } as const]),
    ...notEstimatedBlocks(report),
    ...(assumed.length === 0
      ? []
      : [
          {
            kind: "list",
            title: "Assumed",
            items: assumed.map(
              ({ says, resources }) => `${says} (${resources} ${resources === 1 ? "resource" : "resources"})`,
            ),
          } as const,
        ]),
    ...notesBlocks(notes),
  ];
}

function headline(report: TerraformAnswer): Block {
  const { change, now } = report;
  const what = change === null ? "Greenhouse gases" : "Change of greenhouse gases";
  const of = `${what} ${monthText(report)}; ${coverage(report)}`;
  const figure = change === null ? now[HEADLINE] : change[HEADLINE];
  if (figure === null) return { kind: "figure", figure: "unknown", range: "", of };
  const range = rangeText({ ...figure, unit: KILOGRAMS });
  return {
    kind: "figure",
    figure:
      change === null
        ? quantity(figure.expected, KILOGRAMS)
        : `${signed(figure.expected)}${relative(report)}`,
    range: range === "" ? "" : `range ${range}`,
    of,
  };
}

export function monthText({ hours }: Pick<TerraformAnswer, "hours">): string {
  return hours === HOURS_OF_A_MONTH ? `per month (${HOURS_OF_A_MONTH} hours)` : `in ${given(hours)} hours`;
}

/** `11 of 14 managed resources of the plan estimated, 2 of them in part`. */
export function coverage({ counts, kind }: Pick<TerraformAnswer, "counts" | "kind">): string {
  const inPart = counts.inPart === 0 ? "" : `, ${counts.inPart} of them in part`;
  return `${counts.estimated} of ${counts.managed} managed resources of the ${kind} estimated${inPart}`;
}

export function signed(amount: number, like = amount): string {
  const text = quantity(Math.abs(amount), KILOGRAMS, like);
  if (amount === 0) return text;
  return `${amount < 0 ? "−" : "+"}${text}`;
}

export function relative({ relativeChange }: Pick<TerraformAnswer, "relativeChange">): string {
  return relativeChange === null ? "" : ` (${changeText(relativeChange)})`;
}

function totalsTable({ now, planned, change, comparedWith }: TerraformAnswer): Table {
  const text = (figures: TerraformAmounts | null, field: keyof TerraformAmounts, unit: string): string => {
    const expected = figures?.[field]?.expected ?? null;
    const plus = figures === change && expected !== null && expected > 0 ? "+" : "";
    return figures === null ? "" : `${plus}${quantity(expected, unit)}`;
  };
  const sides = planned === null ? ["now"] : [referenceWord(comparedWith), "planned", "change"];
  return {
    columns: [{ title: "" }, ...sides.map((title) => ({ title, isNumber: true }))],
    rows: CRITERIA.map(({ field, name, unit }) => [
      name,
      ...[now, planned, change].slice(0, sides.length).map((figures) => text(figures, field, unit)),
    ]),
  };
}

/** Baseline of the change, the same in every table. */
export function referenceWord(comparedWith: TerraformAnswer["comparedWith"]): "baseline" | "now" {
  return comparedWith === "baseline" ? "baseline" : "now";
}

function resourcesTable({ comparedWith }: TerraformAnswer, resources: readonly TerraformResource[]): Table {
  if (comparedWith === null) {
    return {
      columns: [
        { title: "resource" },
        { title: "expected", isNumber: true },
        { title: "range", isNumber: true },
      ],
      rows: resources.map((one) => [
        nameOf(one),
        kilograms(one.now),
        one.now === null ? "" : rangeOf(one.now),
      ]),
    };
  }
  return {
    columns: [
      { title: "resource" },
      { title: "action" },
      ...[referenceWord(comparedWith), "planned", "change"].map((title) => ({ title, isNumber: true })),
    ],
    rows: resources.map((one) => [
      nameOf(one),
      one.action === "none" ? "" : one.action,
      kilograms(one.now),
      kilograms(one.planned),
      one.change === null ? "" : ofCo2(signed(one.change.expected)),
    ]),
  };
}

/** Only the weight, as the title names the criterion: addresses need the room. */
function kilograms(range: Range | null): string {
  return ofCo2(amountText(range));
}

function ofCo2(text: string): string {
  return text.replace(/ CO2e$/, "");
}

export function nameOf({ address, deposed }: Pick<TerraformResource, "address" | "deposed">): string {
  return deposed === null ? address : `${address} (left behind: ${deposed})`;
}

export function amountText(range: Range | null): string {
  return range === null ? "" : quantity(range.expected, KILOGRAMS);
}

export function rangeOf(range: Range): string {
  return rangeText({ ...range, unit: KILOGRAMS });
}

function notEstimatedBlocks({ notEstimated }: TerraformAnswer): Block[] {
  if (notEstimated.length === 0) return [];
  const items = [...reasons(notEstimated)].map(
    ([message, all]) => `${message} ${all.map(partName).join(", ")}`,
  );
  return [{ kind: "list", title: "Not estimated", items }];
}

/** Resources without figure, grouped by reason; those that cannot be fixed come last. */
export function reasons(notEstimated: readonly NotEstimated[]): ReadonlyMap<string, readonly NotEstimated[]> {
  const last = ["NO_FOOTPRINT", "COUNTED_ELSEWHERE", "OTHER_PROVIDER"];
  const rankOf = ({ reason }: NotEstimated): number => last.indexOf(reason);
  return groupBy(
    [...notEstimated].sort((one, other) => rankOf(one) - rankOf(other)),
    ({ message }) => message,
  );
}

export function partName(one: NotEstimated): string {
  return one.part === null ? nameOf(one) : `${nameOf(one)} [${one.part}]`;
}

/** A row for each managed resource: amounts in kgCO2e, or why there is none. */
function terraformCsv({ resources, notEstimated }: TerraformAnswer): Table {
  const ends = (range: Range | null) =>
    range === null ? [null, null, null] : [range.expected, range.low, range.high];
  const sides = ["now", "planned", "change"].flatMap((side) =>
    ["", "_low", "_high"].map((end) => `${side}_${HEADLINE}${end}`),
  );
  return {
    columns: [
      ...["address", "deposed", "type", "action", "status", "reason", "part", "message"].map((title) => ({
        title,
      })),
      ...sides.map((title) => ({ title, isNumber: true })),
    ],
    rows: [
      ...resources.map(({ address, deposed, type, action, now, planned, change }) => [
        ...[address, deposed, type, action, "estimated", null, null, null],
        ...[now, planned, change].flatMap(ends),
      ]),
      ...notEstimated.map(({ address, deposed, type, action, reason, part, message }) => [
        ...[address, deposed, type, action, "not estimated", reason, part, message],
        ...sides.map(() => null),
      ]),
    ],
  };
}
