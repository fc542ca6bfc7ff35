import { add, addKnown, type Range, scale, ZERO } from "./range";

/**
 * Amounts per criterion, each with its range:
 * greenhouse gases [kgCO2e, GWP100], on-site cooling water [m³], final energy [kWh, IT × PUE],
 * abiotic resource depletion of elements [kg Sb eq], primary energy [MJ]. Null is unknown, never zero.
 */
export interface Impact {
  readonly kgCo2Equivalent: Range;
  readonly m3WaterUsage: Range | null;
  readonly kwhFinalEnergy: Range;
  readonly kgSbEquivalent: Range | null;
  readonly mjPrimaryEnergy: Range | null;
}

export const NO_IMPACT: Impact = {
  kgCo2Equivalent: ZERO,
  m3WaterUsage: ZERO,
  kwhFinalEnergy: ZERO,
  kgSbEquivalent: ZERO,
  mjPrimaryEnergy: ZERO,
};

export function addImpacts(a: Impact, b: Impact): Impact {
  return {
    kgCo2Equivalent: add(a.kgCo2Equivalent, b.kgCo2Equivalent),
    m3WaterUsage: addKnown(a.m3WaterUsage, b.m3WaterUsage),
    kwhFinalEnergy: add(a.kwhFinalEnergy, b.kwhFinalEnergy),
    kgSbEquivalent: addKnown(a.kgSbEquivalent, b.kgSbEquivalent),
    mjPrimaryEnergy: addKnown(a.mjPrimaryEnergy, b.mjPrimaryEnergy),
  };
}

export function scaleImpact(a: Impact, factor: number): Impact {
  const known = (r: Range | null): Range | null => (r === null ? null : scale(r, factor));
  return {
    kgCo2Equivalent: scale(a.kgCo2Equivalent, factor),
    m3WaterUsage: known(a.m3WaterUsage),
    kwhFinalEnergy: scale(a.kwhFinalEnergy, factor),
    kgSbEquivalent: known(a.kgSbEquivalent),
    mjPrimaryEnergy: known(a.mjPrimaryEnergy),
  };
}
