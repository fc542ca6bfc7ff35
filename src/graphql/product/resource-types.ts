import { Field, InputType, ObjectType } from "type-graphql";
import { DescribedResource, Resource } from "../../../schema/types";
import type { LoadedProduct, NestedInput, ProductDescription } from "../../core/contract";
import type { Class } from "../../core/helpers";
import { takeArguments } from "./arguments";
import { addColumns, addProperty, valueType } from "./columns";

/** The input of a product: a field for each of its own. */
export function inputTypeOf({ resource, input, fields }: ProductDescription): Class {
  return inputType({ name: `${resource.name}Input`, description: input.description, fields });
}

function inputType({ name, description, fields }: NestedInput): Class {
  @InputType(name, { description })
  class Input {}
  for (const [field, { type, input: description, isOptional: nullable, nested, ...text }] of Object.entries(
    fields,
  )) {
    const inner = nested === undefined ? undefined : inputType(nested);
    const typeOf = inner === undefined ? valueType(type) : () => [inner];
    const fallback = inner === undefined ? text.default : [];
    const options = { description, nullable, ...(fallback === undefined ? {} : { defaultValue: fallback }) };
    Field(typeOf as never, options)(Input.prototype, field);
  }
  return named(Input, name);
}

/** A resource of a described product. */
export type ResourceType = new (spec: object, product: LoadedProduct) => Resource;

/**
 * What the graph shows of a resource: its fields, and what the product adds to them.
 * @param base a class of the product's own that has more fields
 */
export function resourceTypeOf(
  description: ProductDescription,
  base: Class = DescribedResource as never,
): ResourceType {
  const { kind, resource, fields, shows } = description;
  requireOwnNames(description);
  @ObjectType(resource.name, { implements: Resource, description: resource.description })
  class Described extends (base as Class<DescribedResource>) {
    constructor(spec: object, product: LoadedProduct) {
      super(kind, spec, product);
    }
  }
  for (const [field, { type, shown: description, isOptional }] of Object.entries(fields)) {
    if (description === undefined) continue;
    const options = { type: valueType(type), description, nullable: isOptional };
    addProperty(Described, field, options, ({ written }) => written[field] ?? null);
  }
  takeArguments(Described as never, description);
  addColumns(Described, shows, ({ checked }) => checked);
  return named(Described, resource.name);
}

/** @throws Error for something that is shown by a name that every resource has for something else */
function requireOwnNames({ kind, fields, shows }: ProductDescription): void {
  const shown = Object.entries(fields).flatMap(([name, one]) => (one.shown === undefined ? [] : [name]));
  const taken = [...shown, ...Object.keys(shows)].find((name) => DescribedResource.hasOwn(name));
  if (taken === undefined) return;
  throw new Error(
    `the product "${kind}" shows "${taken}", a name that every resource has for something else: give it another one`,
  );
}

/** The class by the name of its type: the graph finds entities by it. */
export function named<T extends Class>(cls: T, name: string): T {
  return Object.defineProperty(cls, "name", { value: name });
}
