import { add, addKnown, exactly, isZero, multiply, type Range, ZERO } from "../formulas";

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

export const CRITERIA = [
  "kgCo2Equivalent",
  "m3WaterUsage",
  "kwhFinalEnergy",
  "kgSbEquivalent",
  "mjPrimaryEnergy",
] as const satisfies readonly (keyof Impact)[];

export type Criterion = keyof Impact;
/** The life-cycle stages that the method counts. */
export type Stage = "manufacturing" | "use";

export const NO_IMPACT: Impact = {
  kgCo2Equivalent: ZERO,
  m3WaterUsage: ZERO,
  kwhFinalEnergy: ZERO,
  kgSbEquivalent: ZERO,
  mjPrimaryEnergy: ZERO,
};

/** Known to be zero in every criterion, without any doubt. */
export function isNoImpact(impact: Impact): boolean {
  return CRITERIA.every((criterion) => {
    const amount = impact[criterion];
    return amount !== null && isZero(amount);
  });
}

export function addImpacts(a: Impact, b: Impact): Impact {
  if (a === NO_IMPACT) return b;
  if (b === NO_IMPACT) return a;
  return {
    kgCo2Equivalent: add(a.kgCo2Equivalent, b.kgCo2Equivalent),
    m3WaterUsage: addKnown(a.m3WaterUsage, b.m3WaterUsage),
    kwhFinalEnergy: add(a.kwhFinalEnergy, b.kwhFinalEnergy),
    kgSbEquivalent: addKnown(a.kgSbEquivalent, b.kgSbEquivalent),
    mjPrimaryEnergy: addKnown(a.mjPrimaryEnergy, b.mjPrimaryEnergy),
  };
}

/** The impact times a range: an uncertain share or duration widens it. Unknown stays unknown, but for nothing of it. */
export function multiplyImpact(impact: Impact, by: Range): Impact {
  if (impact === NO_IMPACT || isZero(by)) return NO_IMPACT;
  const known = (amount: Range | null): Range | null => (amount === null ? null : multiply(amount, by));
  return {
    kgCo2Equivalent: multiply(impact.kgCo2Equivalent, by),
    m3WaterUsage: known(impact.m3WaterUsage),
    kwhFinalEnergy: multiply(impact.kwhFinalEnergy, by),
    kgSbEquivalent: known(impact.kgSbEquivalent),
    mjPrimaryEnergy: known(impact.mjPrimaryEnergy),
  };
}

/** So many times the impact. */
export function scaleImpact(impact: Impact, factor: number): Impact {
  return multiplyImpact(impact, exactly(factor));
}
