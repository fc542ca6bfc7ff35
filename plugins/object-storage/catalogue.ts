import { type PluginSetup } from "../../src/core/contract";
import {
  type DataFolder,
  defineTable,
  number,
  oneOf,
  optionalText,
  type RowOf,
  requireNames,
  text,
} from "../../src/core/factors";
import { groupBy } from "../../src/core/helpers";
import { loadPools, POOL_COLUMNS, type ServerPool } from "../../src/core/method";
import { requireRegions, requireZones } from "../../src/product";

const CLASSES = defineTable("object-classes", ["id"], {
  id: text(),
  name: text(),
  redundancy: oneOf(["multi-az", "one-zone", "archive"]),
  pool: text(),
  min_gb: number("GB", { min: 0 }),
  max_gb: number("GB", { min: 0 }),
});
const OFFERS = defineTable("object-places", ["class", "region"], {
  class: text(),
  region: text(),
  /** Where the data lie; empty when they are spread over the region. */
  zone: optionalText(),
});
const POOLS = defineTable("object-servers", ["id"], POOL_COLUMNS);

/** Where a class stores the data of a region's buckets. */
export type ObjectStorageOffer = RowOf<typeof OFFERS>;

/** A class of Object Storage: its limits, where it is offered, and the pool that stores it. */
export interface ObjectStorageClassEntry {
  readonly row: RowOf<typeof CLASSES>;
  readonly pool: ServerPool;
  /** Series of the factor that says how many GB of the pool a GB stored takes. */
  readonly redundancy: string;
  readonly offers: ReadonlyMap<string, ObjectStorageOffer>;
}

/** Every class of Object Storage. */
export class ObjectStorageCatalogue {
  constructor(readonly classes: ReadonlyMap<string, ObjectStorageClassEntry>) {}
}

/** Reads classes, their places, pools and factors; what does not fit together is reported to the reader. */
export function loadCatalogue(setup: PluginSetup, data: DataFolder): ObjectStorageCatalogue {
  const { reader } = setup;
  reader.factorFile(data, "object-pool");
  const pools = loadPools(setup, data, POOLS, "object-pool");
  const rows = reader.table(data, CLASSES);
  const offers = offersOf(setup, data, rows);
  const classes = new Map<string, ObjectStorageClassEntry>();
  requireNames(reader, rows.values(), "pool", { what: "pool", names: pools.keys() });
  for (const row of rows.values()) {
    if (row.min_gb > row.max_gb)
      reader.reportCell(row, "min_gb", `${row.min_gb} is above max_gb ${row.max_gb}`);
    const pool = pools.get(row.pool);
    if (pool === undefined) continue;
    const redundancy = `object-storage.redundancy.${row.redundancy}`;
    classes.set(row.id, { row, pool, redundancy, offers: offers.get(row.id) ?? new Map() });
  }
  return new ObjectStorageCatalogue(classes);
}

function offersOf(
  setup: PluginSetup,
  data: DataFolder,
  classes: ReadonlyMap<string, object>,
): ReadonlyMap<string, ReadonlyMap<string, ObjectStorageOffer>> {
  const all = [...setup.reader.table(data, OFFERS).values()];
  requireNames(setup.reader, all, "class", { what: "class", names: classes.keys() });
  requireRegions(setup, all, "region");
  requireZones(setup, all, "zone");
  const byRegion = (offers: readonly ObjectStorageOffer[]) => new Map(offers.map((one) => [one.region, one]));
  return new Map([...groupBy(all, (one) => one.class)].map(([id, offers]) => [id, byRegion(offers)]));
}
