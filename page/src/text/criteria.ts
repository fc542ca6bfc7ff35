/** An amount's criteria, as the fields of `Impact` are called. */
export type Criterion =
  | "kgCo2Equivalent"
  | "m3WaterUsage"
  | "kwhFinalEnergy"
  | "kgSbEquivalent"
  | "mjPrimaryEnergy";

/** Steps of a unit, from the largest: how many of the criterion's own unit one of it is. */
type Steps = readonly (readonly [unit: string, size: number])[];

export interface CriterionText {
  readonly field: Criterion;
  /** As the schema names it in arguments. */
  readonly argument: string;
  readonly title: string;
  /** Its own unit, which exact values are in. */
  readonly unit: string;
  /** Written after a stepped unit: `g CO₂e`. */
  readonly of: string;
  readonly steps: Steps;
  /** What it is, in a sentence. */
  readonly says: string;
}

const GRAMS: Steps = [
  ["kt", 1e6],
  ["t", 1e3],
  ["kg", 1],
  ["g", 1e-3],
  ["mg", 1e-6],
  ["µg", 1e-9],
  ["ng", 1e-12],
];

export const CRITERIA: readonly [CriterionText, ...CriterionText[]] = [
  {
    field: "kgCo2Equivalent",
    argument: "KG_CO2_EQUIVALENT",
    title: "Greenhouse gases",
    unit: "kg CO₂e",
    of: " CO₂e",
    steps: GRAMS,
    says: "All greenhouse gases, weighed as CO₂ over 100 years; electricity as the country makes it.",
  },
  {
    field: "m3WaterUsage",
    argument: "M3_WATER_USAGE",
    title: "Water",
    unit: "m³",
    of: "",
    steps: [
      ["m³", 1],
      ["L", 1e-3],
      ["mL", 1e-6],
      ["µL", 1e-9],
    ],
    says: "Cooling water of the data centre.",
  },
  {
    field: "kwhFinalEnergy",
    argument: "KWH_FINAL_ENERGY",
    title: "Electricity",
    unit: "kWh",
    of: "",
    steps: [
      ["GWh", 1e6],
      ["MWh", 1e3],
      ["kWh", 1],
      ["Wh", 1e-3],
      ["mWh", 1e-6],
      ["µWh", 1e-9],
    ],
    says: "Electricity of the equipment, with that of its cooling and building.",
  },
  {
    field: "kgSbEquivalent",
    argument: "KG_SB_EQUIVALENT",
    title: "Metals and minerals",
    unit: "kg Sb eq",
    of: " Sb eq",
    steps: GRAMS,
    says: "Abiotic depletion (ADP): what is mined to build the equipment, weighed as antimony.",
  },
  {
    field: "mjPrimaryEnergy",
    argument: "MJ_PRIMARY_ENERGY",
    title: "Primary energy",
    unit: "MJ",
    of: "",
    steps: [
      ["TJ", 1e6],
      ["GJ", 1e3],
      ["MJ", 1],
      ["kJ", 1e-3],
      ["J", 1e-6],
    ],
    says: "Energy as it is found in nature, before it is turned into electricity.",
  },
];

export function criterionOf(field: string | undefined): CriterionText {
  return CRITERIA.find((one) => one.field === field) ?? CRITERIA[0];
}
