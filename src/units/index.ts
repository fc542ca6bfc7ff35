/** A unit that amounts are read in. */
export interface Step {
  /** Without what it is of: `kg`, of `kg CO2e`. */
  readonly unit: string;
  /** How many of the amounts' own unit one of it is. */
  readonly size: number;
}

export interface Scale {
  /** Written after each step: ` CO2e`; empty where the unit says all. */
  readonly of: string;
  /** The largest first; the amounts' own unit has size 1. */
  readonly steps: readonly Step[];
}

const steps = (...all: readonly (readonly [unit: string, size: number])[]): readonly Step[] =>
  all.map(([unit, size]) => ({ unit, size }));

const GRAMS = steps(
  ["kt", 1e6],
  ["t", 1e3],
  ["kg", 1],
  ["g", 1e-3],
  ["mg", 1e-6],
  ["µg", 1e-9],
  ["ng", 1e-12],
);

/** By the unit of a criterion, as the graph writes it. */
export const SCALES = {
  kgCO2e: { of: " CO2e", steps: GRAMS },
  kgSbeq: { of: " Sb eq", steps: GRAMS },
  m3: { of: "", steps: steps(["m³", 1], ["L", 1e-3], ["mL", 1e-6], ["µL", 1e-9]) },
  kWh: {
    of: "",
    steps: steps(["GWh", 1e6], ["MWh", 1e3], ["kWh", 1], ["Wh", 1e-3], ["mWh", 1e-6], ["µWh", 1e-9]),
  },
  MJ: { of: "", steps: steps(["TJ", 1e6], ["GJ", 1e3], ["MJ", 1], ["kJ", 1e-3], ["J", 1e-6]) },
} as const satisfies Readonly<Record<string, Scale>>;

/** What amounts are read to. */
const DIGITS = 3;

/** The step in which an amount is at least 1. Zero is in the amounts' own unit. */
export function stepFor(amount: number, all: readonly Step[]): Step {
  // What rounds up to 1,000 is 1 of the next.
  const size = Math.abs(Number(amount.toPrecision(DIGITS)));
  if (size === 0) return all.find((one) => one.size === 1) as Step;
  // Decimal fractions are not exact: 0.001 of one step may be a hair less than 1 of the next.
  return all.find((one) => size / one.size >= 1 - 1e-9) ?? (all.at(-1) as Step);
}
