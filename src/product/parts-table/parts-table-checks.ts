import type { DescribedField, ProductNames } from "../../core/contract";
import type { FactorBook } from "../../core/factors";
import { hintOf } from "../start-checks/shape";
import { groupsIn, nameIn, type PartsTableRow, seriesIn } from "./parts-table";

type Row = Readonly<Record<string, unknown>>;

/** What the cells of a table of parts can name. */
export interface PartsNames {
  readonly fields: Readonly<Record<string, DescribedField>>;
  /** Rows of the catalogue, by the ids of their offers. */
  readonly offers: ReadonlyMap<string, Row>;
  /** Names of derived values; null if no sample shows them. */
  readonly derived: () => ReadonlySet<string> | null;
  readonly products: ProductNames;
  readonly zones: ReadonlyMap<string, unknown>;
  readonly book: FactorBook;
}

const PLACEHOLDERS = ["{offer}", "{of}"];

type Report = (row: PartsTableRow, column: string, problem: string) => void;

const COUNTING = ["amount", "count", "each", "shared_by"] as const;

/** Reports each cell on which a request would fail: an unknown offer, product, name or series. */
export function checkPartsTable(rows: Iterable<PartsTableRow>, names: PartsNames, report: Report): void {
  for (const row of rows) {
    const say = (column: string, problem: string | null): void => {
      if (problem !== null) report(row, column, problem);
    };
    say("of", problemOfOwner(row.of, names));
    say("name", problemOfPlaceholders(row.name));
    say("group", groupsIn(row).includes("") ? "a component around it has no name" : null);
    const unknownProduct = problemOfProduct(row.product, names);
    say("product", unknownProduct);
    say("offer", problemOfName(row.offer, row.of, names, false) ?? problemOfOffer(row, names));
    if (unknownProduct === null) say("amount", problemOfAmount(row, names));
    say("place", row.place === null ? null : problemOfPlace(row.place, row.of, names));
    for (const name of row.hands_on) say("hands_on", problemOfHandedOn(name, row.product, names));
    for (const column of COUNTING) {
      const cell = row[column];
      if (cell !== null)
        say(
          column,
          problemOfName(cell, row.of, names, true) ?? problemOfSeries(cell, column === "shared_by", names),
        );
    }
  }
}

function problemOfOwner(of: string, { offers }: PartsNames): string | null {
  return of === "*" || offers.has(of) ? null : `there is no offer "${of}"${hintOf(of, offers.keys())}`;
}

/** An unknown name in braces would be printed literally. */
function problemOfPlaceholders(name: string): string | null {
  const unknown = name.match(/\{[^}]*\}/g)?.find((one) => !PLACEHOLDERS.includes(one));
  return unknown === undefined
    ? null
    : `"${unknown}" stands for nothing: there are ${PLACEHOLDERS.join(" and ")}`;
}

/** The offers of the other product that a row names: the one in the cell, or those in a column of ours. */
function problemOfOffer(
  { product, offer, of }: PartsTableRow,
  { products, offers, fields }: PartsNames,
): string | null {
  const column = nameIn(offer);
  if (column !== null && Object.hasOwn(fields, column))
    return fields[column]?.type === "text" ? null : `the field "${column}" names no offer: it is no text`;
  const own = [...offers].filter(([id]) => of === "*" || of === id);
  const named =
    column === null ? [offer] : own.flatMap(([, entry]) => (entry[column] as string | undefined) ?? []);
  const other: unknown = named.find((name) => typeof name !== "string");
  if (other !== undefined) return `the column "${column}" names no offer: ${other} is no text`;
  const unknown = named.find((name) => products.lacks(product, name));
  return unknown === undefined
    ? null
    : `${product} has no offer "${unknown}"${hintOf(unknown, products.offersOf(product))}`;
}

function problemOfAmount({ product, amount }: PartsTableRow, { products }: PartsNames): string | null {
  const roles = products.rolesOf(product);
  if (roles === null) return null;
  if (amount === null)
    return roles.needsAmount
      ? `${product} needs its ${roles.amount}: a number, or "=" and one of your fields`
      : null;
  return roles.amount === undefined ? `${product} has no amount: leave the cell empty` : null;
}

function problemOfPlace(place: string, of: string, names: PartsNames): string | null {
  if (nameIn(place) !== null) return problemOfName(place, of, names, false);
  return names.zones.has(place) ? null : `there is no zone "${place}"${hintOf(place, names.zones.keys())}`;
}

function problemOfProduct(kind: string, { products }: PartsNames): string | null {
  if (products.rolesOf(kind) !== null) return null;
  return `no product with known fields is called "${kind}"${hintOf(kind, products.kinds)}`;
}

/** What we hand on is a field of the other product, too. */
function problemOfHandedOn(name: string, product: string, { fields, products }: PartsNames): string | null {
  if (!Object.hasOwn(fields, name)) return `there is no field "${name}"${hintOf(name, Object.keys(fields))}`;
  const theirs = products.fieldsOf(product);
  return theirs.length === 0 || theirs.includes(name)
    ? null
    : `${product} has no field "${name}"${hintOf(name, theirs)}`;
}

/** @param divides whether what is counted is divided by it */
function problemOfSeries(cell: string, divides: boolean, { book }: PartsNames): string | null {
  const series = seriesIn(cell);
  if (series === null) return null;
  const vintages = book.vintagesOf(series);
  const last = vintages.at(-1);
  if (last === undefined) {
    const all = new Set(book.all().map((factor) => factor.series));
    return `there is no factor "${series}"${hintOf(series, all)}`;
  }
  if (last.unit !== "-") return `"${series}" is in ${last.unit}: what counts is in "-"`;
  if (last.validTo !== null) return `"${series}" has no value from ${last.validTo} on`;
  const isNone = divides && vintages.some(({ range }) => range.low <= 0);
  return isNone ? `"${series}" can be 0, and nothing is shared by none: its low end must be above 0` : null;
}

/** @param counts whether it must be a number */
function problemOfName(cell: string, of: string, names: PartsNames, counts: boolean): string | null {
  const name = nameIn(cell);
  if (name === null) return null;
  const { fields, offers, derived } = names;
  if (Object.hasOwn(fields, name)) {
    return counts && fields[name]?.type === "text" ? `the field "${name}" is no number` : null;
  }
  const own = [...offers].filter(([id]) => of === "*" || of === id);
  const wrong =
    own.find(([, entry]) => entry[name] === undefined) ??
    (counts ? own.find(([, entry]) => !Number.isFinite(Number(entry[name]))) : undefined);
  // What follows from a specification comes before a column of the same name.
  if (wrong === undefined || derived()?.has(name) !== false) return null;
  const [offer, entry] = wrong;
  if (entry[name] !== undefined) return `the column "${name}" of ${offer} is no number`;
  const known = new Set([...Object.keys(fields), ...(derived() ?? []), ...Object.keys(entry)]);
  return `"${name}" is neither a field nor a column of every offer: ${offer} has none${hintOf(name, known)}`;
}
