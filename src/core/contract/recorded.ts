import type { FactorReader } from "../factors";
import type { Calculation } from "../formulas";

/** One estimate that the operator published for an hour of a resource, to compare ours with. */
export interface RecordedEstimate {
  readonly label: string;
  readonly spec: object;
  readonly zone: string;
  /** ISO day of the recording. */
  readonly recordedOn: string;
  readonly kgCo2EquivalentPerHour: number;
  readonly m3WaterPerHour: number | null;
  readonly source: string;
}

/** A figure of the operator's catalogue, as printed there for one unit. */
export interface CataloguedFigure {
  /** What it is of, for example "gpt-oss-120b, output tokens". */
  readonly label: string;
  /** Of the catalogue, for example `hour` or `1,000 tokens`. */
  readonly unit: string;
  readonly kgCo2Equivalent: number;
  /** Null where none is printed. */
  readonly m3Water: number | null;
}

/** What of catalogued figures can be compared with ours, for all that the resource is. */
export interface ComparablePart {
  readonly kgCo2Equivalent: Calculation;
  readonly m3Water: Calculation | null;
}

/** What one recording of the catalogue says of a resource that it lists by units of its amounts, and not by hours. */
export interface CataloguedEstimate {
  /** ISO day of the recording. */
  readonly recordedOn: string;
  readonly source: string;
  /** What it was published for, so that what a resource says beyond is told. */
  readonly spec: object;
  /** At least one; the first is used where a single figure is shown. */
  readonly figures: readonly CataloguedFigure[];
  /** Null for nothing. */
  readonly comparable: ComparablePart | null;
  /** Why the figures are not compared as they are. */
  readonly note: string;
}

/** @param factorsOn those in force on a day (ISO) */
export type FindCatalogued = (
  spec: object,
  factorsOn: (day: string) => FactorReader,
) => readonly CataloguedEstimate[];
