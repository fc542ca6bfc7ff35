import { Field, InputType } from "type-graphql";
import { badInput, type ProductPlugin } from "../core/contract";

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
  for (const { kind, graphql, product } of plugins) {
    const member = Field(() => graphql.input, { nullable: true, description: product.description });
    member(ResourceInput.prototype, kind);
  }
  return ResourceInput;
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
