import { type PluginSetup } from "../../src/core/contract";
import {
  type DataFolder,
  defineTable,
  list,
  loadOtherNames,
  number,
  OTHER_NAMES_COLUMNS,
  OtherNames,
  oneOf,
  type RowOf,
  requireNames,
  text,
} from "../../src/core/factors";
import { loadPools, POOL_COLUMNS, type ServerPool } from "../../src/core/method";
import { requireZones } from "../../src/product";

const CLASSES = defineTable("block-classes", ["id"], {
  id: text(),
  name: text(),
  kind: oneOf(["volume", "snapshot"]),
  pool: text(),
  min_gb: number("GB", { min: 0 }),
  max_gb: number("GB", { min: 0 }),
  zones: list(),
});
const OTHER_NAMES = defineTable("block-names", ["other_name"], OTHER_NAMES_COLUMNS);
const POOLS = defineTable("block-servers", ["id"], POOL_COLUMNS);

/** A class of Block Storage: its limits, where it is offered, and the pool that stores it. */
export interface BlockStorageClassEntry {
  readonly row: RowOf<typeof CLASSES>;
  readonly pool: ServerPool;
  /** Series of the factor that says how many GB of the pool a GB reserved takes. */
  readonly redundancy: string;
}

/** Every class of Block Storage. */
export class BlockStorageCatalogue {
  constructor(
    readonly classes: ReadonlyMap<string, BlockStorageClassEntry>,
    readonly others = OtherNames.NONE,
  ) {}
}

/** Reads classes, pools and factors; what does not fit together is reported to the reader. */
export function loadCatalogue(setup: PluginSetup, data: DataFolder): BlockStorageCatalogue {
  const { reader } = setup;
  reader.factorFile(data, "block-pool");
  const pools = loadPools(setup, data, POOLS, "block-pool");
  const classes = new Map<string, BlockStorageClassEntry>();
  const rows = [...reader.table(data, CLASSES).values()];
  requireZones(setup, rows, "zones");
  requireNames(reader, rows, "pool", { what: "pool", names: pools.keys() });
  for (const row of rows) {
    if (row.min_gb > row.max_gb)
      reader.reportCell(row, "min_gb", `${row.min_gb} is above max_gb ${row.max_gb}`);
    const pool = pools.get(row.pool);
    if (pool !== undefined)
      classes.set(row.id, { row, pool, redundancy: `block-storage.redundancy.${row.kind}` });
  }
  return new BlockStorageCatalogue(classes, loadOtherNames(reader, data, OTHER_NAMES, classes.keys()));
}
