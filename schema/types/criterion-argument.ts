import { Arg } from "type-graphql";
import { CriterionEnum } from "./enums";

/** Adds the argument that names a criterion; greenhouse gases when left out. */
export function CriterionArgument(description: string): ParameterDecorator {
  const arg = Arg("criterion", () => CriterionEnum, { defaultValue: "KG_CO2_EQUIVALENT", description });
  return (target, property, index) => arg(target, property as string, index);
}
