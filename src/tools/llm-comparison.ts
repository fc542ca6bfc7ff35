import type { Composition } from "../compose";
import { type Component, type Footprint, startOfDay, totalOf } from "../core/footprint";
import { type Range } from "../core/formulas";
import { type PublishedResult, publishedResults } from "./published-results";

/** The day whose factors are used, fixed so that the page is the same on every day. */
export const AS_OF = "2026-11-24";
const REGION = "fr-par";
const ZONE = "fr-par-2";

const JOULES_PER_KWH = 3.6e6;
const WATT_HOURS_PER_KWH = 1e3;
const GRAMS_PER_KG = 1e3;
const MILLIGRAMS_PER_KG = 1e6;

/** A published result with ours, in the unit of the row. */
export interface LlmComparison {
  readonly row: PublishedResult;
  readonly ours: Range;
  /** ours / theirs. */
  readonly ratio: number;
}

export function compareLlms(composition: Composition): Promise<LlmComparison[]> {
  return Promise.all(publishedResults().map((row) => compare(row, composition)));
}

async function compare(row: PublishedResult, composition: Composition): Promise<LlmComparison> {
  const spec = {
    model: row.our_model,
    region: REGION,
    gpuModel: row.gpu_model,
    gpuCount: row.gpu_count,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    concurrency: row.concurrency,
    utilisation: row.utilisation,
  };
  const on = startOfDay(AS_OF);
  const footprint = await composition.engine.footprint("serverlessUsage", spec, { hours: 1, on });
  const pue = composition.sessionAt(on).place(ZONE).pue.range.expected;
  const ours = inUnitOf(row, footprint, pue);
  return { row, ours, ratio: ours.expected / row.value };
}

function inUnitOf(row: PublishedResult, footprint: Footprint, pue: number): Range {
  switch (row.unit) {
    case "J/token":
      return times(energyOf(row, footprint, pue), JOULES_PER_KWH / row.output_tokens);
    case "Wh/response":
      return times(energyOf(row, footprint, pue), WATT_HOURS_PER_KWH);
    case "gCO2e/response":
      return times(greenhouseGasesOf(row, footprint), GRAMS_PER_KG);
    case "mgSbe/response":
      return times(depletionOf(row, footprint), MILLIGRAMS_PER_KG);
  }
}

/** Final energy inside the boundary of the row [kWh]. */
function energyOf(row: PublishedResult, { parts, components }: Footprint, pue: number): Range {
  switch (row.boundary) {
    case "GPUS":
      return times(gpuEnergy(components), 1 / pue);
    case "NODE":
      return parts.usage.kwhFinalEnergy;
    case "ALL":
      return totalOf(parts).kwhFinalEnergy;
    default:
      throw notComparable(row);
  }
}

/** [kgCO2e] */
function greenhouseGasesOf(row: PublishedResult, { parts }: Footprint): Range {
  const { manufacturing, usage } = parts;
  switch (row.boundary) {
    case "NODE_MADE":
      return manufacturing.kgCo2Equivalent;
    case "NODE_MADE_AND_USED":
      return plus(manufacturing.kgCo2Equivalent, usage.kgCo2Equivalent);
    case "ALL":
      return totalOf(parts).kgCo2Equivalent;
    default:
      throw notComparable(row);
  }
}

/** [kg Sb eq] */
function depletionOf(row: PublishedResult, { parts }: Footprint): Range {
  const depletion = totalOf(parts).kgSbEquivalent;
  if (row.boundary !== "ALL" || depletion === null) throw notComparable(row);
  return depletion;
}

/** Final energy of the GPUs that process tokens [kWh, with PUE]. */
function gpuEnergy(components: readonly Component[]): Range {
  const ofTokens = components.filter(({ kind }) => kind === "TOKENS");
  return plus(...gpusIn(ofTokens).map(({ parts }) => parts.usage.kwhFinalEnergy));
}

function gpusIn(components: readonly Component[]): Component[] {
  return components.flatMap((one) => (one.kind === "GPU" ? [one] : gpusIn(one.children)));
}

function times({ low, expected, high }: Range, factor: number): Range {
  return { low: low * factor, expected: expected * factor, high: high * factor };
}

function plus(...ranges: readonly Range[]): Range {
  const sum = (bound: keyof Range): number => ranges.reduce((total, range) => total + range[bound], 0);
  return { low: sum("low"), expected: sum("expected"), high: sum("high") };
}

function notComparable({ id, unit, boundary }: PublishedResult): Error {
  return new Error(`published-results.csv, ${id}: no ${unit} is computed inside the boundary ${boundary}`);
}
