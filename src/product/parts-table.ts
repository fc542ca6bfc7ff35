import type { Part, ProductNames } from "../core/contract";
import { DomainError } from "../core/errors";
import { type Column, defineTable, type FactorReader, oneOf, type RowOf, text } from "../core/factors";
import { assumption, COMPONENT_KINDS, type Said, type Trusted } from "../core/footprint";
import { defineFormula, type FactorValue, input, type Value } from "../core/formulas";
import type { Place } from "../core/method";

/**
 * A table of the parts of a product, one row for each. A cell of `offer`, `amount` and what counts is a text or a number as it
 * stands, `=` and the name of a field or of a column of the offer, or, where it counts, the series of a factor.
 */
export function partsTable(file: string) {
  return defineTable(file, ["of", "part"], {
    /** The offer that has it; * for every one. */
    of: text(),
    part: text(),
    /** Name and kind of its component. */
    name: text(),
    kind: oneOf(COMPONENT_KINDS),
    /** Kind of the product that it is, which of its offers, and how much of that. */
    product: text(),
    offer: text(),
    amount: counted(AMOUNTS),
    /** How many have it, how many each of them has, and how many share those: 1 where it is empty. */
    count: counted(),
    each: counted(),
    shared_by: counted(),
    /** `operational`: what runs the service for many. */
    charged_to: oneOf(["equipment", "operational"]),
  });
}

/** A cell that counts: a number, a name or a series. */
function counted(meant = COUNTS): Column<string | null> {
  return {
    parse: (cell) => {
      if (cell === "" || meant.test(cell)) return cell || null;
      const orSeries = meant === COUNTS ? ", and no series of a factor" : "";
      throw new Error(`"${cell}" is no number, no "=" and a name${orSeries}`);
    },
  };
}

const AMOUNTS = /^(=\w+|\d+(\.\d+)?)$/;
const COUNTS = /^(=\w+|\d+(\.\d+)?|[a-z][\w-]*(\.[\w-]+)+)$/i;

export type PartsTableRow = RowOf<ReturnType<typeof partsTable>>;

/** What the cells of a table are read from. */
export interface PartsOf {
  /** The specification after its checks, with what follows from it. */
  readonly checked: Readonly<Record<string, unknown>>;
  readonly offer: { readonly entry: unknown; readonly id: string };
  readonly offerField: string;
  readonly placeField: string;
  readonly place: Place;
  readonly names: ProductNames;
  readonly factors: FactorReader;
}

const TIMES = defineFormula({
  symbol: "times",
  label: "How many of it: those that each has, over those that share them",
  unit: "-",
  expression: "n × each / sharers",
});

/** The rows that the specification has as parts; what there is none of is none. */
export function partsInTable(rows: Iterable<PartsTableRow>, of: PartsOf): Part[] {
  return [...rows].flatMap((row) => (row.of === "*" || row.of === of.offer.id ? partOf(row, of) : []));
}

function partOf(row: PartsTableRow, of: PartsOf): Part[] {
  const { name, kind, charged_to } = row;
  const amount = row.amount === null ? undefined : numberIn(row.amount, of);
  const [n, each, sharers] = [row.count, row.each, row.shared_by].map((cell) => countIn(cell, of)) as [
    Value,
    Value,
    Value,
  ];
  if (amount === 0 || n.range.expected === 0) return [];
  const isCounted = [each, sharers].every((one) => !("factor" in one));
  const times = TIMES.apply({ n, each, sharers });
  const isOperational = charged_to === "operational";
  return [
    {
      ...{ name, kind, isOperational, isNamed: isOperational },
      ...resourceOf(row, amount, of),
      times: isCounted ? times.range.expected : times,
      notes: notesOn(row, { each, sharers }, of),
    },
  ];
}

/** Which field of ours says what a field of its input says follows from the cells. */
function resourceOf(
  { product, offer, amount: amountCell }: PartsTableRow,
  amount: number | undefined,
  { checked, offer: own, offerField, placeField, place, names }: PartsOf,
): Pick<Part, "resource" | "fields"> {
  const roles = names.rolesOf(product);
  if (roles === null) {
    throw new DomainError("UNKNOWN_PRODUCT", `No product of the graph is "${product}" and says its fields.`);
  }
  const column = nameIn(offer);
  const named = column === null ? offer : String(readNamed(column, { checked, entry: own.entry }));
  const where = roles.zone === undefined ? place.region : place.name;
  const fields: Record<string, string> = { [roles.offer]: column ?? offerField };
  if (column !== null && !(column in checked)) fields[roles.offer] = offerField;
  const spec: Record<string, unknown> = { [roles.offer]: named };
  const placeOf = roles.zone ?? roles.region;
  if (placeOf !== undefined) {
    spec[placeOf] = where;
    fields[placeOf] = placeField;
  }
  if (amount !== undefined && roles.amount !== undefined) {
    spec[roles.amount] = amount;
    const field = nameIn(amountCell ?? "");
    if (field !== null) fields[roles.amount] = field;
  }
  return { resource: { kind: product, spec }, fields };
}

/** What is assumed of a part: which offer it is, how many there are, how many share them. */
function notesOn(
  row: PartsTableRow,
  { each, sharers }: { readonly each: Value; readonly sharers: Value },
  { checked, offer: { entry } }: PartsOf,
): Said[] {
  const what = row.name.toLowerCase();
  const factors = (value: Value) => (isFactor(value) ? [value.factor] : []);
  const column = nameIn(row.offer);
  // A column of the offer is as sure as the row that it stands in.
  const said = column === null || column in checked ? row : (entry as Trusted);
  return [
    ...assumption(`which offer stands for the ${what}`, [said]),
    ...assumption(`how many there are of the ${what}`, factors(each)),
    ...assumption(`how many share the ${what}`, factors(sharers)),
  ];
}

function isFactor(value: Value): value is FactorValue {
  return "factor" in value;
}

function countIn(cell: string | null, of: PartsOf): Value {
  if (cell === null) return input(1, "-");
  const series = seriesIn(cell);
  return series === null ? input(numberIn(cell, of), "-") : of.factors.value(series);
}

function numberIn(cell: string, { checked, offer }: PartsOf): number {
  const name = nameIn(cell);
  const value = Number(name === null ? cell : readNamed(name, { checked, entry: offer.entry }));
  if (Number.isFinite(value)) return value;
  throw new Error(`"${cell}" of a table of parts is no number`);
}

function readNamed(
  name: string,
  { checked, entry }: { checked: PartsOf["checked"]; entry: unknown },
): unknown {
  const value = name in checked ? checked[name] : (entry as Readonly<Record<string, unknown>>)[name];
  if (value !== undefined) return value;
  throw new Error(`"=${name}" of a table of parts is neither a field nor a column of the offer`);
}

/** The name behind `=`. */
export function nameIn(cell: string): string | null {
  return cell.startsWith("=") ? cell.slice(1) : null;
}

/** The series of a factor in a cell that counts. */
export function seriesIn(cell: string): string | null {
  return cell.includes(".") && !Number.isFinite(Number(cell)) ? cell : null;
}
