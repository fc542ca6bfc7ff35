import { input } from "../../formulas";
import type { FactorSource } from "../hardware";
import type { ServingLoadValues } from "./operating-point";

/** Loads by name, the highest first; data/serving.csv defines them. */
export const SERVING_LOADS = ["SATURATED", "PRODUCTION", "LIGHT"] as const;
export type ServingLoad = (typeof SERVING_LOADS)[number];
export const DEFAULT_LOAD: ServingLoad = "PRODUCTION";

/** A load by its name, and what was given in place of what the name says. */
export interface StatedLoad {
  readonly load: ServingLoad;
  /** Simultaneous requests; null for those of the load. */
  readonly concurrency: number | null;
  /** Share of the time at work, above 0 and at most 1; null for that of the load. */
  readonly utilisation: number | null;
}

/** A given value has no range. */
export function servingLoad(
  { load, concurrency, utilisation }: StatedLoad,
  factor: FactorSource,
): ServingLoadValues {
  const { concurrency: B, utilisation: u } = SERIES[load];
  return {
    concurrency: concurrency === null ? factor(B) : input(concurrency, "requests"),
    utilisation: utilisation === null ? factor(u) : input(utilisation, "-"),
  };
}

const SERIES = Object.fromEntries(
  SERVING_LOADS.map((load) => [
    load,
    { concurrency: `serving.concurrency.${load}`, utilisation: `serving.utilisation.${load}` },
  ]),
) as Record<ServingLoad, { concurrency: string; utilisation: string }>;
