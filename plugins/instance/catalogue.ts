import { type PluginSetup } from "../../src/core/contract";
import {
  cellValue,
  type DataFolder,
  type DataReader,
  defineTable,
  list,
  loadOtherNames,
  number,
  OTHER_NAMES_COLUMNS,
  OtherNames,
  oneOf,
  optionalNumber,
  optionalText,
  type RowOf,
  requireNames,
  text,
} from "../../src/core/factors";
import type { FactorValue } from "../../src/core/formulas";
import {
  type HardwareCatalogue,
  SERVER_COLUMNS,
  type ServerHardware,
  type ServerRow,
} from "../../src/core/method";
import { requireZones } from "../../src/product";
import { HOST_MOVES, type HostMove, type HostMoveRow } from "./host-moves";
import { PRINTED_FIGURES, type PrintedFigure } from "./printed-figures";

const TYPES = defineTable("types", ["name"], {
  name: text(),
  range: text(),
  vcpu: number("vCPU", { min: 1, integer: true }),
  ram_gib: number("GiB", { min: 0.5 }),
  gpu_count: number("GPU", { min: 0, integer: true }),
  gpu_model: optionalText(),
  local_storage_gb: optionalNumber("GB", { min: 1 }),
  host: text(),
  vcpu_kind: oneOf(["shared", "dedicated"]),
  arch: oneOf(["x86_64", "arm64"]),
  zones: list(),
  status: text(),
});
const OTHER_NAMES = defineTable("instance-names", ["other_name"], OTHER_NAMES_COLUMNS);
const HOSTS = defineTable("hosts", ["id"], SERVER_COLUMNS);

/** What an Instance type reserves, each figure with its source. */
export interface Reservation {
  readonly vcpu: FactorValue;
  readonly ramGib: FactorValue;
  readonly gpus: FactorValue;
  readonly localStorageGb: FactorValue | null;
}

export interface InstanceTypeEntry {
  readonly row: RowOf<typeof TYPES>;
  readonly reservation: Reservation;
  /** The host that usually serves it, and those that did for a while. */
  readonly host: Host;
  readonly moves: readonly HostMove<Host>[];
  /** Figures that the operator prints in addition to its estimates. */
  readonly printed: readonly PrintedFigure[];
}

/** The server that Instances of a type share. */
export interface Host {
  readonly row: ServerRow;
  readonly hardware: ServerHardware;
  readonly threads: FactorValue;
}

/** Every Instance type with its host. */
export class InstanceCatalogue {
  constructor(
    readonly types: ReadonlyMap<string, InstanceTypeEntry>,
    readonly hosts: ReadonlyMap<string, Host>,
    readonly others = OtherNames.NONE,
  ) {}
}

/** What the graph shows of a type. */
export function typeView({ row, host }: InstanceTypeEntry) {
  return {
    name: row.name,
    range: row.range,
    vcpu: row.vcpu,
    ramGb: row.ram_gib,
    gpuCount: row.gpu_count,
    gpuModel: row.gpu_model,
    localStorageGb: row.local_storage_gb ?? 0,
    zones: row.zones,
    status: row.status,
    cpuModel: host.row.cpu_model,
  };
}

export function loadCatalogue(
  { reader, places, hardware }: PluginSetup,
  data: DataFolder,
): InstanceCatalogue {
  reader.factorFile(data, "calibrated-hosts");
  const hosts = new Map<string, Host>();
  for (const row of reader.table(data, HOSTS).values()) {
    const host = hostOf(row, hardware, reader);
    if (host !== null) hosts.set(row.id, host);
  }
  const moveRows = [...reader.table(data, HOST_MOVES).values()];
  for (const column of ["host", "served_by"] as const)
    requireNames(reader, moveRows, column, { what: "host", names: hosts.keys() });
  const printedRows = [...reader.table(data, PRINTED_FIGURES).values()];
  const types = new Map<string, InstanceTypeEntry>();
  const rows = [...reader.table(data, TYPES).values()];
  requireZones({ reader, places }, rows, "zones");
  requireNames(reader, rows, "host", { what: "host", names: hosts.keys() });
  for (const row of rows) {
    const host = hosts.get(row.host);
    if (host === undefined) continue;
    const moves = movesOf(row, moveRows, hosts);
    for (const one of [host, ...moves.map((move) => move.host)]) reportMisfits(row, one, reader);
    const printed = printedRows.filter(({ type }) => type === row.name);
    types.set(row.name, { row, host, moves, printed, reservation: reservationOf(row) });
  }
  requireNames(reader, printedRows, "type", { what: "Instance type", names: types.keys() });
  requireZones({ reader, places }, printedRows, "zone");
  return new InstanceCatalogue(types, hosts, loadOtherNames(reader, data, OTHER_NAMES, types.keys()));
}

function hostOf(row: ServerRow, hardware: HardwareCatalogue, reader: DataReader): Host | null {
  const server = hardware.server(HOSTS, row, reader);
  if (server === null) return null;
  const cell = (column: string): FactorValue => cellValue(HOSTS, row, column);
  return { row, hardware: server, threads: cell("threads") };
}

/** The moves of a type away from its usual host. */
function movesOf(
  type: { readonly range: string; readonly host: string },
  rows: readonly HostMoveRow[],
  hosts: ReadonlyMap<string, Host>,
): HostMove<Host>[] {
  return rows
    .filter(({ range, host }) => range === type.range && host === type.host)
    .flatMap((row): HostMove<Host>[] => {
      const host = hosts.get(row.served_by);
      return host === undefined ? [] : [{ ...row, host }];
    });
}

function reservationOf(row: RowOf<typeof TYPES>): Reservation {
  const cell = (column: string): FactorValue => cellValue(TYPES, row, column);
  return {
    vcpu: cell("vcpu"),
    ramGib: cell("ram_gib"),
    gpus: cell("gpu_count"),
    localStorageGb: row.local_storage_gb === null ? null : cell("local_storage_gb"),
  };
}

/** A type that is larger than its host would be charged more than a whole server: one of the two rows is wrong. */
function reportMisfits(type: RowOf<typeof TYPES>, { row: host }: Host, reader: DataReader): void {
  const fits = (
    column: string & keyof typeof type,
    what: string,
    reserved: number,
    capacity: number,
  ): void => {
    if (reserved <= capacity) return;
    reader.reportCell(type, column, `${reserved} ${what} exceed the ${capacity} of host ${host.id}`);
  };
  fits("vcpu", "vCPU", type.vcpu, host.threads);
  fits("ram_gib", "GiB of RAM", type.ram_gib, host.ram_modules * host.ram_module_gib);
  fits("gpu_count", "GPUs", type.gpu_count, host.gpu_units);
  const disks = host.ssd_units * host.ssd_gb + host.hdd_units * host.hdd_gb;
  fits("local_storage_gb", "GB of local storage", type.local_storage_gb ?? 0, disks);
  if (type.gpu_model === host.gpu_model) return;
  reader.reportCell(type, "gpu_model", `GPU ${type.gpu_model} is not the ${host.gpu_model} of ${host.id}`);
}
