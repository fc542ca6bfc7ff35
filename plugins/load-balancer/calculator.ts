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
  type Said,
  shareFrom,
} from "../../src/core/footprint";
import { type Calculation, defineFormula, input, type Value } from "../../src/core/formulas";
import { allocationPart, reservedShare } from "../../src/core/method";
import { LoadBalancerCatalogue, type Machines } from "./catalogue";
import { notesOnMachines, notesOnSharing } from "./notes";
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

/** Load Balancers: their Instances and a share of their control plane. Source: method page on Load Balancers. */
@injectable()
export class LoadBalancerCalculator implements ProductCalculator<LoadBalancerSpec> {
  readonly kind = "loadBalancer";
  readonly readsFactorsAlone = true;
  readonly composes = ["instance"];

  constructor(@inject(LoadBalancerCatalogue) private readonly catalogue: LoadBalancerCatalogue) {}

  async calculate(spec: LoadBalancerSpec, context: CalculationContext): Promise<Footprint> {
    const { type, place } = checkSpec(spec, this.catalogue, context.places);
    const { factors } = context;
    const count = factors.value(type.machines.countSeries);
    const own = await instancesOf(context, place.name, {
      machines: type.machines,
      charged: OWN_MACHINES.apply({ count }),
      kind: "NODE",
      notes: notesOnMachines(type.machines, count.factor, "behind a Load Balancer"),
    });
    const control = await this.controlPlane(context, place.name);
    return footprintOf([own, control]);
  }

  private async controlPlane(context: CalculationContext, zone: string): Promise<Component> {
    const { controlPlane } = this.catalogue;
    const count = context.factors.value(controlPlane.countSeries);
    const sharers = context.factors.value("load-balancer.control-plane.load-balancers");
    const machines = await instancesOf(context, zone, {
      machines: controlPlane,
      charged: CONTROL_PLANE_MACHINES.apply({ count, load_balancers: sharers }),
      kind: "CONTROL_PLANE",
      notes: notesOnMachines(controlPlane, count.factor, "behind the control plane of Load Balancers"),
    });
    const text = {
      name: "Load Balancer control plane",
      kind: "CONTROL_PLANE" as const,
      allocation: equalShare(sharers),
      notes: notesOnSharing(sharers.factor),
    };
    return asOperational(group(text, [machines]));
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
  { machines, charged, kind, notes }: Charged,
): Promise<Component> {
  const resource = { kind: "instance", spec: { type: machines.instanceType, zone } };
  const one = await context.calculate(resource.kind, resource.spec);
  return shareFrom({ name: `Instances ${machines.instanceType}`, kind, resource, notes }, one, charged);
}

interface Charged {
  readonly machines: Machines;
  readonly charged: Calculation;
  readonly kind: ComponentKind;
  readonly notes: readonly Said[];
}
