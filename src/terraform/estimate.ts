import { CRITERIA, HEADLINE } from "../core/footprint";
import { type Range, ZERO } from "../core/formulas";
import { groupBy, quotientOrNull } from "../core/helpers";
import type { Deadline } from "../estimates";
import type { Line } from "./account/line";
import { KNOWN_TO_BE_NOTHING } from "./account/reasons";
import type { TerraformDocument } from "./document";
import { Change, figuresOf, headlineOf } from "./figures/change";
import { itemOf, LineFigures } from "./figures/line-figures";
import { expectedChange, RowChanges } from "./figures/row-changes";
import { type FiguredLine, type FiguredRow, figuredRow } from "./figures/rows";
import { footprintOfAll, merged, netOf, sumOf } from "./figures/sides";
import type { FigurePeriod, FigureSource } from "./figures/source";
import type { InventoryRow } from "./inventory";
import type {
  Assumed,
  Figures,
  NotEstimated,
  PartReport,
  ResourceReport,
  TerraformReport,
  WholeResource,
} from "./report/report";

/** What a report is made of beside its rows. */
export interface ReportedDocument extends Pick<TerraformDocument, "kind" | "version" | "warnings"> {
  readonly dataSources: number;
  readonly comparedWith: TerraformReport["comparedWith"];
}

/** Computes an inventory: what is, what will be, and what changes. */
export async function reportOn(
  inventory: readonly InventoryRow[],
  document: ReportedDocument,
  source: FigureSource,
  period: FigurePeriod,
): Promise<TerraformReport> {
  const figures = await LineFigures.of(
    inventory.flatMap(({ before, after }) => [before, after]),
    source,
    period,
  );
  const rows = inventory.map((row) => figuredRow(row, figures));
  const before = rows.flatMap((one) => one.before);
  const after = rows.flatMap((one) => one.after);
  const [now, planned] = [sumOf(before), sumOf(after)];
  const isCompared = document.comparedWith !== null;
  const isUnknown = areUnknown(rows);
  const change = isCompared ? await changeOf(before, after, source.deadline) : null;
  const ofNow = headlineOf(now).expected;
  const changes = isCompared ? new RowChanges(source.deadline) : null;
  const estimated = bySize(rows.filter(({ isEstimated }) => isEstimated));
  const resources = await Promise.all(estimated.map((row) => resourceReport(row, changes)));
  return {
    footprintTerraform: 1,
    kind: document.kind,
    comparedWith: document.comparedWith,
    terraformVersion: document.version,
    hours: period.hours,
    asOf: source.today,
    now: isUnknown ? UNKNOWN : figuresOf(now),
    planned: isCompared ? (isUnknown ? UNKNOWN : figuresOf(planned)) : null,
    change: isUnknown && isCompared ? UNKNOWN : change,
    relativeChange: change === null ? null : quotientOrNull(change[HEADLINE]?.expected ?? 0, ofNow),
    counts: {
      managed: rows.length,
      estimated: estimated.length,
      inPart: estimated.filter(({ lacking }) => lacking.length > 0).length,
      notEstimated: rows.length - estimated.length,
      byReason: countsByReason(rows),
      dataSources: document.dataSources,
    },
    resources,
    modules: modulesOf(resources, isCompared),
    notEstimated: rows.flatMap(notEstimatedOf),
    forBaseline: rows.flatMap((row) => wholeOf(row, figures)),
    assumed: assumedIn(estimated),
    warnings: [...document.warnings],
    notes: await notesOn(isCompared ? after : before, source, period),
  };
}

const UNKNOWN = Object.fromEntries(CRITERIA.map(({ field }) => [field, null])) as unknown as Figures;

/** The sum of resources none of which has a figure is unknown; of none that should have one, it is zero. */
function areUnknown(rows: readonly FiguredRow[]): boolean {
  if (rows.some(({ isEstimated }) => isEstimated)) return false;
  return rows.some(({ lacking }) => lacking.some(({ reason }) => !KNOWN_TO_BE_NOTHING.includes(reason)));
}

/** Notes name types and places: those of what is sensitive are left out. */
async function notesOn(
  lines: readonly FiguredLine[],
  source: FigureSource,
  period: FigurePeriod,
): Promise<readonly string[]> {
  const told = lines.filter(({ line }) => !line.isSensitive);
  const items = merged(told).map((one) => ({ ...one, item: itemOf(one.line, period) }));
  const silent = "Notes on resources with sensitive values are left out.";
  return [...(await source.notesOn(items, period)), ...(told.length < lines.length ? [silent] : [])];
}

async function resourceReport(figured: FiguredRow, changes: RowChanges | null): Promise<ResourceReport> {
  const { row, before, after } = figured;
  const { address, deposed, type, moduleAddress: module, action } = row;
  const amountOf = (side: readonly FiguredLine[]): Range => headlineOf(sumOf(side));
  return {
    ...{ address, deposed, type, module, action },
    now: row.before === null ? null : amountOf(before),
    planned: changes === null || row.after === null ? null : amountOf(after),
    change: changes === null ? null : await changes.of(before, after),
    parts: (after.length > 0 ? after : before).map(({ line }) => partReport(line)),
  };
}

function partReport(line: Line): PartReport {
  return {
    part: line.part,
    product: line.kind,
    spec: line.isSensitive ? null : line.spec,
    times: line.isSensitive ? null : line.times,
    hours: line.hours,
  };
}

function wholeOf({ row, lacking }: FiguredRow, figures: LineFigures): WholeResource[] {
  if (lacking.length === 0 || row.after === null) return [];
  const { address, deposed, type, after } = row;
  const lines = after.lines.map((line) => ({ line, found: figures.one(line) }));
  // What is sensitive and refused is known by its reason alone, without its values.
  const hidden = lines.flatMap(({ line, found }) => (line.isSensitive && "reason" in found ? [found] : []));
  const told = lines.flatMap(({ line, found }) =>
    "reason" in found ? (line.isSensitive ? [] : [line]) : [{ ...line, spec: found.spec }],
  );
  const why = [...after.lacking, ...hidden, ...(after.nothing === null ? [] : [after.nothing])];
  return [{ address, deposed, type, parts: told.map(partReport), lacking: why }];
}

/** The largest change first, then what emits most. */
function bySize(rows: readonly FiguredRow[]): readonly FiguredRow[] {
  const sized = rows.map((one) => ({
    one,
    change: Math.abs(expectedChange(one.before, one.after)),
    size: headlineOf(sumOf(one.after.length > 0 ? one.after : one.before)).expected,
    address: one.row.address,
  }));
  sized.sort((a, b) => b.change - a.change || b.size - a.size || (a.address < b.address ? -1 : 1));
  return sized.map(({ one }) => one);
}

/** What changes in all: what both sides have, whatever resource has it, is left out before the rest is compared. */
async function changeOf(
  before: readonly FiguredLine[],
  after: readonly FiguredLine[],
  deadline: Deadline,
): Promise<Figures> {
  const { less, more } = netOf(before, after);
  return new Change(await footprintOfAll(less), await footprintOfAll(more), deadline).figures;
}

function notEstimatedOf({ row, lacking }: FiguredRow): NotEstimated[] {
  const { address, deposed, type, action } = row;
  return lacking.map((one) => ({ address, deposed, type, action, ...one }));
}

/** Of each resource without a figure the first reason: they add up to all of them. */
function countsByReason(rows: readonly FiguredRow[]): TerraformReport["counts"]["byReason"] {
  const without = rows.filter(({ isEstimated }) => !isEstimated);
  const byReason = groupBy(without, ({ lacking }) => lacking[0]?.reason ?? "NO_FOOTPRINT");
  return Object.fromEntries([...byReason].map(([reason, all]) => [reason, all.length]));
}

function modulesOf(resources: readonly ResourceReport[], isCompared: boolean): TerraformReport["modules"] {
  return [...groupBy(resources, ({ module }) => module)].map(([module, all]) => ({
    module,
    resources: all.length,
    now: sumOfRanges(all.map(({ now }) => now)),
    planned: isCompared ? sumOfRanges(all.map(({ planned }) => planned)) : null,
    change: isCompared ? sumOfRanges(all.map(({ change }) => change)) : null,
  }));
}

function sumOfRanges(all: readonly (Range | null)[]): Range {
  return all.reduce<Range>(
    (sum, one) =>
      one === null
        ? sum
        : { low: sum.low + one.low, expected: sum.expected + one.expected, high: sum.high + one.high },
    ZERO,
  );
}

function assumedIn(rows: readonly FiguredRow[]): Assumed[] {
  const counts = new Map<string, number>();
  for (const { row } of rows) {
    const said = new Set([...(row.before?.assumed ?? []), ...(row.after?.assumed ?? [])]);
    for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return [...counts].map(([says, resources]) => ({ says, resources }));
}
