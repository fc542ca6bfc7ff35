import { shorten } from "../core/errors";
import type { Fail } from "./line-values";
import { lineCell, type Plan } from "./plan";
import type { KnownProduct } from "./products";
import { isEmpty, saysUnknown, wrong } from "./read-value";
import { FILLERS, THINGS_COUNTED } from "./synonyms";
import { conversion } from "./units";
import { wordsOf } from "./words";

/** A number under `quantity` beside `hour` under `unit` is no count: 730 hours of one server would be 730 servers. */
export function checkUnit(
  cells: readonly unknown[],
  { product, fields }: KnownProduct,
  plan: Plan,
  fail: Fail,
): void {
  const said = lineCell(plan.line, "unit", cells);
  if (said === null || saysUnknown(said.cell)) return;
  const unit = String(said.cell).trim();
  const counted = lineCell(plan.line, "count", cells)?.column.heading.text;
  if (isOfCounts(unit, plan, cells) || isOfField(unit, plan, cells)) return;
  const heading = said.column.heading.text;
  const told = `"${heading}" says "${shorten(unit)}"`;
  if (counted === undefined) {
    if (isOfHours(unit, plan, cells)) return;
    const message = `${told}, and no number of the line is known to be in it: write the unit behind its number.`;
    fail(heading, wrong("UNKNOWN_UNIT", message));
    return;
  }
  const own = fields.find(({ field }) => field.unit !== null && conversion(unit, field.unit) !== null);
  const isTime = conversion(unit, "h") !== null;
  const where = isTime ? "write it under hours" : own && `write it under its field, such as ${own.name}`;
  const hint = where ?? `no number of ${product.name} is in it`;
  fail(counted, wrong("UNKNOWN_UNIT", `${told}, so that "${counted}" is not how many there are: ${hint}.`));
}

/** `pieces`, and `instance-month`: a count is taken for a month. `month` alone is none beside hours: three months would be three hours. */
function isOfCounts(unit: string, { line }: Plan, cells: readonly unknown[]): boolean {
  const words = wordsOf(unit);
  const isThing = words.some((word) => THINGS_COUNTED.has(word));
  const isOfHoursAlone = lineCell(line, "count", cells) === null && lineCell(line, "hours", cells) !== null;
  if (isOfHoursAlone && !isThing) return false;
  return words.every((word) => THINGS_COUNTED.has(word) || FILLERS.has(word));
}

function isOfField(unit: string, { fields }: Plan, cells: readonly unknown[]): boolean {
  return fields.some(
    ({ column, target }) =>
      !isEmpty(cells[column.index]) && isSame(unit, column.heading.unit ?? target.field.field.unit),
  );
}

function isOfHours(unit: string, { line }: Plan, cells: readonly unknown[]): boolean {
  const hours = lineCell(line, "hours", cells);
  return hours !== null && isSame(unit, hours.column.unitOfTime ?? "h");
}

function isSame(unit: string, other: string | null): boolean {
  const factor = other === null ? null : conversion(unit, other);
  return factor !== null && factor.times === factor.by;
}
