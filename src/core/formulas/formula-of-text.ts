import { getOrInsert } from "../helpers";
import { defineFormula, type Formula, type FormulaText } from "./calculation";

const formulas = new Map<string, Formula>();

/**
 * The formula of a text that is put together while calculating, such as a mean of so many zones: parsed once, however often it is applied.
 * Texts stay for ever, so there must be few.
 */
export function formulaOfText(text: Pick<FormulaText, "symbol" | "label" | "unit" | "expression">): Formula {
  const { symbol, label, unit, expression } = text;
  return getOrInsert(formulas, `${label}: ${symbol} = ${expression} [${unit}]`, () => defineFormula(text));
}
