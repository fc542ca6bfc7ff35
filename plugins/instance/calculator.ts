import { inject, injectable } from "tsyringe";
import {
  type CalculationContext,
  type InUnits,
  type ProductCalculator,
  type RateUnit,
} from "../../src/core/contract";
import type { FactorReader } from "../../src/core/factors";
import { type Footprint, footprintOf } from "../../src/core/footprint";
import { input, type Range } from "../../src/core/formulas";
import {
  baseOf,
  chargedPower,
  type Equipment,
  equipmentComponent,
  notesOnPlace,
  type SiteContext,
  siteOf,
} from "../../src/core/method";
import { InstanceCatalogue } from "./catalogue";
import { modelHost } from "./host-model";
import { betweenLoads, FULL, hostKey, IDLE } from "./load-units";
import { notesOnServer } from "./notes";
import { sharesOf } from "./shares";
import { checkSpec, type InstanceSpec } from "./spec";

/** Instances: a share of their host and of what every resource carries. Source: method section on Instances. */
@injectable()
export class InstanceCalculator implements ProductCalculator<InstanceSpec> {
  readonly kind = "instance";
  readonly readsFactorsAlone = true;

  constructor(@inject(InstanceCatalogue) private readonly catalogue: InstanceCatalogue) {}

  /** A load of one's own: how far it is from no load to full load. */
  unitsOf(spec: InstanceSpec, { factors, places }: SiteContext): InUnits | null {
    const { type, place, rule, load } = checkSpec(spec, this.catalogue, places);
    if (load === null) return null;
    const between = betweenLoads(type.host, load, factors);
    if (between === null) return null;
    const { name } = type.row;
    const at = (cpuLoadPercent: number, times: Range): RateUnit => ({
      key: `${name} ${place.name} ${rule} ${cpuLoadPercent}`,
      calculate: (context) =>
        this.calculate({ type: name, zone: place.name, allocationRule: rule, cpuLoadPercent }, context),
      times,
    });
    return {
      units: [at(IDLE, between.ofIdle), at(FULL, between.ofFull)],
      notes: this.catalogue.others.notesOn(spec.type),
    };
  }

  async calculate(spec: InstanceSpec, context: CalculationContext): Promise<Footprint> {
    const { type, place, rule, load } = checkSpec(spec, this.catalogue, context.places);
    const { factors, hours } = context;
    const loadPercent = load === null ? factors.value("consumption.default-load") : input(load, "%");
    // Hosts, and the shares of a type in its host, are the same for all Instances of a day at the default load, at none and at
    // full load. Other loads are as many as there are machines: remembering each would push out what is asked for again.
    const isOneOfFew = load === null || load === IDLE || load === FULL;
    const once = <T>(owner: object, key: string, make: (own: FactorReader) => T): T =>
      isOneOfFew ? factors.once(owner, key, make) : make(factors);
    const host = once(type.host, hostKey(load), (own) => modelHost(type.host, loadPercent, own));
    const shares = once(type, rule, () => sharesOf(rule, type, host.bottomUp, host.ramWeights));
    const charged = once(type, `P_eq ${rule} ${load}`, () => chargedPower({ power: host.power, shares }));
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
