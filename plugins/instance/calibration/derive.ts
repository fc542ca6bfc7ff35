import { unique } from "../../../src/core/lang";
import { fitRelative, type Observation, rankOf } from "./least-squares";

/** One recorded estimate with the reservation of its type and the host that serves it. */
export interface Estimate {
  readonly recordedOn: string;
  readonly zone: string;
  readonly host: string;
  readonly vcpu: number;
  readonly ramGib: number;
  readonly kgCo2e: number;
  readonly m3Water: number | null;
}

/** Published constants of a zone on the day of the recording. */
export interface ZoneConstants {
  /** PUE × electricity [kgCO2e per kWh of IT energy]. */
  readonly kgPerKwh: number;
  /** [L/kWh], null where none is published. */
  readonly wue: number | null;
}

export interface HostFacts {
  readonly cpuModel: string;
  readonly threads: number;
  readonly ramGib: number;
}

/** What bare-metal estimates show: shared energy per IT energy, and the rest per IT energy [kgCO2e/kWh]. */
export interface Overhead {
  readonly sharedEnergyRatio: number;
  readonly otherKgPerKwh: number;
}

/** Slopes of a host, shared energy included: power [W] and manufacturing with the rest [kgCO2e/h], per vCPU and per GiB. */
export interface HostSlopes {
  readonly wattsPerVcpu: number;
  readonly wattsPerGib: number;
  readonly kgPerVcpu: number;
  readonly kgPerGib: number;
  /** Constant of the host over that of the reference host. */
  readonly relativePower: number;
}

/** The part of an estimate that no share multiplies, for the reference host: [kgCO2e/h], and [W] where water tells it. */
export interface ZoneConstant {
  readonly kg: number;
  readonly watts: number | null;
}

export interface KnownFigures {
  readonly constants: (zone: string) => ZoneConstants;
  readonly host: (id: string) => HostFacts;
}

/** A listing of a whole zone has more estimates than this; fewer are answers about single types. */
const LISTING_FROM = 10;

/**
 * estimate = share × host + constant, solved once per host and once per zone.
 *
 * The shares cancel: only slopes per vCPU and per GiB can be known, with the ratio between them.
 * Water gives the power, greenhouse gases less that power give the manufacturing.
 */
export class Derivation {
  readonly slopes = new Map<string, HostSlopes>();
  readonly constants = new Map<string, ZoneConstant>();
  private readonly listings: readonly Estimate[];

  constructor(
    private readonly estimates: readonly Estimate[],
    private readonly known: KnownFigures,
    private readonly referenceHost: string,
  ) {
    this.listings = estimates.filter((one) => this.isListing(one.zone, one.recordedOn));
    this.deriveReference();
    this.deriveHosts();
    this.deriveSingleZones();
  }

  isListing(zone: string, day: string): boolean {
    return this.estimates.filter((one) => one.zone === zone && one.recordedOn === day).length > LISTING_FROM;
  }

  /** The constant that estimates of one zone and day show, averaged over them. */
  constantFrom(estimates: readonly Estimate[]): ZoneConstant {
    const rests = estimates.map((one) => this.restOf(one));
    const watts = rests.map((rest) => rest.watts).filter((value) => value !== null);
    return { kg: mean(rests.map((rest) => rest.kg)), watts: watts.length === 0 ? null : mean(watts) };
  }

  /** The reference host's ratio of GiB to vCPU, and the constants of every zone that has a listing of it. */
  private deriveReference(): void {
    const of = this.listings.filter((one) => one.host === this.referenceHost);
    const zones = unique(of.map((one) => one.zone));
    const fits = zones
      .map((zone) => of.filter((one) => one.zone === zone))
      .filter((one) => this.isTwoWay(one));
    const [first] = fits;
    if (first === undefined)
      throw new Error(`no zone lists ${this.referenceHost} with more than one ratio of RAM to vCPU`);
    const [, perVcpu, perGib] = fitRelative(
      first.map((one) => ({ of: [1, one.vcpu, one.ramGib], equals: one.kgCo2e })),
    );
    const ratio = (perGib as number) / (perVcpu as number);
    for (const zone of zones) {
      const here = of.filter((one) => one.zone === zone);
      const units = (one: Estimate): number[] => [1, one.vcpu + ratio * one.ramGib];
      const [kg] = fitRelative(here.map((one) => ({ of: units(one), equals: one.kgCo2e })));
      const withWater = here.filter(hasWater);
      const [m3] =
        withWater.length < 2
          ? []
          : fitRelative(withWater.map((one) => ({ of: units(one), equals: one.m3Water })));
      this.constants.set(zone, { kg: kg as number, watts: m3 === undefined ? null : this.wattsOf(m3, zone) });
    }
  }

  private deriveHosts(): void {
    const hosts = unique(this.listings.map((one) => one.host));
    const twoWay = hosts.filter((host) => this.isTwoWay(this.of(host)));
    for (const host of twoWay)
      this.slopes.set(host, this.solve(this.of(host), this.relativePower(host), this.ownRatios(host)));
    for (const host of hosts.filter((one) => !twoWay.includes(one))) {
      const kin = twoWay.find((other) => this.known.host(other).cpuModel === this.known.host(host).cpuModel);
      if (kin === undefined) throw new Error(`${host}: no host with its CPU tells the ratio of RAM to vCPU`);
      const known = this.slopes.get(kin) as HostSlopes;
      this.slopes.set(host, this.solve(this.of(host), known.relativePower, ratiosOf(known)));
    }
  }

  /**
   * Null where greenhouse gases and water each tell their own ratio of GiB to vCPU.
   * Where water is known for one ratio of RAM to vCPU only, power and manufacturing are taken to share the one ratio
   * that greenhouse gases tell, which they do on every host where both are known to five digits but DEV1.
   */
  private ownRatios(host: string): Ratios | null {
    const watered = this.of(host).filter(hasWater);
    if (rankOf(watered.map((one) => [one.vcpu, one.ramGib])) === 2) return null;
    const [, perVcpu, perGib] = this.bestFit(host).solution as [number, number, number];
    return { power: perGib / perVcpu, manufacturing: perGib / perVcpu };
  }

  /** Zones of which single answers are known: what remains of them after the host's slopes. */
  private deriveSingleZones(): void {
    for (const zone of unique(this.estimates.map((one) => one.zone))) {
      if (this.constants.has(zone)) continue;
      this.constants.set(zone, this.constantFrom(this.estimates.filter((one) => one.zone === zone)));
    }
  }

  private of(host: string): Estimate[] {
    return this.listings.filter((one) => one.host === host);
  }

  private isTwoWay(estimates: readonly Estimate[]): boolean {
    return rankOf(estimates.map((one) => [1, one.vcpu, one.ramGib])) === 3;
  }

  private relativePower(host: string): number {
    const { zone, solution } = this.bestFit(host);
    return (solution[0] as number) / this.constant(zone).kg;
  }

  /** Intercept and slopes of greenhouse gases in the zone that tells them best: the one with most types of the host. */
  private bestFit(host: string): { zone: string; solution: number[] } {
    const zones = unique(this.of(host).map((one) => one.zone));
    const candidates = zones.map((zone) => ({
      zone,
      here: this.of(host).filter((one) => one.zone === zone),
    }));
    const best = candidates
      .filter(({ here }) => this.isTwoWay(here))
      .sort((a, b) => b.here.length - a.here.length)[0];
    if (best === undefined) throw new Error(`${host}: no zone tells its constant`);
    const solution = fitRelative(
      best.here.map((one) => ({ of: [1, one.vcpu, one.ramGib], equals: one.kgCo2e })),
    );
    return { zone: best.zone, solution };
  }

  /** Slopes from greenhouse gases in every zone and water where it is known; given the ratios, two unknowns remain of four. */
  private solve(estimates: readonly Estimate[], relativePower: number, ratios: Ratios | null): HostSlopes {
    const equations = estimates.flatMap((one) => this.equationsOf(one, relativePower));
    if (ratios === null) {
      const found = fitRelative(equations) as [number, number, number, number];
      const [wattsPerVcpu, wattsPerGib, kgPerVcpu, kgPerGib] = found;
      return { wattsPerVcpu, wattsPerGib, kgPerVcpu, kgPerGib, relativePower };
    }
    const tied = equations.map(({ of, equals }) => {
      const [wattsV, wattsG, kgV, kgG] = of as [number, number, number, number];
      return { of: [wattsV + ratios.power * wattsG, kgV + ratios.manufacturing * kgG], equals };
    });
    const [watts, kg] = fitRelative(tied) as [number, number];
    return {
      wattsPerVcpu: watts,
      wattsPerGib: watts * ratios.power,
      kgPerVcpu: kg,
      kgPerGib: kg * ratios.manufacturing,
      relativePower,
    };
  }

  private equationsOf(one: Estimate, relativePower: number): Observation[] {
    const { kgPerKwh, wue } = this.known.constants(one.zone);
    const constant = this.constant(one.zone);
    const kwhV = one.vcpu / 1000;
    const kwhG = one.ramGib / 1000;
    const equations: Observation[] = [
      {
        of: [kwhV * kgPerKwh, kwhG * kgPerKwh, one.vcpu, one.ramGib],
        equals: one.kgCo2e - relativePower * constant.kg,
      },
    ];
    if (one.m3Water !== null && wue !== null && constant.watts !== null) {
      const m3PerKwh = wue / 1000;
      equations.push({
        of: [kwhV * m3PerKwh, kwhG * m3PerKwh, 0, 0],
        equals: one.m3Water - relativePower * (constant.watts / 1000) * m3PerKwh,
      });
    }
    return equations;
  }

  /** What is left of an estimate after its host's slopes, brought to the reference host. */
  private restOf(one: Estimate): ZoneConstant {
    const slopes = this.slopes.get(one.host);
    if (slopes === undefined) throw new Error(`no listing tells the slopes of ${one.host}`);
    const watts = one.vcpu * slopes.wattsPerVcpu + one.ramGib * slopes.wattsPerGib;
    const kg = one.vcpu * slopes.kgPerVcpu + one.ramGib * slopes.kgPerGib;
    const { kgPerKwh } = this.known.constants(one.zone);
    return {
      kg: (one.kgCo2e - (watts / 1000) * kgPerKwh - kg) / slopes.relativePower,
      watts:
        one.m3Water === null ? null : (this.wattsOf(one.m3Water, one.zone) - watts) / slopes.relativePower,
    };
  }

  private wattsOf(m3Water: number, zone: string): number {
    const { wue } = this.known.constants(zone);
    if (wue === null) throw new Error(`${zone}: an estimate has water, but no WUE is known`);
    return (m3Water * 1000 * 1000) / wue;
  }

  private constant(zone: string): ZoneConstant {
    const constant = this.constants.get(zone);
    if (constant === undefined)
      throw new Error(`${zone}: no estimate of ${this.referenceHost} tells its constant`);
    return constant;
  }
}

/**
 * Bare metal is a whole server: estimate = manufacturing / lifespan + power × factor, and water = power × ratio × WUE.
 * The factor beyond electricity is what the building, the network, enterprise IT and non-IT weigh.
 */
export function deriveOverhead(
  servers: readonly { powerW: number; manufacturingKg: number; kgCo2e: number; m3Water: number }[],
  constants: ZoneConstants,
  lifespanHours: number,
): Overhead {
  const { wue } = constants;
  if (wue === null) throw new Error("bare-metal estimates need a zone with a WUE");
  const energyRatio = mean(servers.map(({ powerW, m3Water }) => (m3Water * 1e6) / wue / powerW));
  const kgPerKwh = mean(
    servers.map(
      ({ powerW, manufacturingKg, kgCo2e }) => (kgCo2e - manufacturingKg / lifespanHours) / (powerW / 1000),
    ),
  );
  return { sharedEnergyRatio: energyRatio - 1, otherKgPerKwh: kgPerKwh - constants.kgPerKwh * energyRatio };
}

/** GiB against vCPU, in power and in manufacturing. */
interface Ratios {
  readonly power: number;
  readonly manufacturing: number;
}

function ratiosOf({ wattsPerVcpu, wattsPerGib, kgPerVcpu, kgPerGib }: HostSlopes): Ratios {
  return { power: wattsPerGib / wattsPerVcpu, manufacturing: kgPerGib / kgPerVcpu };
}

function hasWater<T extends { m3Water: number | null }>(one: T): one is T & { m3Water: number } {
  return one.m3Water !== null;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
