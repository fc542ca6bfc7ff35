import { exactly, type Range } from "../../core/formulas";
import type { RuleValue, RuleValues } from "./rule-value";
import type { RuledPart } from "./rules";

/** How many there are of a part, or the value that does not say it. */
export type HowMany =
  | { readonly times: Range; readonly says: string | null; readonly isSensitive: boolean }
  | { readonly missing: RuleValue };

/**
 * How many a part is: a count, and the least and most of it where it scales by itself.
 * @param said by the usage; null if it says nothing of this
 */
export function howMany({ rules }: RuledPart, values: RuleValues, said: number | null): HowMany {
  if (said !== null) return exact(said);
  const { "@times": times, "@scales": scales, "@least": least, "@most": most } = rules;
  if (times === undefined) return exact(1);
  const expected = values.of(times);
  const count = countIn(expected);
  if (count === null) return { missing: expected };
  const found = [least, most].map((rule) => (rule === undefined ? null : values.of(rule)));
  const scaling = scales === undefined ? null : values.of(scales);
  const isSensitive = [expected, ...found].some((one) => one?.state === "known" && one.isSensitive);
  if (scaling?.state === "unknown") return { missing: scaling };
  const doesScale = scaling === null ? least !== undefined : answerOf(scaling) === "yes";
  if (!doesScale) return { ...exact(count), isSensitive };
  // A range would end where nobody says that it does.
  const awaited = found.find((one) => one?.state === "unknown");
  if (awaited != null) return { missing: awaited };
  const [low = count, high = count] = found.map((one) => (one === null ? count : (countIn(one) ?? count)));
  const range = { low: Math.min(low, count), expected: count, high: Math.max(high, count) };
  const says = least?.says ?? most?.says ?? null;
  return { times: range, says: range.low === range.high ? null : says, isSensitive };
}

function exact(count: number) {
  return { times: exactly(count), says: null, isSensitive: false };
}

/** More than anybody has of anything: sums of them would soon be no numbers. */
const MOST = 1e7;

function countIn(found: RuleValue): number | null {
  if (found.state !== "known") return null;
  const count = Number(found.value);
  return count >= 0 && count <= MOST ? count : null;
}

function answerOf(found: RuleValue): string | number | null {
  return found.state === "known" ? found.value : null;
}
