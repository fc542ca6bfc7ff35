import { type PluginSetup } from "../../src/core/contract";
import {
  type DataFolder,
  type DataReader,
  defineTable,
  number,
  oneOf,
  optionalText,
  type RowOf,
  text,
} from "../../src/core/factors";
import { loadPools, type Places, POOL_COLUMNS, type ServerPool } from "../../src/core/method";

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

/** A class of Object Storage: its limits, where it is offered, and the pool that it lies in. */
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
  const { reader, places } = setup;
  reader.factorFile(data, "object-pool");
  const pools = loadPools(setup, data, POOLS, "object-pool");
  const rows = reader.table(data, CLASSES);
  const offers = offersOf(reader, data, rows, places);
  const classes = new Map<string, ObjectStorageClassEntry>();
  for (const row of rows.values()) {
    const report = (problem: string): void => reader.report("object-classes.csv", `${row.id}: ${problem}`);
    if (row.min_gb > row.max_gb) report(`min_gb ${row.min_gb} is above max_gb ${row.max_gb}`);
    const pool = pools.get(row.pool);
    if (pool === undefined) {
      report(`no pool "${row.pool}"`);
      continue;
    }
    const redundancy = `object-storage.redundancy.${row.redundancy}`;
    classes.set(row.id, { row, pool, redundancy, offers: offers.get(row.id) ?? new Map() });
  }
  return new ObjectStorageCatalogue(classes);
}

function offersOf(
  reader: DataReader,
  data: DataFolder,
  classes: ReadonlyMap<string, object>,
  places: Places,
): ReadonlyMap<string, ReadonlyMap<string, ObjectStorageOffer>> {
  const regions = new Set([...places.zones.values()].map(({ region }) => region));
  const offers = new Map<string, Map<string, ObjectStorageOffer>>();
  for (const [key, offer] of reader.table(data, OFFERS)) {
    const report = (problem: string): void => reader.report("object-places.csv", `${key}: ${problem}`);
    if (!classes.has(offer.class)) report(`no class "${offer.class}"`);
    if (!regions.has(offer.region)) report(`no region "${offer.region}"`);
    if (offer.zone !== null && !places.zones.has(offer.zone)) report(`no zone "${offer.zone}"`);
    const ofClass = offers.get(offer.class) ?? new Map<string, ObjectStorageOffer>();
    offers.set(offer.class, ofClass.set(offer.region, offer));
  }
  return offers;
}
