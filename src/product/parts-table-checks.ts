import type { DescribedField, ProductNames } from "../core/contract";
import { suggest } from "../core/errors";
import type { FactorBook } from "../core/factors";
import { nameIn, type PartsTableRow, seriesIn } from "./parts-table";

type Row = Readonly<Record<string, unknown>>;

/** What the cells of a table of parts can name. */
export interface PartsNames {
  readonly fields: Readonly<Record<string, DescribedField>>;
  /** Rows of the catalogue, by the ids of their offers. */
  readonly offers: ReadonlyMap<string, Row>;
  /** Names of what follows from a specification; null where nobody can tell. */
  readonly derived: () => ReadonlySet<string> | null;
  readonly products: ProductNames;
  readonly book: FactorBook;
}

type Report = (row: PartsTableRow, column: string, problem: string) => void;

const COUNTING = ["amount", "count", "each", "shared_by"] as const;

/** Reports each cell that the first request would fail on: an offer, product, name or series that there is none of. */
export function checkPartsTable(rows: Iterable<PartsTableRow>, names: PartsNames, report: Report): void {
  for (const row of rows) {
    const say = (column: string, problem: string | null): void => {
      if (problem !== null) report(row, column, problem);
    };
    say("of", problemOfOwner(row.of, names));
    say("product", problemOfProduct(row.product, names));
    say("offer", problemOfName(row.offer, row.of, names, false));
    for (const name of row.hands_on) {
      say("hands_on", Object.hasOwn(names.fields, name) ? null : `there is no field "${name}"`);
    }
    for (const column of COUNTING) {
      const cell = row[column];
      if (cell !== null)
        say(column, problemOfName(cell, row.of, names, true) ?? problemOfSeries(cell, names));
    }
  }
}

function problemOfOwner(of: string, { offers }: PartsNames): string | null {
  return of === "*" || offers.has(of) ? null : `there is no offer "${of}"${hint(of, offers.keys())}`;
}

function problemOfProduct(kind: string, { products }: PartsNames): string | null {
  if (products.rolesOf(kind) !== null) return null;
  return `no product of the graph is "${kind}" and says its fields${hint(kind, products.kinds)}`;
}

function problemOfSeries(cell: string, { book }: PartsNames): string | null {
  const series = seriesIn(cell);
  if (series === null || book.vintagesOf(series).length > 0) return null;
  const all = new Set(book.all().map((factor) => factor.series));
  return `there is no factor "${series}"${hint(series, all)}`;
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
  return `"${name}" is neither a field nor a column of every offer: ${offer} has none${hint(name, known)}`;
}

function hint(unknown: string, names: Iterable<string>): string {
  const near = suggest(unknown, names);
  return near.length > 0 ? `. Did you mean ${near.join(", ")}?` : "";
}
