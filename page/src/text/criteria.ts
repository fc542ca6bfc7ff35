import { SCALES, type Step } from "../../../src/units";

/** An amount's criteria, as the fields of `Impact` are called. */
export type Criterion =
  | "kgCo2Equivalent"
  | "m3WaterUsage"
  | "kwhFinalEnergy"
  | "kgSbEquivalent"
  | "mjPrimaryEnergy";

export interface CriterionText {
  readonly field: Criterion;
  /** As the schema names it in arguments. */
  readonly argument: string;
  readonly title: string;
  /** Its own unit, which exact values are in. */
  readonly unit: string;
  /** Written after a stepped unit: `g CO₂e`. */
  readonly of: string;
  readonly steps: readonly Step[];
  /** What it is, in a sentence. */
  readonly says: string;
}

export const CRITERIA: readonly [CriterionText, ...CriterionText[]] = [
  {
    field: "kgCo2Equivalent",
    argument: "KG_CO2_EQUIVALENT",
    title: "Greenhouse gases",
    unit: "kg CO₂e",
    of: " CO₂e",
    steps: SCALES.kgCO2e.steps,
    says: "All greenhouse gases, weighed as CO₂ over 100 years; electricity as the country makes it.",
  },
  {
    field: "m3WaterUsage",
    argument: "M3_WATER_USAGE",
    title: "Water",
    unit: "m³",
    of: "",
    steps: SCALES.m3.steps,
    says: "Cooling water of the data centre.",
  },
  {
    field: "kwhFinalEnergy",
    argument: "KWH_FINAL_ENERGY",
    title: "Electricity",
    unit: "kWh",
    of: "",
    steps: SCALES.kWh.steps,
    says: "Electricity of the equipment, with that of its cooling and building.",
  },
  {
    field: "kgSbEquivalent",
    argument: "KG_SB_EQUIVALENT",
    title: "Metals and minerals",
    unit: "kg Sb eq",
    of: " Sb eq",
    steps: SCALES.kgSbeq.steps,
    says: "Abiotic depletion (ADP): what is mined to build the equipment, weighed as antimony.",
  },
  {
    field: "mjPrimaryEnergy",
    argument: "MJ_PRIMARY_ENERGY",
    title: "Primary energy",
    unit: "MJ",
    of: "",
    steps: SCALES.MJ.steps,
    says: "Energy as it is found in nature, before it is turned into electricity.",
  },
];

export function criterionOf(field: string | undefined): CriterionText {
  return CRITERIA.find((one) => one.field === field) ?? CRITERIA[0];
}
