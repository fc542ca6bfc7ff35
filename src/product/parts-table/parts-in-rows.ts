import type { Part } from "../../core/contract";
import { DomainError } from "../../core/errors";
import type { FactorReader } from "../../core/factors";
import { defineFormula, input, isFactorValue, type Value } from "../../core/formulas";
import { countIn, isOfSpecification, numberIn, type PartsOf, siteOf, textIn } from "./part-cells";
import { groupsOf } from "./part-groups";
import { notesOnPlace, notesOnRows } from "./part-notes";
import { nameIn, type PartsTableRow } from "./parts-table";

const TIMES = defineFormula({
  symbol: "times",
  label: "How many of it: those that each has, over those that share them",
  unit: "-",
  expression: "n × each / sharers",
});

/** Rows as parts, without those whose count is zero. @param n how many have them; null if each row has a count */
export function partsInRows(
  rows: readonly PartsTableRow[],
  of: PartsOf,
  factors: FactorReader,
  n: number | null = null,
): Part[] {
  const groups = groupsOf(rows, of, factors);
  return rows.flatMap((row): Part[] => {
    const count = n === null ? countIn(row.count, of, factors) : input(n, "-");
    const part = partOf(row, count, of, factors);
    const group = groups.get(row);
    if (part === null) return [];
    if (group !== undefined) return [{ ...part, group }];
    const notes = [...notesOnRows(row.name, [row], of, factors), ...notesOnPlace(row.name, row, of)];
    return [{ ...part, notes }];
  });
}

/** The name of the component of a row. */
export function nameOf(row: PartsTableRow, of: PartsOf): string {
  return row.name.replaceAll("{of}", of.offer.id).replaceAll("{offer}", () => textIn(row.offer, of));
}

function partOf(row: PartsTableRow, n: Value, of: PartsOf, factors: FactorReader): Part | null {
  const amount = row.amount === null ? undefined : numberIn(row.amount, of);
  if (amount === 0 || n.range.expected === 0) return null;
  const each = countIn(row.each, of, factors);
  const sharers = countIn(row.shared_by, of, factors);
  const times = TIMES.apply({ n, each, sharers });
  const isOperational = row.charged_to === "operational";
  return {
    ...{ name: nameOf(row, of), kind: row.kind, isOperational, isNamed: isOperational },
    ...resourceOf(row, amount, of),
    // What is counted is a count, and explains itself no further.
    times: [n, each, sharers].some(isFactorValue) ? times : times.range.expected,
  };
}

/** Fields that a part takes over as the client wrote them: nothing of what was left out. */
function handedOn(
  { hands_on }: PartsTableRow,
  { checked }: Pick<PartsOf, "checked">,
): (readonly [string, unknown])[] {
  return hands_on.map((name) => [name, checked[name]] as const).filter(([, value]) => value != null);
}

/** Whether the client wrote any of them. */
export function handsOn({ hands_on }: PartsTableRow, { checked }: Pick<PartsOf, "checked">): boolean {
  return hands_on.some((name) => checked[name] != null);
}

/** Which field of ours says what a field of its input says follows from the cells. */
function resourceOf(
  row: PartsTableRow,
  amount: number | undefined,
  of: PartsOf,
): Pick<Part, "resource" | "fields"> {
  const { product, offer, amount: amountCell } = row;
  const roles = of.names.rolesOf(product);
  if (roles === null) {
    throw new DomainError("UNKNOWN_PRODUCT", `No product with known fields is called "${product}".`);
  }
  const column = nameIn(offer);
  const isOwnField = column !== null && isOfSpecification(column, of);
  const spec: Record<string, unknown> = { [roles.offer]: textIn(offer, of) };
  const fields: Record<string, string> = { [roles.offer]: isOwnField ? column : of.offerField };
  const placeOf = roles.zone ?? roles.region;
  if (placeOf !== undefined) {
    const { name } = siteOf(row, of);
    spec[placeOf] = roles.zone === undefined ? of.places.named(name, of.placeField).region : name;
    fields[placeOf] = of.placeField;
  }
  if (amount !== undefined && roles.amount !== undefined) {
    spec[roles.amount] = amount;
    const field = nameIn(amountCell ?? "");
    if (field !== null) fields[roles.amount] = field;
  }
  for (const [name, value] of handedOn(row, of)) {
    spec[name] = value;
    fields[name] = name;
  }
  return { resource: { kind: product, spec }, fields };
}
