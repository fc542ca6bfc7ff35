import { type PluginSetup } from "../../src/core/contract";
import {
  type DataFolder,
  defineTable,
  loadOtherNames,
  number,
  OTHER_NAMES_COLUMNS,
  OtherNames,
  oneOf,
  type RowOf,
  text,
} from "../../src/core/factors";
import { type Confidence } from "../../src/core/formulas";

const CONTROL_PLANES = defineTable("control-planes", ["name"], {
  name: text(),
  offer: text(),
  tenancy: oneOf(["mutualised", "dedicated"]),
  vcpu: number("vCPU", { min: 1 }),
  ram_gib: number("GiB", { min: 0.5 }),
  api_server_replicas: number("-", { min: 1, integer: true }),
  etcd_replicas: number("-", { min: 1, integer: true }),
  max_nodes: number("node", { min: 1, integer: true }),
});
const OTHER_NAMES = defineTable("control-plane-names", ["other_name"], OTHER_NAMES_COLUMNS);
/** What is behind a control plane, by role; how many is a factor with a range. */
const MACHINES = defineTable("control-plane-machines", ["control_plane", "role"], {
  control_plane: text(),
  role: text(),
  name: text(),
  kind: oneOf(["instance", "loadBalancer"]),
  type: text(),
});
const REGIONS = defineTable("kubernetes-regions", ["region"], { region: text(), control_plane_zone: text() });
/** In the place of a control plane's name: the servers that manage the service for all clusters. */
const MANAGEMENT = "management";

export type ControlPlaneRow = RowOf<typeof CONTROL_PLANES>;
export type RegionRow = RowOf<typeof REGIONS>;

/** Equal machines of another product: which, and the series of the factor that says how many there are [-]. */
export interface Machines {
  readonly name: string;
  readonly kind: string;
  readonly type: string;
  readonly countSeries: string;
  /** Of the statement that they are these. */
  readonly confidence: Confidence;
}

/** Machines, and the series of the number of clusters that share them [-]; null where one cluster has them alone. */
export interface MachineSet {
  readonly machines: readonly Machines[];
  readonly clustersSeries: string | null;
}

export interface ControlPlaneEntry {
  readonly row: ControlPlaneRow;
  readonly set: MachineSet;
}

/** The offers of control planes, where they are, and what is behind them. */
export class KubernetesCatalogue {
  constructor(
    readonly controlPlanes: ReadonlyMap<string, ControlPlaneEntry>,
    readonly regions: ReadonlyMap<string, RegionRow>,
    readonly management: MachineSet,
    readonly others = OtherNames.NONE,
  ) {}
}

export function loadCatalogue({ reader, places }: PluginSetup, data: DataFolder): KubernetesCatalogue {
  reader.factorFile(data, "kubernetes-counts");
  const machineRows = [...reader.table(data, MACHINES).values()];
  const machinesOf = (owner: string): Machines[] => {
    const rows = machineRows.filter(({ control_plane }) => control_plane === owner);
    if (rows.length === 0) reader.report("control-plane-machines.csv", `no row says what runs ${owner}`);
    return rows.map(({ role, name, kind, type, confidence }) => ({
      name,
      kind,
      type,
      confidence,
      countSeries: `kubernetes.${owner}.${role}.machines`,
    }));
  };
  const setOf = (owner: string, isShared: boolean): MachineSet => ({
    machines: machinesOf(owner),
    clustersSeries: isShared ? `kubernetes.${owner}.clusters` : null,
  });
  const controlPlanes = new Map(
    [...reader.table(data, CONTROL_PLANES).values()].map((row) => [
      row.name,
      { row, set: setOf(row.name, row.tenancy === "mutualised") },
    ]),
  );
  const regions = reader.table(data, REGIONS);
  for (const { region, control_plane_zone: zone } of regions.values()) {
    if (places.zones.get(zone)?.region !== region) {
      reader.report("kubernetes-regions.csv", `${region}: "${zone}" is no zone of it`);
    }
  }
  const others = loadOtherNames(reader, data, OTHER_NAMES, controlPlanes.keys());
  return new KubernetesCatalogue(controlPlanes, regions, setOf(MANAGEMENT, true), others);
}
