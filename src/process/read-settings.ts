import type { Environment } from "./environment";
import { type ChoiceOf, SETTINGS_TABLE, type SettingOf } from "./settings-table";

/** One of the choices. @throws Error naming them */
export function readChoice<Name extends SettingOf<"choice">>(
  environment: Environment,
  name: Name,
): ChoiceOf<Name> {
  const { choices, default: byDefault } = SETTINGS_TABLE[name];
  const text = environment[name] || byDefault;
  const choice = choices.find((value) => value === text);
  if (choice === undefined) throw new Error(`${name} must be one of ${choices.join(", ")}, got "${text}"`);
  return choice as ChoiceOf<Name>;
}

/** Texts separated by commas; none where it is left out. */
export function readNames(environment: Environment, name: SettingOf<"names">): string[] {
  return (environment[name] ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** null where it is left out, or empty. */
export function readText(environment: Environment, name: SettingOf<"text">): string | null {
  return environment[name] || null;
}

/** @throws Error naming the range */
export function readWhole<Name extends SettingOf<"whole">>(
  environment: Environment,
  name: Name,
): number | (typeof SETTINGS_TABLE)[Name]["default"] {
  const { default: byDefault, least, most } = SETTINGS_TABLE[name];
  return environment[name] ? wholeFrom(environment[name], { name, least, most }) : byDefault;
}

export function wholeFrom(
  text: string,
  { name, least, most }: { readonly name: string; readonly least: number; readonly most: number },
): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, got "${text}"`);
}

/** In milliseconds. @throws Error naming the range */
export function readMilliseconds(environment: Environment, name: SettingOf<"seconds">): number {
  const { default: byDefault, least, most } = SETTINGS_TABLE[name];
  const seconds = environment[name] ? Number(environment[name]) : byDefault;
  if (seconds >= least && seconds <= most) return seconds * 1000;
  throw new Error(`${name} must be a number of seconds from ${least} to ${most}, got "${environment[name]}"`);
}
