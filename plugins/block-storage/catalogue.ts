import { type PluginSetup } from "../../src/core/contract";
import { DomainError, lookUp } from "../../src/core/errors";
import {
  defineTable,
  list,
  loadOtherNames,
  number,
  OTHER_NAMES_COLUMNS,
  OtherNames,
  oneOf,
  type RowOf,
  text,
} from "../../src/core/factors";
import { loadPools, type Place, POOL_COLUMNS, type ServerPool } from "../../src/core/method";

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

/** A class of Block Storage: its limits, where it is offered, and the pool that it lies in. */
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

  /** @throws DomainError UNKNOWN_STORAGE_CLASS with suggestions. */
  storageClass(name: string, field: string): BlockStorageClassEntry {
    return lookUp(this.classes, name, {
      code: "UNKNOWN_STORAGE_CLASS",
      what: "storage class",
      field,
      others: this.others,
    });
  }

  /** @throws DomainError NOT_AVAILABLE_IN_LOCALITY, naming where the class is. */
  requireIn({ row }: BlockStorageClassEntry, place: Place): void {
    if (row.zones.includes(place.name)) return;
    throw new DomainError(
      "NOT_AVAILABLE_IN_LOCALITY",
      `${row.id} is not offered in ${place.name}. It is in ${row.zones.join(", ")}.`,
      { field: "input.zone", suggestions: row.zones },
    );
  }
}

/** Reads classes, pools and factors; what does not fit together is reported to the reader. */
export function loadCatalogue(setup: PluginSetup, folder: string): BlockStorageCatalogue {
  const { reader, places } = setup;
  const data = { owner: "blockVolume", path: folder };
  reader.factorFile(data, "block-pool");
  const pools = loadPools(setup, data, POOLS, "block-pool");
  const classes = new Map<string, BlockStorageClassEntry>();
  for (const row of reader.table(data, CLASSES).values()) {
    const report = (problem: string): void => reader.report("block-classes.csv", `${row.id}: ${problem}`);
    if (row.min_gb > row.max_gb) report(`min_gb ${row.min_gb} is above max_gb ${row.max_gb}`);
    for (const zone of row.zones) if (!places.zones.has(zone)) report(`no zone "${zone}"`);
    const pool = pools.get(row.pool);
    if (pool === undefined) report(`no pool "${row.pool}"`);
    else classes.set(row.id, { row, pool, redundancy: `block-storage.redundancy.${row.kind}` });
  }
  return new BlockStorageCatalogue(classes, loadOtherNames(reader, data, OTHER_NAMES, classes.keys()));
}
