import type { Part } from "../../src/core/contract";
import type { ComponentKind } from "../../src/core/footprint";
import { defineFormula, input } from "../../src/core/formulas";
import { allocationPart, type Place, reservedShare } from "../../src/core/method";
import type { PartData } from "../../src/product";
import type { LoadBalancerCatalogue, LoadBalancerTypeEntry, Machines } from "./catalogue";
import { notesOnMachines, notesOnSharing } from "./notes";

const OWN_MACHINES = defineFormula({
  symbol: "instances",
  label: "Instances that serve this Load Balancer alone",
  unit: "-",
  expression: "count",
});
const CONTROL_PLANE_MACHINES = defineFormula({
  symbol: "instances",
  label: "Instances of the control plane over the Load Balancers that share it",
  unit: "-",
  expression: "count / load_balancers",
});
const SHARERS = "load-balancer.control-plane.load-balancers";

/** Its own Instances, and a share of those that control all Load Balancers. Source: method page on Load Balancers. */
export function partsOf(
  { type, zone }: { type: LoadBalancerTypeEntry; zone: Place },
  { catalogue: { controlPlane }, factors }: PartData<LoadBalancerCatalogue>,
): Part[] {
  const count = factors.value(type.machines.countSeries);
  const controlCount = factors.value(controlPlane.countSeries);
  const sharers = factors.value(SHARERS);
  const share = reservedShare(input(1, "-"), sharers);
  return [
    {
      ...instances(type.machines, zone, "NODE"),
      times: OWN_MACHINES.apply({ count }),
      notes: notesOnMachines(type.machines, count.factor, "behind a Load Balancer"),
    },
    {
      ...instances(controlPlane, zone, "CONTROL_PLANE"),
      times: CONTROL_PLANE_MACHINES.apply({ count: controlCount, load_balancers: sharers }),
      isOperational: true,
      notes: notesOnMachines(controlPlane, controlCount.factor, "behind the control plane of Load Balancers"),
      group: {
        name: "Load Balancer control plane",
        kind: "CONTROL_PLANE",
        allocation: {
          rule: "EQUAL_SHARES",
          share: share.range.expected,
          parts: [allocationPart("load balancers", share)],
        },
        notes: notesOnSharing(sharers.factor),
      },
    },
  ];
}

function instances(
  { instanceType }: Machines,
  { name: zone }: Place,
  kind: ComponentKind,
): Pick<Part, "name" | "kind" | "resource"> {
  const resource = { kind: "instance", spec: { type: instanceType, zone } };
  return { name: `Instances ${instanceType}`, kind, resource };
}
