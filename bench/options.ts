import { type ParseArgsConfig, parseArgs } from "node:util";

/**
 * Options of a measuring program, as `--seed=7` or `--seed 7`. One that is unknown ends it, and tells which there are: a run with
 * defaults would pass for another.
 */
export function optionsOf<const O extends NonNullable<ParseArgsConfig["options"]>>(options: O) {
  try {
    return parseArgs({ args: process.argv.slice(2), options, strict: true }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\nOptions: ${Object.entries(options).map(told).join(", ")}`);
    process.exit(2);
  }
}

function told([name, { type, default: otherwise }]: [string, { type: string; default?: unknown }]): string {
  if (type === "boolean") return `--${name}`;
  return otherwise === undefined ? `--${name} <value>` : `--${name} <value> (${otherwise} if left out)`;
}

/** The number that an option is. What is no number of 0 or more ends the program, as an unknown option does. */
export function numberOf(name: string, text: string): number {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (number >= 0 && number < Number.POSITIVE_INFINITY) return number;
  return refused(`--${name} is a number of 0 or more, not ${JSON.stringify(text)}`);
}

/** Ends the program for an option that it cannot follow. */
export function refused(message: string): never {
  console.error(message);
  process.exit(2);
}
