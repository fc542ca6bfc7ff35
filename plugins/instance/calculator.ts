import { inject, injectable } from "tsyringe";
import { type CalculationContext, type ProductCalculator } from "../../src/core/contract";
import { type Footprint, footprintOf } from "../../src/core/footprint";
import { input } from "../../src/core/formulas";
import {
  baseOf,
  chargedPower,
  type Equipment,
  equipmentComponent,
  notesOnPlace,
  siteOf,
} from "../../src/core/method";
import { InstanceCatalogue } from "./catalogue";
import { modelHost } from "./host-model";
import { notesOnServer } from "./notes";
import { sharesOf } from "./shares";
import { checkSpec, type InstanceSpec } from "./spec";

/** Instances: a share of their host and of what every resource carries. Source: method section on Instances. */
@injectable()
export class InstanceCalculator implements ProductCalculator<InstanceSpec> {
  readonly kind = "instance";
  readonly readsFactorsAlone = true;

  constructor(@inject(InstanceCatalogue) private readonly catalogue: InstanceCatalogue) {}

  async calculate(spec: InstanceSpec, context: CalculationContext): Promise<Footprint> {
    const { type, place, rule, load } = checkSpec(spec, this.catalogue, context.places);
    const { factors, hours } = context;
    const loadPercent = load === null ? factors.value("consumption.default-load") : input(load, "%");
    // Hosts, and the shares of a type in its host, are the same for all Instances of a day at a load.
    const host = factors.once(type.host, `${load}`, (own) => modelHost(type.host, loadPercent, own));
    const shares = factors.once(type, `${rule} ${load}`, () =>
      sharesOf(rule, type, host.bottomUp, host.ramWeights),
    );
    const charged = factors.once(type, `P_eq ${rule} ${load}`, () =>
      chargedPower({ power: host.power, shares }),
    );
    const equipment: Equipment = {
      name: "Server",
      power: host.power,
      manufacturing: host.manufacturing,
      shares,
      charged,
      hours,
      lifespan: factors.value("lifespan.hardware"),
      site: siteOf(place, factors),
      notes: notesOnServer({ rule, load, host, factors }),
    };
    const base = baseOf({ power: charged, place, relativePower: host.relativePower }, context);
    return footprintOf(
      [equipmentComponent(equipment), ...base],
      [...this.catalogue.others.notesOn(spec.type), ...notesOnPlace(place, factors)],
    );
  }
}
