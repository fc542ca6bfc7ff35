import { exactly, type Range } from "../../core/formulas";
import type { RuleValue, RuleValues } from "./rule-value";
import type { RuledPart } from "./rules";

/** How many there are of a part, or the value that does not say it. */
export type HowMany =
  | { readonly times: Range; readonly says: string | null }
  | { readonly missing: RuleValue };

/**
 * How many a part is: a count, and the least and most of it where it scales by itself.
 * @param said by the usage; null where it says nothing
 */
export function howMany({ rules }: RuledPart, values: RuleValues, said: number | null): HowMany {
  if (said !== null) return { times: exactly(said), says: null };
  const { "@times": times, "@scales": scales, "@least": least, "@most": most } = rules;
  if (times === undefined) return { times: exactly(1), says: null };
  const expected = values.of(times);
  const count = countIn(expected);
  if (count === null) return { missing: expected };
  const doesScale = scales === undefined ? least !== undefined : answerOf(values.of(scales)) === "yes";
  if (!doesScale) return { times: exactly(count), says: null };
  const endOf = (rule: typeof least): number =>
    rule === undefined ? count : (countIn(values.of(rule)) ?? count);
  const [low, high] = [Math.min(endOf(least), count), Math.max(endOf(most), count)];
  const says = least?.says ?? most?.says ?? null;
  return { times: { low, expected: count, high }, says: low === high ? null : says };
}

function countIn(found: RuleValue): number | null {
  if (found.state !== "known") return null;
  const count = Number(found.value);
  return Number.isFinite(count) && count >= 0 ? count : null;
}

function answerOf(found: RuleValue): string | number | null {
  return found.state === "known" ? found.value : null;
}
