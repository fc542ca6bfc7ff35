import { Field, InputType, ObjectType } from "type-graphql";
import { Resource } from "../../../schema/types";
import type { BoundProduct, ProductDescription } from "../../core/contract";
import { addColumns, addProperty, type Class, valueType } from "./columns";

/** The input of a product: a field for each of its own. */
export function inputTypeOf({ resource, input, fields }: ProductDescription): Class {
  const name = `${resource.name}Input`;
  @InputType(name, { description: input.description })
  class Input {}
  for (const [field, { type, input: description, isOptional, ...text }] of Object.entries(fields)) {
    const value = text.default === undefined ? {} : { defaultValue: text.default };
    const decorate = Field(valueType(type) as never, { description, nullable: isOptional, ...value });
    decorate(Input.prototype, field);
  }
  return named(Input, name);
}

/** A resource of a described product. */
export type ResourceType = new (spec: object, product: BoundProduct) => Resource;

/** What the graph shows of a resource: its fields, and what the product shows beside them. */
export function resourceTypeOf({ kind, resource, fields, shows }: ProductDescription): ResourceType {
  @ObjectType(resource.name, { implements: Resource, description: resource.description })
  class Described extends Resource {
    readonly written: Readonly<Record<string, unknown>>;
    readonly checked: object;

    constructor(spec: object, product: BoundProduct) {
      const { name, place, checked } = product.check(spec);
      super(kind, spec, { name, place: place.name });
      this.written = product.shown(spec);
      this.checked = checked;
    }
  }
  for (const [field, { type, shown: description, isOptional }] of Object.entries(fields)) {
    if (description === undefined) continue;
    const options = { type: valueType(type), description, nullable: isOptional };
    addProperty(Described, field, options, ({ written }) => written[field] ?? null);
  }
  addColumns(Described, shows, ({ checked }) => checked);
  return named(Described, resource.name);
}

/** The class by the name of its type: the graph finds entities by it. */
export function named<T extends Class>(cls: T, name: string): T {
  return Object.defineProperty(cls, "name", { value: name });
}
