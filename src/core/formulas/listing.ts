import { type Calculation, isCalculation, isFactorValue, unfold, type Value } from "./calculation";
import { factorId } from "./factor";

/** A calculation as printed among others: symbols are unambiguous, and nothing is printed twice. */
export interface Listed {
  readonly calculation: Calculation;
  /** Of the result. */
  readonly symbol: string;
  /** The arithmetic over the symbols of the terms. */
  readonly expression: string;
  readonly terms: readonly ListedTerm[];
}

export interface ListedTerm {
  /** That of the calculation which it results from, where it does from one. */
  readonly symbol: string;
  readonly value: Value;
  /** Null for what results from no calculation. */
  readonly from: Listed | null;
}

/** Calculations that led to the roots and the roots themselves, each once, the first needed first. */
export function listCalculations(roots: Iterable<Calculation>): Listed[] {
  const listing = new Listing();
  for (const calculation of unfold(roots)) listing.add(calculation);
  return listing.all;
}

/** A symbol as formulas are parsed; what stands before a parenthesis is a function. */
const SYMBOL = /[\p{L}_][\p{L}\p{N}_]*(?!\s*\()(?![\p{L}\p{N}_])/gu;
/** The suffix that makes a symbol unique. */
const TOLD_APART = /(_all)?(_\d+)?$/;

class Listing {
  readonly all: Listed[] = [];
  /** By the terms that they have in common with the same taken as a convention. */
  private readonly byTerms = new Map<object, Listed>();
  /** By what is computed of what. */
  private readonly byContent = new Map<string, Listed>();
  /** The meaning of a symbol. */
  private readonly meanings = new Map<string, string>();

  add(calculation: Calculation): void {
    const { formula } = calculation;
    const terms = Object.entries(calculation.terms).map(([symbol, value]) =>
      this.term(symbol, value, formula),
    );
    const renamed = new Map(Object.keys(calculation.terms).map((symbol, at) => [symbol, terms[at]?.symbol]));
    const expression = formula.expression.replace(SYMBOL, (symbol) => renamed.get(symbol) ?? symbol);
    const ranges = terms.map(({ value }) => rangeIn(value));
    const content = `${expression} [${calculation.unit}] ${formula.validFrom ?? ""} ${ranges}`;
    let listed = this.byContent.get(content);
    if (listed === undefined) {
      const symbol = this.symbolFor(content, preferred(formula, renamed), formula.variant);
      listed = { calculation, symbol, expression, terms };
      this.byContent.set(content, listed);
      this.all.push(listed);
    }
    this.byTerms.set(calculation.terms, listed);
  }

  private term(symbol: string, value: Value, { variant }: Calculation["formula"]): ListedTerm {
    if (isCalculation(value)) {
      const from = this.byTerms.get(value.terms) as Listed;
      return { symbol: from.symbol, value, from };
    }
    return { symbol: this.symbolFor(meaningOf(symbol, value), symbol, variant), value, from: null };
  }

  /** The wanted symbol, or a similar one if that is already used for something else. */
  private symbolFor(meaning: string, wanted: string, variant: string | undefined): string {
    const isFree = (symbol: string): boolean => (this.meanings.get(symbol) ?? meaning) === meaning;
    let symbol = wanted;
    if (!isFree(symbol) && variant !== undefined) symbol = `${wanted}_${variant}`;
    const base = symbol;
    for (let number = 2; !isFree(symbol); number++) symbol = `${base}_${number}`;
    this.meanings.set(symbol, meaning);
    return symbol;
  }
}

/** What is taken without its range leads to another range than the same with it. */
function rangeIn({ range }: Value): string {
  return range.low === range.high ? "" : "±";
}

/** A result that is so much of another is called after it. */
function preferred(
  { symbol, muchOf }: Calculation["formula"],
  renamed: ReadonlyMap<string, string | undefined>,
): string {
  const one = muchOf === undefined ? undefined : renamed.get(muchOf);
  return one === undefined ? symbol : `${one.replace(TOLD_APART, "")}_all`;
}

/** Two inputs of one name and value are one: the hours of a period are read by many formulas. */
function meaningOf(symbol: string, value: Value): string {
  if (isFactorValue(value)) return `${symbol} = ${factorId(value.factor)}`;
  return `${symbol} = ${value.range.expected} ${value.unit}`;
}
