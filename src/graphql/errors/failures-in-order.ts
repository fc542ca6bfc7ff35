import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { RequestContext } from "../context";

/** A program that asks for what no request is needed for, such as a list of types, gives no context. */
type Resolve = GraphQLFieldResolver<unknown, RequestContext | undefined>;

/**
 * Where several fields of an object fail that must not be null, one error tells why the object is null. graphql-js takes the one
 * that fails first in time, which depends on what is cached; with this it is the first in the document whose own resolver fails, as
 * that waits for the resolvers of those before it. What fails further below them is not waited for.
 */
export function failInOrder(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      // Leaves are read of what is there, and fail at once.
      if (field.resolve === undefined || isLeafType(getNamedType(field.type))) continue;
      field.resolve = inOrder(field.resolve, isNonNullType(field.type));
    }
  }
}

function inOrder(resolve: Resolve, isRequired: boolean): Resolve {
  return (source, args, context, info) => {
    const underWay = context?.underWay;
    // What is compiled tells of no failures: it is executed again.
    if (underWay == null) return resolve(source, args, context, info);
    const before = underWay.get(info.path.prev);
    const fail = async (error: unknown): Promise<never> => {
      await before;
      throw error;
    };
    const waits = isRequired && before !== undefined;
    let value: unknown;
    try {
      value = resolve(source, args, context, info);
    } catch (error) {
      if (!waits) throw error;
      return fail(error);
    }
    if (!(value instanceof Promise)) return value;
    const awaited = waits ? value.catch(fail) : value;
    // Without their values, which would be kept until the last of them is there.
    const done = awaited.then(nothing, nothing);
    underWay.set(info.path.prev, before === undefined ? done : Promise.all([before, done]).then(nothing));
    return awaited;
  };
}

function nothing(): void {}
