import { type ParseArgsConfig, parseArgs } from "node:util";

/** Options of a measuring program, as `--seed=7` or `--seed 7`. One that is unknown stops it: a run with defaults would pass for another. */
export function optionsOf<const O extends NonNullable<ParseArgsConfig["options"]>>(options: O) {
  return parseArgs({ args: process.argv.slice(2), options, strict: true }).values;
}

/** @throws RangeError for what is no number of 0 or more */
export function numberOf(name: string, text: string): number {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (!(number >= 0 && number < Number.POSITIVE_INFINITY))
    throw new RangeError(`--${name} is a number of 0 or more, not ${JSON.stringify(text)}`);
  return number;
}
