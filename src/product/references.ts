import type { PluginSetup } from "../core/contract";
import { type DataReader, requireNames } from "../core/factors";
import { unique } from "../core/helpers";

/** Reports each name in a column that is no zone. */
export function requireZones<R extends object>(
  { reader, places }: Pick<PluginSetup, "reader" | "places">,
  rows: Iterable<R>,
  column: string & keyof R,
): void {
  requireNames(reader, rows, column, { what: "zone", names: places.zones.keys() });
}

/** Reports each name in a column that is no region. */
export function requireRegions<R extends object>(
  { reader, places }: Pick<PluginSetup, "reader" | "places">,
  rows: Iterable<R>,
  column: string & keyof R,
): void {
  const names = unique([...places.zones.values()].map(({ region }) => region));
  requireNames(reader, rows, column, { what: "region", names });
}

/** Reports each offer of which a table of parts has no row of its own: what it consists of is not known then. */
export function requireParts(
  reader: DataReader,
  offers: ReadonlyMap<string, object>,
  parts: Iterable<{ readonly of: string }>,
): void {
  const owners = new Set(Array.from(parts, ({ of }) => of));
  for (const [id, row] of offers) {
    if (!owners.has(id)) reader.reportCell(row, null, `no row of the table of parts is of "${id}"`);
  }
}
