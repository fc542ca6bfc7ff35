/** One recorded estimate with the reservation of its type and the host that served it on that day. */
export interface Estimate {
  readonly recordedOn: string;
  readonly zone: string;
  readonly host: string;
  readonly vcpu: number;
  readonly ramGib: number;
  readonly kgCo2e: number;
  readonly m3Water: number | null;
}

/** Reference values of a zone on a day. */
export interface ZoneConstants {
  /** PUE × electricity [kgCO2e per kWh of IT energy]. */
  readonly kgPerKwh: number;
  /** [L/kWh], null where none is known. */
  readonly wue: number | null;
}

export interface HostFacts {
  readonly cpuModel: string;
  readonly threads: number;
  readonly ramGib: number;
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

/** The part of an estimate that no share multiplies, for the reference host, per hour; water is null where none is told. */
export interface ZoneConstant {
  readonly kg: number;
  readonly m3: number | null;
}

export interface KnownFigures {
  readonly constants: (zone: string, day: string) => ZoneConstants;
  readonly host: (id: string) => HostFacts;
}

/** A recorded estimate, the constant of its zone and day, and the reference values in force there. */
export interface Sample {
  readonly estimate: Estimate;
  readonly constant: ZoneConstant;
  readonly site: ZoneConstants;
}

/** GiB against vCPU, in power and in manufacturing. */
export interface Ratios {
  readonly power: number;
  readonly manufacturing: number;
}

export function ratiosOf({ wattsPerVcpu, wattsPerGib, kgPerVcpu, kgPerGib }: HostSlopes): Ratios {
  return { power: wattsPerGib / wattsPerVcpu, manufacturing: kgPerGib / kgPerVcpu };
}

/** What the slopes of a host make of a reservation, per hour, without the constant. */
export function slopesPart(
  { vcpu, ramGib }: Pick<Estimate, "vcpu" | "ramGib">,
  slopes: HostSlopes,
  { kgPerKwh, wue }: ZoneConstants,
): { kg: number; m3: number | null } {
  const kwh = (vcpu * slopes.wattsPerVcpu + ramGib * slopes.wattsPerGib) / 1000;
  const kg = kwh * kgPerKwh + vcpu * slopes.kgPerVcpu + ramGib * slopes.kgPerGib;
  return { kg, m3: wue === null ? null : (kwh * wue) / 1000 };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
