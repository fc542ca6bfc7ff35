import { CONFIDENCES, type Confidence } from "../formulas";
import { isDay } from "../helpers";

/** How the text of a cell becomes a value; `parse` throws an Error whose message says what is wrong with it. */
export interface Column<T> {
  readonly parse: (text: string) => T;
  /** Unit of a numeric column. */
  readonly unit?: string;
  /** A file may lack it: all of its cells are empty then. */
  readonly mayLack?: true;
}

/** Far above any figure of a table, and far below where products of a few figures are no numbers any more. */
const MOST = 1e18;

export function text(): Column<string> {
  return { parse: (cell) => required(cell) };
}

export function optionalText(): Column<string | null> {
  return { parse: (cell) => (cell === "" ? null : cell) };
}

/** Text that is one of a closed list. */
export function oneOf<const T extends string>(values: readonly T[]): Column<T> {
  return {
    parse: (cell) => {
      const found = values.find((value) => value === cell);
      if (found === undefined) throw new Error(`"${cell}" is not one of ${values.join(", ")}`);
      return found;
    },
  };
}

/** A number in decimal or scientific notation; nothing is coerced, an empty cell is an error. */
export function number(
  unit: string,
  limits: { min?: number; max?: number; integer?: boolean } = {},
): Column<number> {
  return { unit, parse: (cell) => parseNumber(required(cell), limits) };
}

export function optionalNumber(unit: string, limits: { min?: number } = {}): Column<number | null> {
  return { unit, parse: (cell) => (cell === "" ? null : parseNumber(cell, limits)) };
}

/** Names separated by semicolons; an empty cell is an empty list. */
export function list(): Column<readonly string[]> {
  return { parse: (cell) => (cell === "" ? [] : cell.split(";").map((item) => required(item.trim()))) };
}

export function optionalDay(): Column<string | null> {
  return checked(isDay, "a day (YYYY-MM-DD)");
}

export function day(): Column<string> {
  const { parse } = optionalDay();
  return { parse: (cell) => parse(required(cell)) as string };
}

export function optionalUrl(): Column<string | null> {
  return checked((cell) => /^https?:\/\//.test(cell) && URL.canParse(cell), "a web address");
}

/** Null for an empty cell. The last valid cell is not validated again: consecutive rows often have the same day or source. */
function checked(isValid: (cell: string) => boolean, kind: string): Column<string | null> {
  let last = "";
  return {
    parse: (cell) => {
      if (cell === "") return null;
      if (cell === last) return cell;
      if (!isValid(cell)) throw new Error(`"${cell}" is not ${kind}`);
      last = cell;
      return cell;
    },
  };
}

/** Source, confidence and validity: every row of every table carries them. */
export const PROVENANCE = {
  confidence: oneOf<Confidence>(CONFIDENCES),
  valid_from: optionalDay(),
  valid_to: optionalDay(),
  source: text(),
  url: optionalUrl(),
  note: optionalText(),
};

function required(cell: string): string {
  if (cell === "") throw new Error("is empty");
  return cell;
}

function parseNumber(
  cell: string,
  { min, max, integer }: { min?: number; max?: number; integer?: boolean },
): number {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)) {
    const hint = /^-?\d[\d.,\s']*$/.test(cell)
      ? ": decimals follow a point, and thousands have no separator"
      : "";
    throw new Error(`"${cell}" is not a number${hint}`);
  }
  const value = Number(cell);
  if (!(Math.abs(value) <= MOST))
    throw new Error(`${cell} is more than anything that is counted or measured here`);
  if (min !== undefined && value < min) throw new Error(`${cell} is below ${min}`);
  if (max !== undefined && value > max) throw new Error(`${cell} is above ${max}`);
  if (integer && !Number.isInteger(value)) throw new Error(`${cell} is not a whole number`);
  return value;
}
