import { type PluginSetup } from "../../src/core/contract";
import { type DataFolder, defineTable, list, number, type RowOf, text } from "../../src/core/factors";
import { type Confidence } from "../../src/core/formulas";

const TYPES = defineTable("load-balancer-types", ["name"], {
  name: text(),
  bandwidth_mbps: number("Mbit/s", { min: 1 }),
  max_connections: number("connection", { min: 1, integer: true }),
  zones: list(),
});
/** Which Instances are behind a type, or behind the control plane; how many is a factor with a range. */
const MACHINES = defineTable("load-balancer-machines", ["serves"], {
  serves: text(),
  instance_type: text(),
});
const CONTROL_PLANE = "control-plane";

export type LoadBalancerTypeRow = RowOf<typeof TYPES>;

/** Equal machines: their Instance type, and the series of the factor that says how many there are [-]. */
export interface Machines {
  readonly instanceType: string;
  readonly countSeries: string;
  /** Of the statement that it is this type. */
  readonly confidence: Confidence;
}

export interface LoadBalancerTypeEntry {
  readonly row: LoadBalancerTypeRow;
  readonly machines: Machines;
}

/** Load Balancer types with their machines, and the machines that control all of them. */
export class LoadBalancerCatalogue {
  constructor(
    readonly types: ReadonlyMap<string, LoadBalancerTypeEntry>,
    readonly controlPlane: Machines,
  ) {}
}

export function loadCatalogue({ reader, places }: PluginSetup, data: DataFolder): LoadBalancerCatalogue {
  reader.factorFile(data, "load-balancer-counts");
  const machineRows = reader.table(data, MACHINES);
  const machinesOf = (serves: string): Machines => {
    const row = machineRows.get(serves);
    if (row === undefined) reader.report("load-balancer-machines.csv", `no row says what serves ${serves}`);
    return {
      instanceType: row?.instance_type ?? "",
      countSeries: `load-balancer.${serves}.instances`,
      confidence: row?.confidence ?? "ASSUMED",
    };
  };
  const types = new Map<string, LoadBalancerTypeEntry>();
  for (const row of reader.table(data, TYPES).values()) {
    types.set(row.name, { row, machines: machinesOf(row.name) });
    for (const zone of row.zones) {
      if (!places.zones.has(zone)) reader.report("load-balancer-types.csv", `${row.name}: no zone "${zone}"`);
    }
  }
  return new LoadBalancerCatalogue(types, machinesOf(CONTROL_PLANE));
}
