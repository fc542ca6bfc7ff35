import { type Component, type Footprint } from "../core/footprint";
import {
  type Calculation,
  exactly,
  isCalculation,
  isFactorValue,
  parseExpression,
  type Range,
  type Value,
} from "../core/formulas";
import { messageOf } from "../core/helpers";
import { isClose, isFiniteRange, isOrdered } from "./amounts";
import type { Report } from "./finding";

/** What a reader can open: every formula leads to its result, every number says where it is from. */
export function checkExplanation(footprint: Footprint, report: Report): void {
  for (const calculation of calculationsOf(footprint.components)) checkCalculation(calculation, report);
}

/** The calculations of all components and those that they read, each once. */
export function calculationsOf(components: readonly Component[]): Set<Calculation> {
  const found = new Set<Calculation>();
  const open = (calculation: Calculation): void => {
    if (found.has(calculation)) return;
    found.add(calculation);
    for (const term of Object.values(calculation.terms)) if (isCalculation(term)) open(term);
  };
  const visit = ({ contributions, workings, children }: Component): void => {
    for (const { calculation } of contributions) open(calculation);
    for (const working of workings) open(working);
    for (const child of children) visit(child);
  };
  for (const component of components) visit(component);
  return found;
}

function checkCalculation(calculation: Calculation, report: Report): void {
  const { formula, range, terms, unit } = calculation;
  const where = `"${formula.label}" (${formula.expression})`;
  if (!isFiniteRange(range)) report("finite", `the result of ${where} is not a number`);
  else if (!isOrdered(range)) report("bounds", `the result of ${where} has bounds out of order`);
  if (isBlank(unit)) report("units", `the result of ${where} has no unit; that of a ratio is "-"`);
  for (const [symbol, term] of Object.entries(terms)) checkTerm(`${symbol} of ${where}`, term, report);
  checkResult(where, calculation, report);
}

function checkTerm(where: string, term: Value, report: Report): void {
  if (isBlank(term.unit)) report("units", `${where} has no unit; that of a ratio or a count is "-"`);
  if (isFactorValue(term) && isBlank(term.factor.source)) {
    report("sources", `${where} is the factor ${term.factor.series}, which names no source`);
  }
}

/** Runs the printed text over the printed values, the expected ones and the ends of their ranges. */
function checkResult(where: string, { formula, range, terms }: Calculation, report: Report): void {
  try {
    const expression = parseExpression(formula.expression);
    const surplus = Object.keys(terms).filter((symbol) => !expression.symbols.includes(symbol));
    if (surplus.length > 0) report("explained", `${where} prints terms it does not read: ${surplus}`);
    const rangeOf = (symbol: string): Range => {
      const term = terms[symbol];
      if (term === undefined) throw new Error(`no value is printed for ${symbol}`);
      return term.range;
    };
    const again = expression.evaluate((symbol) => exactly(rangeOf(symbol).expected)).expected;
    if (!isClose(again, range.expected)) {
      report("explained", `${where} prints the result ${range.expected}, its terms lead to ${again}`);
    }
    checkEnds(where, range, expression.evaluate(rangeOf), report);
  } catch (error) {
    report("explained", `${where} cannot be evaluated again: ${messageOf(error)}`);
  }
}

/** The ends of a result are those of its terms, unless it is taken as a convention; ends out of order break another rule. */
function checkEnds(where: string, range: Range, again: Range, report: Report): void {
  if (range.low === range.high || !isOrdered(range)) return;
  for (const end of ["low", "high"] as const) {
    if (isClose(again[end], range[end])) continue;
    report("explained", `${where} prints the ${end} end ${range[end]}, its terms lead to ${again[end]}`);
  }
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
