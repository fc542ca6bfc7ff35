import { badInput } from "../core/errors";
import type { CheckAt } from "./check-at";

/** Least and most of a number; no maximum where only what it is used for has one. */
export interface Limits {
  readonly minimum: number;
  /** It has to be above the minimum. */
  readonly isMinimumExcluded?: boolean;
  /** A number, or the series of a factor: the one in force on the day. */
  readonly maximum?: number | LimitSeries;
}

export interface LimitSeries {
  readonly series: string;
}

/** Of the field, or those that an offer or the catalogue has. */
export type LimitsOf<E> = Limits | ((entry: E, catalogue: never) => Limits);

interface Wanted<E> {
  readonly isWhole: boolean;
  readonly unit: string;
  readonly limits: LimitsOf<E>;
}

/** @throws DomainError BAD_USER_INPUT for what is no number, or beyond the limits that are known. */
export function requireNumber<E>(
  value: unknown,
  { isWhole, unit, limits }: Wanted<E>,
  at: CheckAt<E>,
): number {
  const { path, name, catalogue, factors, offer } = at;
  const isOfOffer = typeof limits === "function";
  const own = isOfOffer ? limits(offer.entry, catalogue as never) : limits;
  const { minimum, isMinimumExcluded = false, maximum: limit } = own;
  const maximum = typeof limit === "object" ? factors?.value(limit.series).range.expected : limit;
  const isNumber = isWhole ? Number.isInteger(value) : Number.isFinite(value);
  const number = value as number;
  const isEnough = isMinimumExcluded ? number > minimum : number >= minimum;
  if (isNumber && isEnough && number <= (maximum ?? number)) return number;
  const inUnit = unitText(unit, name);
  const [least, most] = [written(minimum), maximum === undefined ? null : written(maximum)];
  const within = isMinimumExcluded
    ? `above ${least}${most === null ? "" : ` and at most ${most}`}${inUnit}`
    : most === null
      ? `${least}${inUnit} or more`
      : `from ${least} to ${most}${inUnit}`;
  const where = isOfOffer ? ` for ${offer.id}` : "";
  throw badInput(
    path,
    `${name} must be ${isWhole ? "a whole number, " : ""}${within}${where}, got ${number}.`,
  );
}

/** The unit behind a limit: things that are counted in the plural, and nothing where the field is named after it: `nodes`, `storedGb`. */
function unitText(unit: string, name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d%]+/);
  const isSaid = words.some((word) => singular(word) === singular(unit.toLowerCase()));
  if (unit === "-" || isSaid) return "";
  return ` ${/^[a-z]{3,}$/.test(unit) ? plural(unit) : unit}`;
}

function singular(word: string): string {
  return word.length > 2 ? word.replace(/(?<=ss|x|ch|sh)es$|(?<!s)s$/, "") : word;
}

function plural(word: string): string {
  const one = singular(word);
  return /(?:s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

/** With commas between thousands, so that zeros need not be counted. */
function written(limit: number): string {
  return limit.toLocaleString("en", { maximumFractionDigits: 20 });
}

/** Whether limits rest on a factor, so that they are known on a day alone. */
export function areOfDay<E>(limits: LimitsOf<E> | undefined): boolean {
  return typeof limits === "object" && typeof limits.maximum === "object";
}
