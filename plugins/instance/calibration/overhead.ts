import { mean, type ZoneConstants } from "./figures";

/** What bare-metal estimates show: shared energy per IT energy, and the rest per IT energy [kgCO2e/kWh]. */
export interface Overhead {
  readonly sharedEnergyRatio: number;
  readonly otherKgPerKwh: number;
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
