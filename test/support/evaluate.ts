const SYMBOL = /[\p{L}_][\p{L}\p{N}_]*/gu;
const FUNCTIONS: Readonly<Record<string, string>> = { ln: "Math.log", max: "Math.max" };
const ARITHMETIC = /^(?:Math\.log|Math\.max|v\[\d+\]|[\d.e+\-*/(), ])+$/;

interface Compiled {
  readonly symbols: readonly string[];
  readonly run: (values: readonly number[]) => unknown;
}

/** Random tests do the same few formulas thousands of times: each text is compiled once. */
const compiled = new Map<string, Compiled>();

/**
 * Evaluates a printed formula from the printed values of its terms.
 * Independent of the project's own parser, so that an error of that shows as a difference.
 */
export function evaluatePrinted(formula: string, values: ReadonlyMap<string, number>): number {
  let known = compiled.get(formula);
  if (known === undefined) {
    known = compiledOf(formula);
    compiled.set(formula, known);
  }
  const numbers = known.symbols.map((symbol) => {
    const value = values.get(symbol);
    if (value === undefined) throw new Error(`no value is printed for ${symbol} of "${formula}"`);
    if (!Number.isFinite(value)) throw new Error(`${symbol} of "${formula}" is printed as ${value}`);
    return value;
  });
  return Number(known.run(numbers));
}

function compiledOf(formula: string): Compiled {
  const symbols = [...symbolsOf(formula)];
  const arithmetic = formula
    .replace(SYMBOL, (symbol) => FUNCTIONS[symbol] ?? `(v[${symbols.indexOf(symbol)}])`)
    .replaceAll("×", "*")
    .replaceAll("−", "-");
  if (!ARITHMETIC.test(arithmetic)) throw new Error(`"${arithmetic}" is not pure arithmetic`);
  return { symbols, run: new Function("v", `return ${arithmetic};`) as Compiled["run"] };
}

/** The symbols that a printed formula reads. */
export function symbolsOf(formula: string): Set<string> {
  return new Set(
    [...formula.matchAll(SYMBOL)].map(([symbol]) => symbol).filter((one) => !(one in FUNCTIONS)),
  );
}
