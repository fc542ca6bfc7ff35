import type { Range } from "../../core/formulas";
import type { UsageOfResource } from "../usage";
import { howMany } from "./how-many";
import type { AccountContext, Lacking, Outcome } from "./line";
import type { Reason } from "./reasons";
import type { RuleValue, RuleValues } from "./rule-value";
import type { RuledField, RuledPart } from "./rules";

const NUMBERS = ["AMOUNT", "COUNT", "PERCENT"];

type FieldValue = RuleValue | { readonly state: "known"; readonly value: unknown; readonly isOfUsage: true };

/** One part of one resource, by its rules. */
export class PartAccount {
  constructor(
    private readonly part: RuledPart,
    private readonly values: RuleValues,
    private readonly usage: UsageOfResource,
    private readonly context: AccountContext,
  ) {}

  /** One, or one for each element of the list that the part is made for. */
  outcomes(): Outcome[] {
    const { "@each": each } = this.part.rules;
    if (each === undefined) return [this.outcome(this.values)];
    const list = this.values.listOf(each);
    if (list === null)
      return [
        this.without("UNKNOWN_UNTIL_APPLY", "How many there are is not known until the plan is applied."),
      ];
    if (list.length === 0) return [this.without("NO_FOOTPRINT", "There is none of it.")];
    return list.map((_one, index) => this.outcome(this.values.inElement(index)));
  }

  private outcome(values: RuleValues): Outcome {
    const absent = this.absence(values);
    if (absent !== null) return absent;
    const spec: Record<string, unknown> = {};
    const says: string[] = [];
    const hints: string[] = [];
    let isSensitive = false;
    for (const field of this.part.fields) {
      const found = this.fieldOf(field, values);
      if (found.state !== "known") {
        if (field.isRequired) return this.lacking(field.name, found);
        continue;
      }
      if (!("isOfUsage" in found)) {
        isSensitive ||= found.isSensitive;
        if (found.says !== null) says.push(found.says);
        if (!field.isRequired) hints.push(field.name);
      }
      spec[field.name] = found.value;
    }
    const many = howMany(this.part, values, this.usage.count);
    if ("missing" in many) return this.lacking("count", many.missing);
    if (many.says !== null) says.push(many.says);
    isSensitive ||= many.isSensitive;
    return { line: this.lineOf(spec, many.times, { isSensitive, hints }), says };
  }

  private lineOf(
    spec: Readonly<Record<string, unknown>>,
    times: Range,
    { isSensitive, hints }: { readonly isSensitive: boolean; readonly hints: readonly string[] },
  ) {
    const { name: part, kind, rules } = this.part;
    // What is reserved is had while nothing runs, too.
    const hours = rules["@always"] === undefined ? this.usage.hours : null;
    return { part, kind, spec, times, hours, isSensitive, hints };
  }

  /** Why the resource has no such part; null where it has it. */
  private absence(values: RuleValues): Outcome | null {
    const { "@when": when, "@counted_by": countedBy } = this.part.rules;
    if (countedBy !== undefined && values.linkedBy(countedBy).some(({ isData }) => !isData)) {
      return this.without("COUNTED_ELSEWHERE", "It is counted with another resource.");
    }
    if (when === undefined) return null;
    const found = values.of(when);
    if (found.state === "unknown" || found.state === "odd") return this.lacking(null, found);
    if (found.state === "unsaid" || found.value === "yes") return null;
    return this.without(
      found.value === "uncovered" ? "NOT_COVERED" : "NO_FOOTPRINT",
      when.says ?? "There is none of it.",
    );
  }

  private fieldOf({ name, role, rule }: RuledField, values: RuleValues): FieldValue {
    if (Object.hasOwn(this.usage.fields, name)) {
      return { state: "known", value: this.usage.fields[name], isOfUsage: true };
    }
    if (rule === null) return { state: "unsaid" };
    const found = values.of(rule);
    if (found.state !== "known") return found;
    if (NUMBERS.includes(role)) {
      const value = Number(found.value);
      return Number.isFinite(value) ? { ...found, value } : { state: "odd", attribute: name };
    }
    const value = String(found.value);
    if (role === "ZONE" && found.isOfProvider) return this.inRegion({ ...found, value }, values);
    return { ...found, value };
  }

  /** A zone that the resource does not say itself is one of its region. */
  private inRegion(found: RuleValue & { readonly state: "known" }, values: RuleValues): FieldValue {
    const { "@region": rule } = this.part.rules;
    const region = rule === undefined ? null : values.of(rule);
    // A default of the provider says less than the zone of its block.
    if (region?.state !== "known" || region.says !== null) return found;
    const zones = this.context.zonesOf(String(region.value));
    const [first] = zones;
    if (first === undefined || zones.includes(String(found.value))) return found;
    return {
      ...found,
      value: first,
      says: `Where a resource names a region and no zone, the first zone of the region is taken.`,
    };
  }

  private lacking(field: string | null, found: RuleValue): Outcome {
    if (found.state === "unknown") {
      return this.without(
        "UNKNOWN_UNTIL_APPLY",
        found.isOfProvider
          ? `${found.attribute} is an expression, whose value no plan has: --zone and --region say it.`
          : `${found.attribute} is not known until the plan is applied.`,
      );
    }
    if (found.state === "known") return this.without("REFUSED", `${field} is no number that can be.`);
    if (found.state === "odd")
      return this.without("REFUSED", `${found.attribute} is of another kind than is known.`);
    return this.without("NEEDS_USAGE", `${field} is not in the plan: a usage file can say it.`);
  }

  private without(reason: Reason, message: string): Outcome {
    const lacking: Lacking = { part: this.part.name, reason, message, suggestions: [] };
    return { lacking, says: [] };
  }
}
