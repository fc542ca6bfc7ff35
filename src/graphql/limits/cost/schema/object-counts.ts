import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from "graphql";
import { plainName } from "../../../forms";
import { OTHER_SIZE, ROOT_SIZE, SIZES } from "../weights";
import { isEntity, isList, sizingArgument } from "./type-kinds";

/** Which types are objects of their own, and how many of them lists hold: products from outside have theirs without saying so. */
export class ObjectCounts {
  private readonly values = new Map<GraphQLNamedType, boolean>();

  /** Lists that hold one for each element of an argument of the same name, a step above: `Portfolio.items`. */
  private readonly sized = new Set<string>();

  constructor(private readonly schema: GraphQLSchema) {
    for (const field of this.fieldsOfAll()) {
      const argument = sizingArgument(field);
      if (argument) this.sized.add(`${getNamedType(field.type).name}.${argument.name}`);
    }
    const listed = new Set(
      this.fieldsOfAll().flatMap(({ type }) => (isList(type) ? [getNamedType(type)] : [])),
    );
    for (const type of listed) this.values.set(type, false);
  }

  /**
   * Whether things of a type count as objects, as they do for a router. An object that is a mere value of its parent, such as
   * an impact, counts nothing beside its fields: it never comes in lists, and holds but scalars and such objects.
   */
  isObject(type: GraphQLNamedType): boolean {
    return !isLeafType(type) && !this.isValue(type);
  }

  /** How many a list is taken to hold. */
  sizeOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): number {
    if (parent.name === "__Schema" && field.name === "types")
      return Object.keys(this.schema.getTypeMap()).length;
    const own = SIZES[`${plainName(parent)}.${plainName(field)}`];
    if (own !== undefined) return own;
    const inherited = isObjectType(parent)
      ? parent.getInterfaces().map((one) => SIZES[`${plainName(one)}.${field.name}`])
      : [];
    const isRoot = parent === this.schema.getQueryType();
    return inherited.find((size) => size !== undefined) ?? (isRoot ? ROOT_SIZE : OTHER_SIZE);
  }

  /** How often a field that is no list holds something: 1 unless it is known to be rarer. */
  shareOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): number {
    return SIZES[`${plainName(parent)}.${field.name}`] ?? 1;
  }

  isSized(parent: GraphQLNamedType, field: string): boolean {
    return this.sized.has(`${parent.name}.${field}`);
  }

  private isValue(type: GraphQLNamedType): boolean {
    const known = this.values.get(type);
    if (known !== undefined) return known;
    // A recursive type does not count as part of its parent.
    this.values.set(type, false);
    const isValue =
      isObjectType(type) &&
      type !== this.schema.getQueryType() &&
      type.getInterfaces().length === 0 &&
      !isEntity(type) &&
      Object.values(type.getFields()).every((field) => {
        const inner = getNamedType(field.type);
        return isLeafType(inner) || (!isList(field.type) && this.isValue(inner));
      });
    this.values.set(type, isValue);
    return isValue;
  }

  private fieldsOfAll(): GraphQLField<unknown, unknown>[] {
    return Object.values(this.schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
    );
  }
}

const models = new WeakMap<GraphQLSchema, ObjectCounts>();

export function objectCountsOf(schema: GraphQLSchema): ObjectCounts {
  let model = models.get(schema);
  if (model === undefined) {
    model = new ObjectCounts(schema);
    models.set(schema, model);
  }
  return model;
}
