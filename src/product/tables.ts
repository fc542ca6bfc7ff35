import type { PluginSetup } from "../core/contract";
import type { DataFolder, RowOf, Table } from "../core/factors";

/** Tables by what they hold. */
type Tables = Readonly<Record<string, Table>>;
/** The rows of each, by key. */
export type RowsOf<T extends Tables> = { readonly [K in keyof T]: ReadonlyMap<string, RowOf<T[K]>> };

/**
 * Reads a product whose catalogue is plain tables.
 *
 * @param factors files of factors; none where its tables are all that it has
 * @param units units of these factors beside those that all products may use, such as "requests/s"
 * @param required keys of rows that a table must have; a missing one is reported
 */
export function tablesOf<T extends Tables>(
  tables: T,
  {
    factors = [],
    units = [],
    required = {},
  }: {
    factors?: readonly string[];
    units?: readonly string[];
    required?: { [K in keyof T]?: readonly string[] };
  } = {},
): (setup: PluginSetup, data: DataFolder) => RowsOf<T> {
  return ({ reader }, data) => {
    for (const file of factors) reader.factorFile(data, file, units);
    const read = Object.entries(tables).map(([name, table]) => {
      const rows = reader.table(data, table);
      for (const key of required[name] ?? []) {
        if (!rows.has(key)) reader.report(`${table.name}.csv`, `no row "${key}"`);
      }
      return [name, rows] as const;
    });
    return Object.fromEntries(read) as unknown as RowsOf<T>;
  };
}
