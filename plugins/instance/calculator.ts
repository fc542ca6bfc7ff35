import { inject, injectable } from "tsyringe";
import { type CalculationContext, type ProductCalculator, siteOf } from "../../src/core/contract";
import {
  commonBase,
  defineFormula,
  type Footprint,
  footprintOf,
  input,
  type Value,
} from "../../src/core/domain";
import { InstanceCatalogue } from "./catalogue";
import { modelHost } from "./host-model";
import { notesOn } from "./notes";
import { chargedPower, type Placement, serverComponent } from "./server";
import { sharesOf } from "./shares";
import { checkSpec, type InstanceSpec } from "./spec";

const RELATIVE_POWER = defineFormula({
  symbol: "k",
  label: "Power charged, over the power of the reference host",
  unit: "-",
  expression: "P_eq / P_ref",
});

/** Instances: a share of their host and of what every resource carries. Source: method section on Instances. */
@injectable()
export class InstanceCalculator implements ProductCalculator<InstanceSpec> {
  readonly kind = "instance";

  constructor(@inject(InstanceCatalogue) private readonly catalogue: InstanceCatalogue) {}

  async calculate(spec: InstanceSpec, context: CalculationContext): Promise<Footprint> {
    const { type, zone, rule, load } = checkSpec(spec, this.catalogue, context.places);
    const { factors, hours, places } = context;
    const factor = (series: string): Value => factors.value(series);

    const host = modelHost(
      type.host,
      load === null ? factor("consumption.default-load") : input(load, "%"),
      factors,
    );
    const placement: Placement = {
      host,
      shares: sharesOf(rule, type, host.bottomUp, host.ramWeights),
      hours,
      lifespan: factor("lifespan.hardware"),
      site: siteOf(zone, factors),
    };
    const power = chargedPower(placement);
    const base = commonBase(
      {
        power,
        relativePower:
          host.relativePower ?? RELATIVE_POWER.apply({ P_eq: power, P_ref: factor("reference-host.power") }),
        hours,
        zone: zone.zone,
        site: placement.site,
        managementSite: siteOf(places.zone(zone.management_site, "input.zone"), factors),
      },
      factor,
    );
    const notes = notesOn({ rule, load, host, zone, factors });
    return footprintOf([serverComponent(placement), ...base], notes);
  }
}
