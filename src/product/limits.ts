import { badInput } from "../core/errors";
import type { CheckAt } from "./check-at";

/** Least and most of a number; no maximum where only what it is used for has one. */
export interface Limits {
  readonly minimum: number;
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
  const { minimum, maximum: limit } = isOfOffer ? limits(offer.entry, catalogue as never) : limits;
  const maximum = typeof limit === "object" ? factors?.value(limit.series).range.expected : limit;
  const isNumber = isWhole ? Number.isInteger(value) : Number.isFinite(value);
  const number = value as number;
  if (isNumber && number >= minimum && number <= (maximum ?? number)) return number;
  const inUnit = unit === "-" ? "" : ` ${unit}`;
  const within =
    maximum === undefined ? `${minimum}${inUnit} or more` : `from ${minimum} to ${maximum}${inUnit}`;
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
