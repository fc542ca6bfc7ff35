import { unique } from "../../core/helpers";
import type { TerraformResource } from "../document";
import type { UsageOfResource } from "../usage";
import type { AccountContext, Accounted } from "./line";
import { PartAccount } from "./part";
import { KNOWN_TO_BE_NOTHING } from "./reasons";
import { RuleValues } from "./rule-value";
import type { RuledPart } from "./rules";

/** Makes lines of a resource by the rules of its type. */
export function accountOf(
  resource: TerraformResource,
  parts: readonly RuledPart[],
  usage: UsageOfResource,
  context: AccountContext,
): Accounted {
  const values = new RuleValues(resource, context.values);
  const outcomes = parts.flatMap((part) => new PartAccount(part, values, usage, context).outcomes());
  const lines = outcomes.flatMap((one) => ("line" in one ? [one.line] : []));
  const without = outcomes.flatMap((one) => ("lacking" in one ? [one.lacking] : []));
  const lacking = without.filter(({ reason }) => !KNOWN_TO_BE_NOTHING.includes(reason));
  const [nothing = null] = lines.length + lacking.length > 0 ? [] : without;
  const assumed = unique(outcomes.flatMap((one) => ("line" in one ? one.says : [])));
  return { lines, lacking, nothing: nothing === null ? null : { ...nothing, part: null }, assumed };
}
