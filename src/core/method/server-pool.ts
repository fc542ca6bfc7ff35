import {
  cellValue,
  type DataFolder,
  type DataReader,
  type FactorReader,
  number,
  oneOf,
  type RowOf,
  type Table,
} from "../factors";
import { type Component, type Footprint, footprintOf, type Said } from "../footprint";
import type { Calculation, FactorValue } from "../formulas";
import {
  chargedPower,
  type Equipment,
  equipmentComponent,
  type FactorSource,
  type HardwareCatalogue,
  type HostPower,
  manufactureParts,
  manufacturingOfAll,
  modelledPower,
  poolAllocation,
  poolCapacity,
  powerOfAll,
  SERVER_COLUMNS,
  type ServerHardware,
  uniformShares,
  withDisks,
} from "./hardware";
import { byCriterion } from "./per-criterion";
import { notesOnPool } from "./server-pool-notes";
import { baseOf, notesOnPlace, type Place, type SiteContext, siteOf } from "./sites";

/** Columns of a table of pools: equal servers, how many, and which of their disks hold customers' data. */
export const POOL_COLUMNS = {
  ...SERVER_COLUMNS,
  servers: number("server", { min: 1, integer: true }),
  medium: oneOf(["ssd", "hdd"]),
};

export type PoolTable = Table<typeof POOL_COLUMNS>;

/** A pool of equal servers that store many customers' data. */
export interface ServerPool {
  readonly id: string;
  readonly hardware: ServerHardware;
  readonly servers: FactorValue;
  /** Disks of one server that hold customers' data. */
  readonly disks: FactorValue;
  /** Capacity of one of them [GB]. */
  readonly diskGb: FactorValue;
  /** Start of the names of its factors: `<series>.density` [-] and `<series>.disk-power` [W per disk]. */
  readonly series: string;
}

/** Pools by id. What is wrong is reported to the reader: unknown CPUs, no disks of the medium. */
export function loadPools(
  { reader, hardware }: { reader: DataReader; hardware: HardwareCatalogue },
  folder: DataFolder,
  table: PoolTable,
  prefix: string,
): ReadonlyMap<string, ServerPool> {
  const pools = new Map<string, ServerPool>();
  for (const row of reader.table(folder, table).values()) {
    const server = hardware.server(table, row, reader);
    if (row[`${row.medium}_units`] * row[`${row.medium}_gb`] <= 0) {
      reader.reportCell(row, "medium", `no ${row.medium} to store on`);
    } else if (server !== null) {
      pools.set(row.id, poolOf(table, row, server, prefix));
    }
  }
  return pools;
}

function poolOf(
  table: PoolTable,
  row: RowOf<PoolTable>,
  hardware: ServerHardware,
  prefix: string,
): ServerPool {
  const cell = (column: string): FactorValue => cellValue(table, row, column);
  return {
    id: row.id,
    hardware,
    servers: cell("servers"),
    disks: cell(`${row.medium}_units`),
    diskGb: cell(`${row.medium}_gb`),
    series: `${prefix}.${row.id}`,
  };
}

/** Raw capacity of a pool, by the hardware described and the doubt about it [GB]. */
export function capacityOf(pool: ServerPool, factors: FactorReader): Calculation {
  const { servers, disks, diskGb, series } = pool;
  return factors.derived(pool, "capacity", (own) =>
    poolCapacity({ servers, disks, diskGb, density: own.value(`${series}.density`) }),
  );
}

/**
 * The pool's servers and the common base of the power charged, for a share of the pool.
 * Source: method, section on storage: the ratio is applied to every component.
 */
export function poolFootprint(
  use: { pool: ServerPool; share: Calculation; place: Place; notes: readonly Said[] },
  context: SiteContext,
): Footprint {
  const equipment = poolEquipment(use.pool, use.share, use.place, context);
  const base: Component[] = baseOf({ power: equipment.charged, place: use.place }, context);
  return footprintOf(
    [equipmentComponent(equipment), ...base],
    [...use.notes, ...notesOnPlace(use.place, context.factors)],
  );
}

function poolEquipment(
  pool: ServerPool,
  share: Calculation,
  place: Place,
  { factors, hours }: SiteContext,
): Equipment {
  const power = factors.derived(pool, "power", (own) => poolPower(pool, own));
  const shares = uniformShares(poolAllocation(share), share);
  return {
    name: "Storage servers",
    power,
    manufacturing: factors.derived(pool, "manufacturing", (own) =>
      poolManufacturing(pool, (series) => own.value(series)),
    ),
    shares,
    charged: chargedPower({ power, shares }),
    hours,
    lifespan: factors.value("lifespan.hardware"),
    site: siteOf(place, factors),
    notes: factors.derived(pool, "notes", (own) => notesOnPool(pool, own)),
  };
}

function poolPower(pool: ServerPool, factors: FactorReader): HostPower {
  const factor: FactorSource = (series) => factors.value(series);
  const model = modelledPower(pool.hardware, factor("consumption.default-load"), factor);
  return powerOfAll(pool.servers, withDisks(model, pool.disks, factor(`${pool.series}.disk-power`)));
}

function poolManufacturing(pool: ServerPool, factor: FactorSource): Equipment["manufacturing"] {
  return byCriterion((criterion) =>
    manufacturingOfAll(pool.servers, manufactureParts(pool.hardware, criterion, factor), criterion),
  );
}
