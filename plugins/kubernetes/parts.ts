import type { Part, PartGroup } from "../../src/core/contract";
import type { FactorReader } from "../../src/core/factors";
import type { Allocation } from "../../src/core/footprint";
import { type Calculation, defineFormula, input, type Value } from "../../src/core/formulas";
import { allocationPart, reservedShare } from "../../src/core/method";
import type { PartData } from "../../src/product";
import type { KubernetesCatalogue, MachineSet } from "./catalogue";
import type { Cluster } from "./cluster";
import { notesOnMachines, notesOnZone } from "./notes";
import { poolPart } from "./pools";

const OWN_MACHINES = defineFormula({
  symbol: "machines",
  label: "Machines that serve this cluster alone",
  unit: "-",
  expression: "count",
});
const SHARED_MACHINES = defineFormula({
  symbol: "machines",
  label: "Machines over the clusters that share them",
  unit: "-",
  expression: "count / clusters",
});

/**
 * Control plane + Σ nodes × Instance of their type. All of the control plane is operational: it serves the cluster and runs none
 * of its pods. Source: method page on Kubernetes.
 */
export function partsOf(
  { controlPlane, regionRow, ownPools }: Cluster,
  data: PartData<KubernetesCatalogue>,
): Part[] {
  const { catalogue, factors } = data;
  const ofControlPlane = factors.derived(controlPlane, `parts in ${regionRow.region}`, (own) =>
    controlPlaneParts({ controlPlane, regionRow }, catalogue.management, own),
  );
  return [...ofControlPlane, ...ownPools.map((pool) => poolPart(pool, data))];
}

function controlPlaneParts(
  { controlPlane, regionRow }: Pick<Cluster, "controlPlane" | "regionRow">,
  management: MachineSet,
  factors: FactorReader,
): readonly Part[] {
  const around: PartGroup = {
    key: `${controlPlane.row.name} in ${regionRow.region}`,
    name: "Control plane",
    kind: "CONTROL_PLANE",
    notes: notesOnZone(regionRow),
  };
  const zone = regionRow.control_plane_zone;
  return [
    ...machinesOf({ name: "Machines of the control plane", set: controlPlane.set, zone, around }, factors),
    ...machinesOf({ name: "Servers that manage the service", set: management, zone, around }, factors),
  ];
}

interface PlacedSet {
  readonly name: string;
  readonly set: MachineSet;
  readonly zone: string;
  readonly around: PartGroup;
}

/** So many machines of each kind as one component: its quantity is a fraction of one, where clusters share them. */
function machinesOf({ name, set, zone, around }: PlacedSet, factors: FactorReader): Part[] {
  const { machines, clustersSeries } = set;
  const clusters = clustersSeries === null ? null : factors.value(clustersSeries);
  const counts = machines.map(({ countSeries }) => factors.value(countSeries));
  const group: PartGroup = {
    name,
    kind: "CONTROL_PLANE",
    ...(clusters === null ? {} : { allocation: equalShare(clusters) }),
    notes: notesOnMachines(
      name.toLowerCase(),
      machines,
      counts.map(({ factor }) => factor),
      clusters?.factor ?? null,
    ),
    group: around,
  };
  return machines.map(({ name, kind, type }, index) => ({
    name: `${name}: ${type}`,
    kind: "CONTROL_PLANE",
    resource: { kind, spec: { type, zone } },
    times: chargedOf(counts[index] as Value, clusters),
    isOperational: true,
    group,
  }));
}

function chargedOf(count: Value, clusters: Value | null): Calculation {
  return clusters === null ? OWN_MACHINES.apply({ count }) : SHARED_MACHINES.apply({ count, clusters });
}

function equalShare(clusters: Value): Allocation {
  const share = reservedShare(input(1, "-"), clusters);
  return {
    rule: "EQUAL_SHARES",
    share: share.range.expected,
    parts: [allocationPart("clusters", share)],
  };
}
