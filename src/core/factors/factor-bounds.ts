import { readFileSync } from "node:fs";
import { join } from "node:path";
import { number, optionalText, text } from "./column";
import { DataError } from "./problem";
import { defineTable, parseTable } from "./table";

const FILE = join(__dirname, "factor-bounds.csv");

/** Lower and upper bound of a series, by a pattern in which `*` matches anything, and by its unit if one is given. */
const BOUNDS = defineTable("factor-bounds", ["series", "unit"], {
  series: text(),
  unit: optionalText(),
  least: number(""),
  most: number(""),
});

export interface FactorBounds {
  readonly least: number;
  readonly most: number;
  /** Why. */
  readonly note: string | null;
}

const rules = rulesIn(readFileSync(FILE, "utf8"));

/** Bounds of a series; of several rules, the first. */
export function boundsOf(series: string, unit: string): FactorBounds {
  const found = rules.find((rule) => (rule.unit ?? unit) === unit && rule.pattern.test(series));
  if (found === undefined) throw new Error(`${FILE} has no bounds of ${series} [${unit}]`);
  return found;
}

function rulesIn(csv: string) {
  const { rows, problems } = parseTable(BOUNDS, csv, FILE);
  if (problems.length > 0) throw new DataError(problems);
  return rows.map(({ cells }) => ({ ...cells, pattern: patternOf(cells.series) }));
}

function patternOf(text: string): RegExp {
  const literal = text.split("*").map((part) => part.replace(/[.\\+?^${}()|[\]]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`);
}
