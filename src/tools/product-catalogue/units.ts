import type { UnitOfMeasure } from "./product";

/** Hours of one unit of time [h]; a month is 730 h, as the catalogue itself reckons. */
const HOURS: ReadonlyMap<string, number> = new Map([
  ["minute", 1 / 60],
  ["hour", 1],
  ["month", 730],
]);

/** Hours of use in one unit of measure [h]; null where it is not a length of time, such as a set-up. */
export function hoursIn({ unit, size }: UnitOfMeasure): number | null {
  const hours = HOURS.get(unit);
  return hours === undefined || size === 0 ? null : hours * size;
}
