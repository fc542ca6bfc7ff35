import type { PageAmountsFragment } from "../generated/operations";
import type { CriterionText } from "./criteria";

/** A criterion of an impact with both ends of its range. */
export interface Amount {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** Null where it is unknown: that is not zero. */
export function amountOf(
  impact: Partial<PageAmountsFragment>,
  { field }: Pick<CriterionText, "field">,
): Amount | null {
  const [expected, low, high] = [impact[field], impact[`${field}Low`], impact[`${field}High`]];
  if (expected == null || low == null || high == null) return null;
  return { expected, low, high };
}
