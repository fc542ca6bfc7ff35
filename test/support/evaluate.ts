const SYMBOL = /[\p{L}_][\p{L}\p{N}_]*/gu;
const FUNCTIONS: Readonly<Record<string, string>> = { ln: "Math.log", max: "Math.max" };
const ARITHMETIC = /^(?:Math\.log|Math\.max|[\d.e+\-*/(), ])+$/;

/**
 * Evaluates a printed formula from the printed values of its terms.
 * Independent of the project's own parser, so that an error of that shows as a difference.
 */
export function evaluatePrinted(formula: string, values: ReadonlyMap<string, number>): number {
  const substituted = formula.replace(SYMBOL, (symbol) => {
    const known = FUNCTIONS[symbol] ?? values.get(symbol);
    if (known === undefined) throw new Error(`no value is printed for ${symbol} of "${formula}"`);
    return typeof known === "string" ? known : `(${known})`;
  });
  const arithmetic = substituted.replaceAll("×", "*").replaceAll("−", "-");
  if (!ARITHMETIC.test(arithmetic)) throw new Error(`"${arithmetic}" is not pure arithmetic`);
  return Number(new Function(`return ${arithmetic};`)());
}

/** The symbols that a printed formula reads. */
export function symbolsOf(formula: string): Set<string> {
  return new Set(
    [...formula.matchAll(SYMBOL)].map(([symbol]) => symbol).filter((one) => !(one in FUNCTIONS)),
  );
}
