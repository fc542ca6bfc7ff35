import { readFile, writeFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { zoneOf } from "./inventory";
import type { CatalogueProduct } from "./product";
import type { Snapshot } from "./snapshot";
import { hoursIn } from "./units";

/** Where the calibration reads recordings in a checkout. */
export const DEFAULT_RECORDINGS = "plugins/instance/calibration/recorded-estimates.csv";
/** Columns of a file of recordings, as the calibration reads it. */
const COLUMNS = ["recorded_on", "type", "zone", "kg_co2e_per_h", "m3_water_per_h", "source"];

type Row = Readonly<Record<string, string>>;

export interface Recording {
  /** ISO day, UTC. */
  readonly day: string;
  readonly recorded: number;
  /** Estimates that the file has of the day already: the first answer of a day stands. */
  readonly known: number;
  /** SKUs of Instances whose estimate cannot be recorded, and why. */
  readonly leftOut: readonly { readonly sku: string; readonly reason: string }[];
}

/**
 * Adds the estimates of a catalogue to a file of recordings, under the day on which it was read.
 * @param knows whether a type is one that the calibration can place on a host
 * @throws Error where the file is not one of recordings; it is then as it was
 */
export async function record(
  path: string,
  snapshot: Snapshot,
  knows: (type: string) => boolean,
): Promise<Recording> {
  const before = await readFile(path, "utf8");
  const rows = parse(before, { columns: true, bom: true }) as Row[];
  const columns = Object.keys(rows[0] ?? {});
  if (columns.join() !== COLUMNS.join())
    throw new Error(`${path} is no file of recordings: its columns must be ${COLUMNS.join(", ")}.`);
  const day = snapshot.readAt.slice(0, 10);
  const known = new Set(rows.map(keyOf));
  const leftOut: { sku: string; reason: string }[] = [];
  const found = snapshot.products.flatMap((product) => {
    if (product.type !== "instance" || product.estimate === null) return [];
    const row = rowOf(product, snapshot, knows);
    if (typeof row !== "string") return [row];
    leftOut.push({ sku: product.sku, reason: row });
    return [];
  });
  const added = found.filter((row) => {
    const isNew = !known.has(keyOf(row));
    known.add(keyOf(row));
    return isNew;
  });
  const all = [...rows, ...added].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  if (added.length > 0) await writeFile(path, stringify(all, { header: true, columns: COLUMNS }));
  return { day, recorded: added.length, known: found.length - added.length, leftOut };
}

/** The row of one product, or why there is none. */
function rowOf(
  product: CatalogueProduct,
  { readAt, source }: Snapshot,
  knows: (type: string) => boolean,
): Row | string {
  const { estimate, offerId: type, unit } = product;
  const zone = zoneOf(product);
  const hours = unit === null ? null : hoursIn(unit);
  if (type === null || zone === null) return "the catalogue names no type or no zone";
  if (!knows(type)) return `the graph has no Instance type ${type}`;
  if (hours === null) return "its unit of measure is no length of time";
  if (estimate === null || estimate.kgCo2Equivalent === null) return "it has no greenhouse gases";
  const perHour = (amount: number | null): string => (amount === null ? "" : String(amount / hours));
  return {
    recorded_on: readAt.slice(0, 10),
    type,
    zone,
    kg_co2e_per_h: perHour(estimate.kgCo2Equivalent),
    m3_water_per_h: perHour(estimate.m3WaterUsage),
    source: `Product Catalog of ${source} (read ${readAt})`,
  };
}

function keyOf({ recorded_on: day, zone, type }: Row): string {
  return [day, zone, type].join(" ");
}
