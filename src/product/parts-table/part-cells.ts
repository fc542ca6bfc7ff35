import type { ProductNames } from "../../core/contract";
import type { FactorReader } from "../../core/factors";
import type { Trusted } from "../../core/footprint";
import { input, type Value } from "../../core/formulas";
import type { Place, Places } from "../../core/method";
import { nameIn, type PartsTableRow, seriesIn } from "./parts-table";

/** What the cells of a table of parts are read from. */
export interface PartsOf {
  /** The specification after its checks, with what follows from it. */
  readonly checked: Readonly<Record<string, unknown>>;
  readonly offer: { readonly entry: unknown; readonly id: string };
  readonly offerField: string;
  readonly placeField: string;
  readonly place: Place;
  readonly places: Places;
  readonly names: ProductNames;
}

/** The place of a part: the name of a zone or region, and what determines it besides the specification. */
interface Site {
  readonly name: string;
  readonly restsOn: readonly Trusted[];
}

/** A cell that counts, and the factor where it is one. */
export function countIn(cell: string | null, of: PartsOf, factors: FactorReader): Value {
  if (cell === null) return input(1, "-");
  const series = seriesIn(cell);
  return series === null ? input(numberIn(cell, of), "-") : factors.value(series);
}

export function numberIn(cell: string, of: PartsOf): number {
  const name = nameIn(cell);
  const value = Number(name === null ? cell : readNamed(name, of));
  if (Number.isFinite(value)) return value;
  throw new Error(`"${cell}" of a table of parts is no number`);
}

export function textIn(cell: string, of: PartsOf): string {
  const name = nameIn(cell);
  return name === null ? cell : String(readNamed(name, of));
}

/** Where the row is: in a place of its own, or where the product is. */
export function siteOf({ place }: PartsTableRow, of: PartsOf): Site {
  if (place === null) return { name: of.place.name, restsOn: [] };
  const name = nameIn(place);
  const site = name === null ? place : readNamed(name, of);
  if (typeof site === "string") return { name: site, restsOn: [] };
  const { name: named, confidence } = site as { readonly name: string; readonly confidence?: string };
  return { name: named, restsOn: confidence === undefined ? [] : [{ confidence }] };
}

/** Whether a name is a field, or follows from the fields; otherwise it is a column of the offer. */
export function isOfSpecification(name: string, { checked }: Pick<PartsOf, "checked">): boolean {
  return name in checked;
}

function readNamed(name: string, { checked, offer: { entry } }: PartsOf): unknown {
  const value = name in checked ? checked[name] : (entry as Readonly<Record<string, unknown>>)[name];
  if (value !== undefined) return value;
  throw new Error(`"=${name}" of a table of parts is neither a field nor a column of the offer`);
}
