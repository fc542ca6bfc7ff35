import { didYouMean, suggest } from "../errors";
import { CRITERIA } from "../footprint";
import type { Factor } from "../formulas";
import { number, optionalDay, text } from "./column";
import { boundsOf } from "./factor-bounds";
import type { Problem } from "./problem";
import { defineTable, type Parsed, type RowOf } from "./table";

const COLUMNS = {
  id: text(),
  name: text(),
  value: number(""),
  low: number(""),
  high: number(""),
  unit: text(),
  recorded: optionalDay(),
};

/** A file of factors: one row per value and vintage. */
export function factorTable(name: string) {
  return defineTable(name, ["id", "valid_from"], COLUMNS);
}

export type FactorTable = ReturnType<typeof factorTable>;
export type FactorRow = RowOf<FactorTable>;

/** What the amounts of a criterion are given per, in factors of equipment, of electricity and of ratios to kgCO2e. */
const PER = ["kWh", "mm2", "cm2", "kg", "kgCO2e"];

const UNITS_OF_CRITERIA = CRITERIA.flatMap(({ unit, series }) =>
  series === null ? [] : [unit, ...PER.map((of) => `${unit}/${of}`)],
);

/** One spelling per unit. A unit that is neither here nor declared by the product is refused. */
export const UNITS: ReadonlySet<string> = new Set([
  ...UNITS_OF_CRITERIA,
  "-",
  "%",
  "1/%",
  "h",
  "W",
  "W/GB",
  "W/GPU",
  "requests",
  "kg",
  "kgCO2e/km",
  "kgCO2e/year",
  "GB/cm2",
  "L/kWh",
]);

/**
 * Rows of a factor file to factors, with the checks that need more than one cell.
 *
 * @param ownUnits units that a product declares in addition to the shared ones
 */
export function toFactors(
  parsed: Parsed<FactorRow>,
  file: string,
  ownUnits: readonly string[] = [],
): { factors: Factor[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const units = new Set([...UNITS, ...ownUnits]);
  const factors = parsed.rows.map(({ row, cells }) => {
    const report = (column: string, problem: string): void => {
      problems.push({ file, row, column, problem });
    };
    if (!units.has(cells.unit)) {
      const hint = didYouMean(suggest(cells.unit, units), [...units]);
      report("unit", `unknown unit "${cells.unit}".${hint}`);
    }
    const { least, most, note } = boundsOf(cells.id, cells.unit);
    const why = note === null ? "" : `: ${note}`;
    if (cells.low < least)
      report("low", `${cells.low} is below ${least}, the least that ${cells.id} can be${why}`);
    if (cells.high > most)
      report("high", `${cells.high} is above ${most}, the most that ${cells.id} can be${why}`);
    if (cells.low > cells.value) report("low", `${cells.low} is above the value ${cells.value}`);
    if (cells.high < cells.value) report("high", `${cells.high} is below the value ${cells.value}`);
    if (cells.valid_from !== null && cells.valid_to !== null && cells.valid_from >= cells.valid_to) {
      report("valid_to", `${cells.valid_to} is not after valid_from ${cells.valid_from}`);
    }
    return {
      series: cells.id,
      name: cells.name,
      range: { low: cells.low, expected: cells.value, high: cells.high },
      unit: cells.unit,
      confidence: cells.confidence,
      source: cells.source,
      url: cells.url,
      validFrom: cells.valid_from,
      validTo: cells.valid_to,
      note: cells.note,
      ...(cells.recorded === null ? {} : { recorded: cells.recorded }),
    };
  });
  return { factors, problems };
}
