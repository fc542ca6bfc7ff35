import { Arg, Field, Float } from "type-graphql";
import { CRITERIA, type Criterion, type CriterionRow } from "../../src/core/footprint";
import type { Bound } from "../../src/core/formulas";
import { BoundEnum, type BoundName, boundOf } from "./enums";

/** Amounts by criterion and bound; null where one is unknown. */
export interface AmountsByCriterion {
  amount(criterion: Criterion, bound: Bound): number | null;
}

/**
 * Adds a field for each criterion to a type of the graph, whose argument chooses the bound.
 * @param whenUnknown the sentence that says when it is null
 */
export function addCriterionFields(
  { prototype }: { readonly prototype: AmountsByCriterion },
  whenUnknown: (unknown: string) => string,
): void {
  for (const { field, sentence, unknown } of CRITERIA as readonly CriterionRow[]) {
    const descriptor = {
      configurable: true,
      value(this: AmountsByCriterion, bound: BoundName): number | null {
        return this.amount(field as Criterion, boundOf(bound));
      },
    };
    Object.defineProperty(prototype, field, descriptor);
    const options =
      unknown === null
        ? { description: sentence }
        : { description: `${sentence} ${whenUnknown(unknown)}`, nullable: true };
    BoundArgument()(prototype, field, 0);
    (Field(() => Float, options) as MethodDecorator)(prototype, field, descriptor);
  }
}

function BoundArgument(): ParameterDecorator {
  const arg = Arg("bound", () => BoundEnum, {
    defaultValue: "EXPECTED",
    description: "Which figure: the central estimate, or an end of the uncertainty range.",
  });
  return (target, property, index) => arg(target, property as string, index);
}
