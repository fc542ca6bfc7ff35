import { groupBy } from "../../../src/core/helpers";
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

/** Energy of network and enterprise servers, over that of the server, as one recording tells it. */
export interface RecordedShare {
  readonly day: string;
  readonly ratio: number;
}

/** Servers keep their power from recording to recording, so that their water tells what was charged beside it. */
export function sharedEnergyOf(
  servers: readonly { recordedOn: string; powerW: number; m3Water: number }[],
  constantsOn: (day: string) => ZoneConstants,
): RecordedShare[] {
  return [...groupBy(servers, ({ recordedOn }) => recordedOn)]
    .map(([day, of]) => {
      const { wue } = constantsOn(day);
      if (wue === null) throw new Error("bare-metal estimates need a zone with a WUE");
      return { day, ratio: mean(of.map(({ powerW, m3Water }) => (m3Water * 1e6) / wue / powerW)) - 1 };
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
