/** A row of the table of criteria: all that is said of one, once. */
export interface CriterionRow {
  /** Name as a choice in the graph. */
  readonly id: string;
  /** Name as a field: of an impact, and of contributions. */
  readonly field: string;
  /** Unit of its amounts, as formulas and data spell it. */
  readonly unit: string;
  /** What it is, in a few words. */
  readonly name: string;
  /** What it is, in a sentence with its unit. */
  readonly sentence: string;
  /** When its amount is unknown, in a sentence; null where it always is known. */
  readonly unknown: string | null;
  /** Last part of the names of its factor series, as in `electricity.FR.gwp`; null where it follows from energy alone. */
  readonly series: string | null;
  /** The method has none of it in manufacturing, wherever that takes place. */
  readonly isOfUseAlone: boolean;
}

/**
 * Every criterion, in the order in which impacts list them. Impacts, their sums, the formulas by criterion, units of data and the
 * types of the graph follow from these rows when they are loaded: to add a criterion is to add a row, and its factors.
 */
export const CRITERIA = [
  {
    id: "KG_CO2_EQUIVALENT",
    field: "kgCo2Equivalent",
    unit: "kgCO2e",
    name: "Greenhouse gases",
    sentence: "Greenhouse gases [kgCO2e, GWP100], electricity location-based.",
    unknown: null,
    series: "gwp",
    isOfUseAlone: false,
  },
  {
    id: "M3_WATER_USAGE",
    field: "m3WaterUsage",
    unit: "m3",
    name: "On-site cooling water",
    sentence: "On-site cooling water [m³]: IT energy × WUE, none for manufacturing.",
    unknown: "Null if energy is used in a place without a published WUE.",
    series: null,
    isOfUseAlone: true,
  },
  {
    id: "KWH_FINAL_ENERGY",
    field: "kwhFinalEnergy",
    unit: "kWh",
    name: "Final energy",
    sentence: "Final energy [kWh]: electricity of the IT equipment × PUE.",
    unknown: null,
    series: null,
    isOfUseAlone: true,
  },
  {
    id: "KG_SB_EQUIVALENT",
    field: "kgSbEquivalent",
    unit: "kgSbeq",
    name: "Abiotic depletion of elements",
    sentence: "Abiotic depletion of elements (ADP) [kg Sb eq].",
    unknown: "Null if unknown.",
    series: "adp",
    isOfUseAlone: false,
  },
  {
    id: "MJ_PRIMARY_ENERGY",
    field: "mjPrimaryEnergy",
    unit: "MJ",
    name: "Primary energy",
    sentence: "Primary energy (PE) [MJ].",
    unknown: "Null if unknown.",
    series: "pe",
    isOfUseAlone: false,
  },
] as const satisfies readonly CriterionRow[];

type Row = (typeof CRITERIA)[number];

/** A criterion, by the name of its field. */
export type Criterion = Row["field"];
/** One that is known of equipment and electricity by factors of its own. */
export type FactorCriterion = Extract<Row, { readonly series: string }>["field"];
/** One whose amount can be unknown. */
export type UncertainCriterion = Extract<Row, { readonly unknown: string }>["field"];

/** What everything else is weighed by: the criterion of notes, of confidence and of the operator's own estimates. */
export const HEADLINE = "kgCo2Equivalent" satisfies FactorCriterion;
