import type { Contribution, Criterion, FactorCriterion } from "../footprint";
import { type Calculation, defineFormula, isZero, type Value } from "../formulas";
import { type ByCriterion, FACTOR_CRITERIA, perCriterion } from "./per-criterion";

/** Where electricity is drawn: effectiveness of the place and the mix of its country, location-based. */
export interface Site {
  /** Power usage effectiveness, total over IT energy, ≥ 1. */
  readonly pue: Value;
  /** Water usage effectiveness [L per kWh of IT energy]; null where none is published. */
  readonly wue: Value | null;
  /** Electricity, in the unit of each criterion per kWh. */
  readonly electricity: ByCriterion<Value>;
}

const IT_ENERGY = defineFormula({
  symbol: "E_it",
  label: "IT energy over the duration",
  unit: "kWh",
  expression: "P / 1000 × dU × share",
});
const FINAL_ENERGY = defineFormula({
  symbol: "E_final",
  label: "Electricity with the overhead of the place",
  unit: "kWh",
  expression: "E_it × PUE",
});
const USE = perCriterion("use", "Use of electricity", "E_it × PUE × EF");
const WATER = defineFormula({
  symbol: "water",
  label: "On-site cooling water",
  unit: "m3",
  expression: "E_it × WUE / 1000",
});
const AMORTISED = perCriterion(
  "manufacturing",
  "Manufacturing charged to the duration",
  "dU / DDV × I × share",
);

/** What the use of electricity adds, and the criteria of it that are unknown. */
export interface Use {
  readonly contributions: readonly Contribution[];
  readonly unknown: ReadonlySet<Criterion>;
}

const ALL_KNOWN: ReadonlySet<Criterion> = new Set();
const WATER_ALONE: ReadonlySet<Criterion> = new Set(["m3WaterUsage"] as const);
export const NO_USE: Use = { contributions: [], unknown: ALL_KNOWN };

/** P/1000 × dU × share [kWh]. Source: method, usage of customer equipment. */
export function itEnergy(terms: { power: Value; hours: Value; share: Value }): Calculation {
  return IT_ENERGY.apply({ P: terms.power, dU: terms.hours, share: terms.share });
}

/**
 * What the use of IT energy emits and draws: E × PUE × EF for each criterion, E × PUE of final energy,
 * and E × WUE of water (without PUE). Where no WUE is published, the water is unknown, but for that of no energy.
 */
export function useOf(energy: Calculation, site: Site): Use {
  const use = (criterion: FactorCriterion): Contribution => ({
    criterion,
    stage: "use",
    calculation: USE[criterion].apply({ E_it: energy, PUE: site.pue, EF: site.electricity[criterion] }),
  });
  const contributions: Contribution[] = [
    ...FACTOR_CRITERIA.map(use),
    {
      criterion: "kwhFinalEnergy",
      stage: "use",
      calculation: FINAL_ENERGY.apply({ E_it: energy, PUE: site.pue }),
    },
  ];
  if (site.wue === null) return { contributions, unknown: isZero(energy.range) ? ALL_KNOWN : WATER_ALONE };
  const calculation = WATER.apply({ E_it: energy, WUE: site.wue });
  contributions.push({ criterion: "m3WaterUsage", stage: "use", calculation });
  return { contributions, unknown: ALL_KNOWN };
}

/** dU / DDV × I × share, in the unit of the criterion. Source: method, manufacturing of customer equipment. */
export function amortise(
  criterion: FactorCriterion,
  terms: { impact: Value; hours: Value; lifespan: Value; share: Value },
): Contribution {
  const { impact, hours, lifespan, share } = terms;
  return {
    criterion,
    stage: "manufacturing",
    calculation: AMORTISED[criterion].apply({ dU: hours, DDV: lifespan, I: impact, share }),
  };
}
