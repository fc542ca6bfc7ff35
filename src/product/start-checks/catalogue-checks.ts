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
export function checkCatalogue(definition: AnyDefinition, catalogue: object, places: Places): void {
  const wrong =
    wrongInLoaded(catalogue) ??
    wrongInOffers(definition, catalogue, places) ??
    wrongInRows(definition, catalogue);
  if (wrong !== null) throw new Error(`the product "${definition.kind}" ${wrong} (docs/plugins.md)`);
}

/** What is wrong with what `load` returned, as the predicate of a sentence, as below; null where nothing is. */
function wrongInLoaded(catalogue: unknown): string | null {
  if (catalogue instanceof Promise) return 'needs the catalogue from "load" at once, and got a promise';
  if (typeof catalogue === "object" && catalogue !== null) return null;
  return 'needs the catalogue from "load": return what was read, or use tablesOf(…)';
}

function wrongInOffers(definition: AnyDefinition, catalogue: object, places: Places): string | null {
  const { kind, offers } = definition;
  const entries: Partial<ReadonlyMap<string, unknown>> | undefined = callMember(kind, "offers.of", () =>
    offers.of(catalogue),
  );
  if (typeof entries?.get !== "function" || typeof entries.entries !== "function") {
    return `needs the offers by name from "offers.of", a Map: ({ types }) => types; ${contentsOf(catalogue)}`;
  }
  if (entries.size === 0) {
    return `needs an offer or more from "offers.of": no specification could name one; ${contentsOf(catalogue)}`;
  }
  const folded = new Map<string, string>();
  for (const [key, entry] of entries.entries()) {
    const id: unknown = callMember(kind, "offers.id", () => offers.id(entry));
    if (typeof id !== "string" || id === "") return `needs a name of the offer "${key}" from "offers.id"`;
    if (id !== key) return `has the offer "${key}", which "offers.id" calls "${id}": one name for both`;
    const other = folded.get(foldName(id));
    if (other !== undefined)
      return `has the offers "${other}" and "${id}", whose names differ in case and dashes alone`;
    folded.set(foldName(id), id);
    const named = callMember(kind, "offers.places", () => [...(offers.places?.(entry, catalogue) ?? [])]);
    const wrong = named.map((place) => wrongInPlace(place, places)).find((one) => one !== null);
    if (wrong !== undefined)
      return `has a place of the offer "${key}", from "offers.places", that is none: ${wrong}`;
  }
  return null;
}

function wrongInRows({ kind, offers, recipe }: AnyDefinition, catalogue: object): string | null {
  if (!("partsTable" in recipe)) return null;
  if (offers.of(catalogue).get("*") !== undefined)
    return 'has an offer "*", which is every offer in a table of parts';
  const rows: Iterable<unknown> | undefined = callMember(kind, "recipe.partsTable", () =>
    recipe.partsTable(catalogue),
  );
  const areRows = typeof rows?.[Symbol.iterator] === "function" && Array.from(rows).every(isRow);
  if (areRows) return null;
  return `needs rows from "recipe.partsTable": ({ parts }) => parts.values(); ${contentsOf(catalogue)}`;
}

function contentsOf(catalogue: object): string {
  return `the catalogue has ${Object.keys(catalogue).join(", ") || "nothing"}`;
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

function wrongInPlace(place: string, places: Places): string | null {
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
