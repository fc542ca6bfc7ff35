import type { ValuePath } from "../../core/contract";
import type { TerraformResource } from "../document";
import type { KnownValue } from "../resolve/found";
import type { Values } from "../resolve/values";
import type { Rule } from "./rules";

/** What a rule finds: a text or a number, nothing, or why it cannot be found. */
export type RuleValue =
  | ({ readonly state: "known"; readonly value: string | number } & Pick<
      KnownValue,
      "isSensitive" | "isOfProvider" | "says"
    >)
  | { readonly state: "unsaid" }
  | { readonly state: "unknown"; readonly attribute: string; readonly isOfProvider: boolean }
  | { readonly state: "odd"; readonly attribute: string };

/** Values of the resource of a part, as its rules look for them. */
export class RuleValues {
  /** @param element place of the part in the list that it is made for; null where there is none */
  constructor(
    readonly resource: TerraformResource,
    readonly values: Values,
    readonly element: number | null = null,
  ) {}

  of(rule: Rule): RuleValue {
    let awaited: RuleValue = { state: "unsaid" };
    for (const path of rule.from) {
      const own = this.ownPath(path);
      const found = this.values.at(this.resource, own);
      if (found.state === "unsaid") continue;
      const attribute =
        (found.state === "unknown" ? found.attribute : null) ?? own.map((one) => one.join(".")).join(" of ");
      if (found.state === "unknown") {
        awaited = { ...found, attribute };
        if (!found.isNull) return awaited;
        continue;
      }
      const value = meantBy(found.value, rule);
      if (value === null) return { state: "odd", attribute };
      const { isSensitive, isOfProvider } = found;
      // Without a default, what is to be said holds for every value.
      return {
        state: "known",
        value,
        isSensitive,
        isOfProvider,
        says: found.says ?? (rule.default === null ? rule.says : null),
      };
    }
    // What nothing stands in for cannot be null.
    if (rule.default === null) return awaited;
    return { state: "known", value: rule.default, isSensitive: false, isOfProvider: false, says: rule.says };
  }

  /** The list that the first attribute of a rule names; null where it is not known. */
  listOf(rule: Rule): readonly unknown[] | null {
    const [path] = rule.from as readonly [ValuePath];
    const found = this.values.at(this.resource, path);
    if (found.state === "unsaid") return [];
    return found.state === "known" && Array.isArray(found.value) ? found.value : null;
  }

  /** Other resources that the first attribute of a rule names. */
  linkedBy(rule: Rule): readonly TerraformResource[] {
    const [[attribute = []] = []] = rule.from;
    return this.values.linked(this.resource, attribute);
  }

  inElement(element: number): RuleValues {
    return new RuleValues(this.resource, this.values, element);
  }

  private ownPath(path: ValuePath): ValuePath {
    const { element } = this;
    if (element === null) return path;
    return path.map((attribute) => attribute.map((step) => (step === "*" ? String(element) : step)));
  }
}

/** A plain value as the rule means it; null for what is no plain value. */
function meantBy(value: unknown, { values, scale }: Rule): string | number | null {
  if (typeof value === "number" && scale !== null) return value * scale;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
  const text = String(value);
  const replacement = values.find(({ pattern }) => pattern.test(text));
  if (replacement !== undefined) return replacement.to;
  return typeof value === "boolean" ? text : value;
}
