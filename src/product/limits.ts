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
  const inUnit = unit === "-" ? "" : ` ${unit}`;
  const within = isMinimumExcluded
    ? `above ${minimum}${maximum === undefined ? "" : ` and at most ${maximum}`}${inUnit}`
    : maximum === undefined
      ? `${minimum}${inUnit} or more`
      : `from ${minimum} to ${maximum}${inUnit}`;
  const where = isOfOffer ? ` for ${offer.id}` : "";
  throw badInput(
    path,
    `${name} must be ${isWhole ? "a whole number, " : ""}${within}${where}, got ${number}.`,
  );
}

/** Whether limits rest on a factor, so that they are known on a day alone. */
export function areOfDay<E>(limits: LimitsOf<E> | undefined): boolean {
  return typeof limits === "object" && typeof limits.maximum === "object";
}
