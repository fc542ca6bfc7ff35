import { compileExpression } from "./compiled";
import { type Expression, parseExpression } from "./expression";
import { type Confidence, type Factor, factorId, weaker } from "./factor";
import { exactly, type Range } from "./range";
import type { SymbolsOf } from "./symbols";

/** What a formula may read: a number from outside, a factor from the data, or the result of another formula. */
export type Value = Input | FactorValue | Calculation;

/** A number the caller gave or a fact of the resource: hours, a count of nodes. */
export interface Input {
  readonly range: Range;
  readonly unit: string;
}

export interface FactorValue extends Input {
  readonly factor: Factor;
}

/** A formula with the terms it was given and the result they led to: enough to do it again by hand. */
export interface Calculation extends Input {
  readonly formula: Formula;
  readonly terms: Readonly<Record<string, Value>>;
}

export interface FormulaText<Text extends string = string> {
  /** Symbol of the result, as other formulas write it. */
  readonly symbol: string;
  readonly label: string;
  readonly unit: string;
  /** The arithmetic, see {@link parseExpression}. */
  readonly expression: Text;
  /** Distinguishes several results of one text, such as one for each criterion, for their symbols. */
  readonly variant?: string;
  /** The term that the result is so much of, and is called after. */
  readonly muchOf?: string;
  /** First day on which the formula is this one (ISO, UTC); null or absent where it has always been. */
  readonly validFrom?: string | null;
  /** First day on which it is another one; null or absent where that is not known. */
  readonly validTo?: string | null;
}

export interface Formula<Text extends string = string> extends FormulaText<Text> {
  readonly parsed: Expression;
  /** Evaluates over the ranges of the terms, one for each symbol: the compiler compares them with the text. */
  apply(terms: Readonly<Record<SymbolsOf<Text>, Value>>): Calculation;
}

/**
 * Defines a formula once. The text is parsed here, so that what is no formula fails at start and not in an answer; a symbol
 * that no term gives does not build.
 */
export function defineFormula<const Text extends string>(text: FormulaText<Text>): Formula<Text> {
  const parsed = parseExpression(text.expression);
  const rangeOf = compileExpression(parsed, (terms) =>
    parsed.evaluate((symbol) => termOf(terms, symbol, text).range),
  );
  const formula: Formula<Text> = {
    ...text,
    parsed,
    apply: (terms: Readonly<Record<string, Value>>) => ({
      formula,
      terms,
      range: rangeOf(terms),
      unit: text.unit,
    }),
  };
  watcher?.(formula);
  return formula;
}

let watcher: ((formula: Formula) => void) | undefined;

/** Tells of every formula that is defined from now on: what lists the method sets it before the method is loaded. */
export function watchFormulas(watch: (formula: Formula) => void): void {
  watcher = watch;
}

export function input(value: number, unit: string): Input {
  return { range: exactly(value), unit };
}

export function fromFactor(factor: Factor): FactorValue {
  return { factor, range: factor.range, unit: factor.unit };
}

/**
 * The same value without its range, for a quantity that stands above and below a fraction line:
 * a key of allocation is a convention, and interval arithmetic would count its uncertainty twice.
 */
export function asConvention<V extends Value>(value: V): V {
  return { ...value, range: exactly(value.range.expected) };
}

export function isCalculation(value: Value): value is Calculation {
  return "formula" in value;
}

export function isFactorValue(value: Value): value is FactorValue {
  return "factor" in value;
}

/** Calculations that led to the roots and the roots themselves, each once, the first needed first. */
export function unfold(roots: Iterable<Calculation>): Calculation[] {
  // A calculation and the same taken as a convention have their terms in common: one of them is enough.
  const seen = new Map<object, Calculation>();
  const visit = (calculation: Calculation): void => {
    if (seen.has(calculation.terms)) return;
    for (const term of Object.values(calculation.terms)) if (isCalculation(term)) visit(term);
    seen.set(calculation.terms, calculation);
  };
  for (const root of roots) visit(root);
  return [...seen.values()];
}

/** Every factor that a result rests on, by identity of vintage, the first needed first. */
export function factorsOf(roots: Iterable<Calculation>): Map<string, Factor> {
  // Most terms read the same few factors: one that was met needs no name any more.
  const met = new Set<Factor>();
  const walked = new Set<object>();
  const visit = (terms: Calculation["terms"]): void => {
    if (walked.has(terms)) return;
    walked.add(terms);
    const own = Object.values(terms);
    for (const term of own) if (isCalculation(term)) visit(term.terms);
    for (const term of own) if (isFactorValue(term)) met.add(term.factor);
  };
  for (const { terms } of roots) visit(terms);
  return new Map(Array.from(met, (factor) => [factorId(factor), factor]));
}

/** What a formula is called, with the day of its edition where it has not always been the same. */
export function nameOfEdition({ label, validFrom }: FormulaText): string {
  return validFrom == null ? label : `${label} (edition of ${validFrom})`;
}

/** Confidences computed before, by the terms of the calculation: a walk stops there. */
const knownConfidence = new WeakMap<object, Confidence>();

/** A result is as certain as the weakest factor in its chain; one that reads no factor is arithmetic on what was given. */
export function confidenceOf({ terms }: Calculation): Confidence {
  const known = knownConfidence.get(terms);
  if (known !== undefined) return known;
  let weakest: Confidence = "PUBLISHED";
  for (const term of Object.values(terms)) {
    if (isFactorValue(term)) weakest = weaker(weakest, term.factor.confidence);
    else if (isCalculation(term)) weakest = weaker(weakest, confidenceOf(term));
  }
  knownConfidence.set(terms, weakest);
  return weakest;
}

function termOf<T>(terms: Readonly<Record<string, T | undefined>>, symbol: string, text: FormulaText): T {
  const term = terms[symbol];
  if (term === undefined) throw new Error(`formula "${text.label}" lacks its term ${symbol}`);
  return term;
}
