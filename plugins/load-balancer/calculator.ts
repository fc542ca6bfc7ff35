import { inject, injectable } from "tsyringe";
import type { CalculationContext, ProductCalculator } from "../../src/core/contract";
import {
  type Allocation,
  asOperational,
  type Component,
  type ComponentKind,
  type Footprint,
  footprintOf,
  group,
  shareComponent,
} from "../../src/core/footprint";
import { type Calculation, defineFormula, input, type Value } from "../../src/core/formulas";
import { allocationPart, reservedShare } from "../../src/core/method";
import { LoadBalancerCatalogue, type Machines } from "./catalogue";
import { checkSpec, type LoadBalancerSpec } from "./spec";

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
const NOTE =
  "Which Instances are behind a Load Balancer and how many share its control plane is not published: both are assumed, with a range.";

/** Load Balancers: their Instances and a share of their control plane. Source: method page on Load Balancers. */
@injectable()
export class LoadBalancerCalculator implements ProductCalculator<LoadBalancerSpec> {
  readonly kind = "loadBalancer";
  readonly readsFactorsAlone = true;
  readonly composes = ["instance"];

  constructor(@inject(LoadBalancerCatalogue) private readonly catalogue: LoadBalancerCatalogue) {}

  async calculate(spec: LoadBalancerSpec, context: CalculationContext): Promise<Footprint> {
    const { type, place } = checkSpec(spec, this.catalogue, context.places);
    const { controlPlane } = this.catalogue;
    const count = ({ countSeries }: Machines) => context.factors.value(countSeries);
    const own = await instancesOf(context, place.name, {
      machines: type.machines,
      charged: OWN_MACHINES.apply({ count: count(type.machines) }),
      kind: "NODE",
    });
    const sharers = context.factors.value("load-balancer.control-plane.load-balancers");
    const control = await instancesOf(context, place.name, {
      machines: controlPlane,
      charged: CONTROL_PLANE_MACHINES.apply({ count: count(controlPlane), load_balancers: sharers }),
      kind: "CONTROL_PLANE",
    });
    const text = {
      name: "Load Balancer control plane",
      kind: "CONTROL_PLANE" as const,
      allocation: equalShare(sharers),
    };
    const notes = new Set([NOTE, ...own.notes, ...control.notes]);
    return footprintOf([own.component, asOperational(group(text, [control.component]))], [...notes]);
  }
}

function equalShare(loadBalancers: Value): Allocation {
  const share = reservedShare(input(1, "-"), loadBalancers);
  return {
    rule: "EQUAL_SHARES",
    share: share.range.expected,
    parts: [allocationPart("load balancers", share)],
  };
}

/** So many Instances in a zone as one component: its quantity may be a fraction, where they are shared. */
async function instancesOf(
  context: CalculationContext,
  zone: string,
  { machines, charged, kind }: { machines: Machines; charged: Calculation; kind: ComponentKind },
): Promise<{ component: Component; notes: readonly string[] }> {
  const resource = { kind: "instance", spec: { type: machines.instanceType, zone } };
  const one = await context.calculate(resource.kind, resource.spec);
  const text = {
    name: `Instances ${machines.instanceType}`,
    kind,
    quantity: charged.range.expected,
    resource,
  };
  const parts = one.components.map((component) => shareComponent(component, charged));
  return { component: group(text, parts), notes: one.notes };
}
