import { DomainError, foldName } from "../../core/errors";
import type { DataReader, FactorBook } from "../../core/factors";
import type { Places } from "../../core/method";
import { callMember } from "../call-member";
import type { AnyDefinition } from "../definition";
import type { Field } from "../fields";
import { hintOf } from "./shape";

/**
 * What the functions of a definition return for its data.
 * @throws Error naming the product and the member of its definition that returns something else
 */
export function checkCatalogue(definition: AnyDefinition, catalogue: object, all: Places): void {
  const { kind, offers, recipe } = definition;
  const fault = (what: string) => new Error(`the product "${kind}" ${what} (docs/plugins.md)`);
  if (catalogue instanceof Promise) throw fault('needs the catalogue from "load" at once, and got a promise');
  if (typeof catalogue !== "object" || catalogue === null) {
    throw fault('needs the catalogue from "load": return what was read, or use tablesOf(…)');
  }
  const has = `the catalogue has ${Object.keys(catalogue).join(", ") || "nothing"}`;
  const entries: Partial<ReadonlyMap<string, unknown>> | undefined = callMember(kind, "offers.of", () =>
    offers.of(catalogue),
  );
  if (typeof entries?.get !== "function" || typeof entries.entries !== "function") {
    throw fault(`needs the offers by name from "offers.of", a Map: ({ types }) => types; ${has}`);
  }
  if (entries.size === 0) {
    throw fault(`needs an offer or more from "offers.of": no specification could name one; ${has}`);
  }
  const folded = new Map<string, string>();
  for (const [key, entry] of entries.entries()) {
    const id: unknown = callMember(kind, "offers.id", () => offers.id(entry));
    if (typeof id !== "string" || id === "")
      throw fault(`needs a name of the offer "${key}" from "offers.id"`);
    if (id !== key) throw fault(`has the offer "${key}", which "offers.id" calls "${id}": one name for both`);
    const other = folded.get(foldName(id));
    if (other !== undefined)
      throw fault(`has the offers "${other}" and "${id}", whose names differ in case and dashes alone`);
    folded.set(foldName(id), id);
    const places = callMember(kind, "offers.places", () => [...(offers.places?.(entry, catalogue) ?? [])]);
    for (const place of places) {
      const wrong = wrongIn(place, all);
      if (wrong !== null)
        throw fault(`has a place of the offer "${key}", from "offers.places", that is none: ${wrong}`);
    }
  }
  if (!("partsTable" in recipe)) return;
  if (folded.has("*")) throw fault('has an offer "*", which is every offer in a table of parts');
  const rows: Iterable<unknown> | undefined = callMember(kind, "recipe.partsTable", () =>
    recipe.partsTable(catalogue),
  );
  const areRows = typeof rows?.[Symbol.iterator] === "function" && Array.from(rows).every(isRow);
  if (!areRows) throw fault(`needs rows from "recipe.partsTable": ({ parts }) => parts.values(); ${has}`);
}

/** Reports limits that are factors of which there is none. */
export function checkLimitSeries(
  { kind, fields }: AnyDefinition,
  book: FactorBook,
  reader: DataReader,
): void {
  for (const [name, { limits }] of Object.entries(fields) as [string, Field<unknown>][]) {
    const maximum = typeof limits === "object" ? limits.maximum : undefined;
    if (typeof maximum !== "object" || book.vintagesOf(maximum.series).length > 0) continue;
    const all = new Set(book.all().map(({ series }) => series));
    const hint = hintOf(maximum.series, all);
    reader.report(
      `the product "${kind}"`,
      `limits of "${name}": there is no factor "${maximum.series}"${hint}`,
    );
  }
}

function wrongIn(place: string, places: Places): string | null {
  try {
    places.named(place, "");
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

function isRow(row: unknown): boolean {
  return typeof row === "object" && row !== null && "of" in row && "part" in row;
}
