import { badInput } from "../core/errors";
import { isRecord } from "../core/helpers";
import type { Accounted, Lacking, Line } from "./account/line";
import { KNOWN_TO_BE_NOTHING } from "./account/reasons";
import type { Action } from "./document";
import type { InventoryRow } from "./inventory";
import { moduleAddressOf, modulesOf } from "./read/address";
import type { PartReport, TerraformReport } from "./report/report";

/** What each resource came to by an earlier run, by its address. */
export type Earlier = ReadonlyMap<
  string,
  { readonly row: Pick<InventoryRow, "address" | "deposed" | "type">; readonly side: Accounted }
>;

const NOTHING: Accounted = { lines: [], lacking: [], nothing: null, assumed: [] };

/** Whether a document is the JSON of an earlier run. */
export function isReport(json: unknown): json is TerraformReport {
  return isRecord(json) && json.footprintTerraform !== undefined;
}

/**
 * The resources of an earlier run, to be computed anew: with the factors of today, what has not changed does not count.
 * @throws DomainError BAD_USER_INPUT for a report of another shape
 */
export function earlierOf(report: TerraformReport): Earlier {
  if (
    report.footprintTerraform !== 1 ||
    !Array.isArray(report.resources) ||
    !Array.isArray(report.notEstimated)
  ) {
    throw badInput("baseline", "The baseline is a report of another version of this command: make it anew.");
  }
  const found = new Map<string, { row: InventoryRow; side: Accounted }>();
  const add = (row: InventoryRow, side: Partial<Accounted>): void => {
    const known = found.get(nameOf(row))?.side ?? NOTHING;
    const lacking = [...known.lacking, ...(side.lacking ?? [])];
    found.set(nameOf(row), { row, side: { ...known, ...side, lacking } });
  };
  const addParts = (row: InventoryRow, given: unknown): void => {
    const parts: readonly (PartReport | null)[] = Array.isArray(given) ? given : [null];
    const lines = parts.map(lineOf);
    add(row, {
      lines: lines.filter((line) => line !== null),
      lacking: lines.includes(null) ? [SENSITIVE] : [],
    });
  };
  const addLacking = (row: InventoryRow, { part, reason, message, suggestions }: Lacking): void => {
    const why: Lacking = { part, reason, message: String(message), suggestions };
    add(row, KNOWN_TO_BE_NOTHING.includes(reason) ? { nothing: why } : { lacking: [why] });
  };
  // Reports of before they had it say of what has no figure the reason alone.
  const whole = Array.isArray(report.forBaseline) ? rowsOf(report.forBaseline) : null;
  const isWhole = new Set(whole?.map(nameOf));
  const isPlanned = report.comparedWith !== null;
  for (const one of rowsOf(report.resources)) {
    // What is destroyed is not there any more.
    if ((isPlanned ? one.planned : one.now) === null || isWhole.has(nameOf(one))) continue;
    addParts(one, one.parts);
  }
  for (const one of whole ?? []) {
    addParts(one, one.parts);
    for (const why of Array.isArray(one.lacking) ? one.lacking.filter(isRecord) : [])
      addLacking(one, why as unknown as Lacking);
  }
  for (const one of rowsOf(report.notEstimated)) {
    if (whole === null && one.action !== "destroy") addLacking(one, one);
  }
  return found;
}

/** Rows of a report, as far as they say which resource they are of. */
function rowsOf<T>(rows: readonly T[]): (T & InventoryRow)[] {
  return rows.map((row) => {
    if (isRecord(row) && typeof row.address === "string") return row as unknown as T & InventoryRow;
    throw badInput("baseline", "The baseline is damaged: make it anew.");
  });
}

const SENSITIVE: Lacking = {
  part: null,
  reason: "REFUSED",
  message: "What it was in the baseline is sensitive and not in its report.",
  suggestions: [],
};

/** The lines of a report, checked: it comes from outside. */
function lineOf(part: PartReport | null): Line | null {
  if (!isRecord(part)) return null;
  const { spec, times, product, part: name, hours } = part;
  if (!isRecord(spec) || typeof product !== "string") return null;
  const { low = Number.NaN, expected = Number.NaN, high = Number.NaN } = times ?? {};
  if (![low, expected, high].every((one) => Number.isFinite(one) && one >= 0)) return null;
  const isOrdered = low <= expected && expected <= high;
  if (!isOrdered) return null;
  return {
    part: String(name),
    kind: product,
    spec,
    times: { low, expected, high },
    hours: typeof hours === "number" && hours >= 0 ? hours : null,
    isSensitive: false,
    hints: [],
  };
}

/** What each row comes to at last, beside what it came to earlier; what is gone is a row too. */
export function besideEarlier(rows: readonly InventoryRow[], earlier: Earlier): InventoryRow[] {
  const names = new Set(rows.flatMap((row) => [nameOf(row), row.movedFrom ?? ""]));
  const gone = [...earlier].filter(([name]) => !names.has(name));
  return [
    ...rows.flatMap((row) => {
      const { movedFrom } = row;
      const known = earlier.get(nameOf(row)) ?? (movedFrom === null ? undefined : earlier.get(movedFrom));
      const before = known?.side ?? null;
      const { after } = row;
      if (before === null && after === null) return [];
      return [{ ...row, before, after, action: actionOf(before, after) }];
    }),
    ...gone.map(([, { row, side }]) => ({
      ...{
        address: row.address,
        deposed: row.deposed ?? null,
        type: row.type,
        provider: "",
        moduleAddress: moduleAddressOf(modulesOf(row.address)),
      },
      ...{ action: "destroy" as Action, isImported: false, movedFrom: null, deferredBecause: null },
      ...{ unknownAction: null },
      ...{ before: side, after: null },
    })),
  ];
}

/** The same of rows of another document. */
export function earlierFrom(rows: readonly InventoryRow[]): Earlier {
  return new Map(
    rows.flatMap((row) => (row.after === null ? [] : [[nameOf(row), { row, side: row.after }] as const])),
  );
}

function actionOf(before: Accounted | null, after: Accounted | null): Action {
  if (before === null) return "create";
  if (after === null) return "destroy";
  // Of what was refused and is sensitive, a report has the reason and no line.
  const lines = after.lines.filter(
    ({ part, isSensitive }) => !(isSensitive && before.lacking.some((one) => one.part === part)),
  );
  const isSame =
    before.lines.length === lines.length && before.lines.every((line, at) => isLike(line, lines[at] as Line));
  return isSame ? "none" : "update";
}

/** A report has what was computed with: what no figure needs may be in one of the two alone. */
function isLike(one: Line, other: Line): boolean {
  const alone = [...one.hints, ...other.hints].filter(
    (name) => !(Object.hasOwn(one.spec, name) && Object.hasOwn(other.spec, name)),
  );
  const said = ({ part, kind, spec, times, hours }: Line): string =>
    JSON.stringify([
      part,
      kind,
      Object.entries(spec).filter(([name]) => !alone.includes(name)),
      times,
      hours,
    ]);
  return said(one) === said(other);
}

function nameOf({ address, deposed }: Pick<InventoryRow, "address" | "deposed">): string {
  return deposed === null || deposed === undefined ? address : `${address} ${deposed}`;
}
