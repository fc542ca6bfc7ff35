import { stringify } from "csv-stringify/sync";
import type { Range } from "../../../src/core/formulas";

/** One row of a factor file. */
export interface FactorRow {
  readonly id: string;
  readonly name: string;
  readonly range: Range;
  readonly unit: string;
  readonly confidence: "DERIVED" | "ASSUMED";
  readonly validFrom: string;
  readonly validTo: string;
  readonly source: string;
  /** ISO day on which the evidence was recorded. */
  readonly recorded: string;
  readonly note: string;
}

const EVIDENCE =
  "Derived from the operator's recorded estimates by `npm run calibrate` (plugins/instance/calibration, docs/calibration.md)";

/** The source of what one recording proves. */
export function recordedSource(day: string): string {
  return EVIDENCE.replace("the operator's recorded estimates", `the operator's estimates recorded on ${day}`);
}

/** Estimates are recorded with seven or eight digits: more digits in a derived row would pretend. */
const DIGITS = 10;
const COLUMNS = [
  "id",
  "name",
  "value",
  "low",
  "high",
  "unit",
  "confidence",
  "valid_from",
  "valid_to",
  "source",
  "url",
  "recorded",
  "note",
];

type Required = "id" | "name" | "range" | "unit" | "recorded";

export function derivedRow(fields: Partial<FactorRow> & Pick<FactorRow, Required>): FactorRow {
  return { confidence: "DERIVED", validFrom: "", validTo: "", source: EVIDENCE, note: "", ...fields };
}

export function toCsv(rows: readonly FactorRow[]): string {
  const records = rows.map(({ range, validFrom, validTo, ...row }) => ({
    ...row,
    value: rounded(range.expected),
    low: rounded(range.low),
    high: rounded(range.high),
    valid_from: validFrom,
    valid_to: validTo,
    url: "",
  }));
  return stringify(records, { header: true, columns: COLUMNS });
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
