import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Footprint } from "./footprint";
import { OperatorEstimate } from "./operator-estimate";

/** What a gateway sends of an entity, read by name. */
interface Given {
  id(): string;
}

/** A resource that another subgraph owns and this one adds a footprint to. A product extends it with what it requires. */
@ObjectType()
export abstract class ForeignEntity<G extends Given = Given> {
  constructor(protected readonly given: G) {}

  @Field(() => ID, { description: "Identifier, as the owner of the resource gives it." })
  get id(): string {
    return this.given.id();
  }
}

/** A field of an entity that its owner knows. */
export function External(): PropertyDecorator & MethodDecorator {
  return Directive("@external");
}

/** The footprint of an entity: a field that fails alone, and what its owner must send for it. */
export function FootprintRequiring(fields: string): MethodDecorator {
  return requiring(fields, () => Footprint, {
    nullable: true,
    description: `Its footprint in a period, computed from its ${fields}. ${FAILS_ALONE}`,
  });
}

/** What the operator published for an entity, in the same way. */
export function OperatorEstimateRequiring(fields: string): MethodDecorator {
  return requiring(fields, () => OperatorEstimate, {
    nullable: true,
    description: `The operator's own published estimate for it, found by its ${fields}, as last recorded by the end of the period or by the day of asOf, together with ours for that day. Null if no estimate had been recorded by then. ${FAILS_ALONE}`,
  });
}

const FAILS_ALONE =
  "Null, with an error at its path, if it cannot be computed; other entities are not affected.";

function requiring(
  fields: string,
  type: () => object,
  options: { readonly nullable: boolean; readonly description: string },
): MethodDecorator {
  const requires: MethodDecorator = Directive(`@requires(fields: "${fields}")`);
  const field: MethodDecorator = Field(type as never, options);
  return (target, key, descriptor) => {
    field(target, key, descriptor);
    requires(target, key, descriptor);
  };
}
