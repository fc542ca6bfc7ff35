import { Field, Float, InputType } from "type-graphql";
import { PeriodInput } from "../../schema/types";
import { type ProductPlugin } from "../core/contract";
import { badInput } from "../core/errors";
import { typesOf } from "./product";

/** A line of a portfolio, as it was asked. */
export interface ItemArgument {
  readonly label?: string | null;
  readonly count: number;
  readonly resource: object;
  readonly during?: PeriodInput | null;
}

export const RESOURCE_INPUT = "ResourceInput";

/** A resource of any product of the composition: what exactly one member of the input says. */
export interface ResourceChoice {
  readonly kind: string;
  readonly spec: object;
}

/** The input that has a member for each product: the core knows none, so the class is made for a composition. */
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
export function portfolioItemInputFor(ResourceInput: new () => object): new () => ItemArgument {
  @InputType("PortfolioItemInput", { description: "One line of a portfolio." })
  class PortfolioItemInput implements ItemArgument {
    @Field(() => String, { nullable: true, description: "A name for the line, given back with it." })
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
      description: "Period of this item; that of the portfolio when left out.",
    })
    readonly during?: PeriodInput | null;
  }
  return PortfolioItemInput;
}

/**
 * The one member that is given. The schema says `@oneOf`, but a gateway may drop it: it is enforced here too.
 * @throws DomainError BAD_USER_INPUT for none or several.
 */
export function chosenResource(input: object): ResourceChoice {
  const given = Object.entries(input).filter(([, spec]) => spec !== null && spec !== undefined);
  const [only] = given;
  if (only === undefined || given.length > 1) {
    const found = given.length === 0 ? "none" : given.map(([kind]) => kind).join(" and ");
    throw badInput("resource", `A resource must be of exactly one product, got ${found}.`);
  }
  return { kind: only[0], spec: only[1] as object };
}
