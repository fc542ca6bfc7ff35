import { Field, Float, InputType } from "type-graphql";
import { PeriodInput } from "../../../schema/types";
import { type ProductPlugin } from "../../core/contract";
import type { PortfolioItem } from "../../estimates";
import { typesOf } from "../product";

export const RESOURCE_INPUT = "ResourceInput";

/** The input that has a member for each product: the core knows none, so the class is created for a composition. */
export function resourceInputFor(plugins: readonly ProductPlugin[]): new () => object {
  @InputType(RESOURCE_INPUT, {
    description:
      "Exactly one product, otherwise BAD_USER_INPUT. Each product of the graph has a member of its own.",
  })
  class ResourceInput {}
  for (const plugin of plugins) {
    const { input } = typesOf(plugin);
    const member = Field(() => input, { nullable: true, description: plugin.product.description });
    member(ResourceInput.prototype, plugin.kind);
  }
  return ResourceInput;
}

/** A line of a portfolio; the input of its resource is that of the composition. */
export function portfolioItemInputFor(ResourceInput: new () => object): new () => PortfolioItem {
  @InputType("PortfolioItemInput", { description: "One line of a portfolio." })
  class PortfolioItemInput implements PortfolioItem {
    @Field(() => String, { nullable: true, description: "A name for the line, returned with it." })
    readonly label?: string | null;

    @Field(() => Float, {
      defaultValue: 1,
      description: "How many of the resource, 0 to 9007199254740991; otherwise the item has an error.",
    })
    readonly count!: number;

    @Field(() => ResourceInput, { description: "What to compute: exactly one product." })
    readonly resource!: object;

    @Field(() => PeriodInput, {
      nullable: true,
      description: "Period of this item; default: that of the portfolio.",
    })
    readonly during?: PeriodInput | null;
  }
  return PortfolioItemInput;
}
