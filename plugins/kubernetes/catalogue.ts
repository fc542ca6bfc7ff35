import { type PluginSetup } from "../../src/core/contract";
import { foldName } from "../../src/core/errors";
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
import {
  type PartsTableRow,
  partsTable,
  requireParts,
  requireRegions,
  requireZones,
  tablesOf,
} from "../../src/product";

const CONTROL_PLANES = defineTable("control-planes", ["name"], {
  name: text(),
  offer: text(),
  tenancy: oneOf(["mutualised", "dedicated"]),
  vcpu: number("vCPU", { min: 1 }),
  ram_gib: number("GiB", { min: 0.5 }),
  api_server_replicas: number("-", { min: 1, integer: true }),
  etcd_replicas: number("-", { min: 1, integer: true }),
  max_nodes: number("node", { min: 1, integer: true }),
  /** Whether servers that others run can join its clusters. */
  takes_external_nodes: oneOf(["yes", "no"]),
});
const OTHER_NAMES = defineTable("control-plane-names", ["other_name"], OTHER_NAMES_COLUMNS);
/** In the place of a node type: servers of others that join a cluster. */
const EXTERNAL_NODES = defineTable("external-nodes", ["name"], { name: text() });
const REGIONS = defineTable("kubernetes-regions", ["region"], { region: text(), control_plane_zone: text() });

export type ControlPlane = RowOf<typeof CONTROL_PLANES>;
export type RegionRow = RowOf<typeof REGIONS>;

interface Contents {
  /** What is behind each control plane, and behind all of them. */
  readonly parts: ReadonlyMap<string, PartsTableRow>;
  readonly externalNodes?: Iterable<string>;
  readonly others?: OtherNames;
}

/** The offers of control planes, where they are, and what is behind them. */
export class KubernetesCatalogue {
  readonly parts: Iterable<PartsTableRow>;
  readonly others: OtherNames;
  private readonly externalNodes: ReadonlySet<string>;

  constructor(
    readonly controlPlanes: ReadonlyMap<string, ControlPlane>,
    readonly regions: ReadonlyMap<string, RegionRow>,
    { parts, externalNodes = [], others = OtherNames.NONE }: Contents,
  ) {
    this.parts = [...parts.values()];
    this.others = others;
    this.externalNodes = new Set(Array.from(externalNodes, foldName));
  }

  /** Whether a node type means external servers. */
  isExternal(nodeType: string): boolean {
    return this.externalNodes.has(foldName(nodeType));
  }
}

const tables = tablesOf(
  {
    controlPlanes: CONTROL_PLANES,
    regions: REGIONS,
    parts: partsTable("control-plane-parts"),
    external: EXTERNAL_NODES,
  },
  { factors: ["kubernetes-counts"] },
);

export function loadCatalogue(setup: PluginSetup, data: DataFolder): KubernetesCatalogue {
  const { reader, places } = setup;
  const { controlPlanes, regions, parts, external } = tables(setup, data);
  requireParts(reader, controlPlanes, parts.values());
  requireRegions(setup, regions.values(), "region");
  requireZones(setup, regions.values(), "control_plane_zone");
  for (const row of regions.values()) {
    const zone = row.control_plane_zone;
    const { region } = places.zones.get(zone) ?? row;
    if (region !== row.region) {
      reader.reportCell(row, "control_plane_zone", `"${zone}" is no zone of ${row.region}`);
    }
  }
  const others = loadOtherNames(reader, data, OTHER_NAMES, controlPlanes.keys());
  return new KubernetesCatalogue(controlPlanes, regions, { parts, externalNodes: external.keys(), others });
}
