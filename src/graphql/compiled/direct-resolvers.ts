import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from "graphql";
import { getMetadataStorage } from "type-graphql";
import type { Class } from "../../core/helpers";
import type { Member } from "./run";

/** Makes the resolver classes: the container of the product that a class belongs to. */
export type Instantiate = (resolver: Class) => object;

type Storage = ReturnType<typeof getMetadataStorage>;
type Parameters = Storage["params"];
type Read = (root: unknown, args: Record<string, unknown>, context: unknown, info: unknown) => unknown;

/**
 * Replaces the resolvers of TypeGraphQL by what they come to here. They make a promise of each argument, for checks that we
 * do not use, and an instance of each input, which ours do not need: an amount with a bound would cost a dozen promises.
 *
 * - A property or getter needs no resolver at all.
 * - A method is called with what its decorators name, and what it returns is returned.
 *
 * Other resolvers stay as they are.
 */
export function directResolvers(schema: GraphQLSchema, instantiate: Instantiate): void {
  const storage = getMetadataStorage();
  const params = byMethod(storage.params);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const isRoot = type === schema.getQueryType();
    for (const field of Object.values(type.getFields())) {
      const resolve = isRoot
        ? rootResolver(field, storage, params, instantiate)
        : methodResolver(field, classOf(type.name, storage), params);
      if (resolve !== undefined) field.resolve = resolve;
      else delete field.resolve;
    }
  }
}

type AnyResolver = GraphQLFieldResolver<unknown, unknown> | undefined;
type ByMethod = ReadonlyMap<unknown, ReadonlyMap<string, Parameters>>;

function rootResolver(
  field: GraphQLField<unknown, unknown>,
  storage: Storage,
  params: ByMethod,
  instantiate: Instantiate,
): AnyResolver {
  const query = storage.queries.filter(({ schemaName }) => schemaName === field.name);
  // A composition makes some resolver classes anew: which of them this field calls is known to its own resolver alone.
  if (query.length !== 1 || query[0] === undefined) return field.resolve;
  const { target, methodName } = query[0];
  const readers = readersOf(params.get(target)?.get(methodName) ?? []);
  if (readers === null) return field.resolve;
  const instance = instantiate(target as never) as Record<string, (...args: unknown[]) => unknown>;
  return (root, args, context, info) =>
    instance[methodName]?.(...readers.map((read) => read(root, args, context, info)));
}

/** Undefined for a property: the default resolver reads it. */
function methodResolver(
  field: GraphQLField<unknown, unknown>,
  cls: Class | undefined,
  params: ByMethod,
): AnyResolver {
  if (cls === undefined) return field.resolve;
  const owner = ownerOf(field.name, cls);
  if (owner === undefined) return undefined;
  const readers = readersOf(params.get(owner)?.get(field.name) ?? []);
  const original = field.resolve;
  if (readers === null) return original;
  const { name } = field;
  const resolve: GraphQLFieldResolver<unknown, unknown> = (root, args, context, info) => {
    const method = (root as Record<string, unknown>)[name];
    // TypeGraphQL converts a value that is no instance of the class.
    if (typeof method !== "function") return original?.(root, args, context, info);
    return method.apply(
      root,
      readers.map((read) => read(root, args, context, info)),
    );
  };
  if (isLeafType(getNamedType(field.type)) && !isAsynchronous(owner, name)) {
    const values = argumentReaders(params.get(owner)?.get(name) ?? []);
    if (values !== null) callByArguments.set(resolve, methodOf(name, values));
  }
  return resolve;
}

const callByArguments = new WeakMap<object, (args: Record<string, unknown>) => Member>();

/**
 * For code that knows the arguments when it is compiled, such as the bound of an amount: undefined for a resolver that reads
 * more than its object and arguments, or that may take its time.
 */
export function memberByArguments(
  resolve: GraphQLFieldResolver<never, never>,
): ((args: Record<string, unknown>) => Member) | undefined {
  return callByArguments.get(resolve);
}

function methodOf(
  name: string,
  readers: readonly ((args: Record<string, unknown>) => unknown)[],
): (args: Record<string, unknown>) => Member {
  return (args) => ({ name, call: readers.map((read) => read(args)) });
}

function classOf(typeName: string, { objectTypes }: Storage): Class | undefined {
  return objectTypes.filter(({ name }) => name === typeName).at(-1)?.target as Class | undefined;
}

/** The class on the way up that has the method; undefined where the name is of no method. */
function ownerOf(name: string, cls: Class): unknown {
  for (let { prototype } = cls; prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found !== undefined) return typeof found.value === "function" ? prototype.constructor : undefined;
  }
  return undefined;
}

function byMethod(all: Parameters): ByMethod {
  const byClass = new Map<unknown, Map<string, Parameters>>();
  for (const one of all) {
    const ofClass = byClass.get(one.target) ?? new Map<string, Parameters>();
    byClass.set(one.target, ofClass);
    ofClass.set(one.methodName, [...(ofClass.get(one.methodName) ?? []), one]);
  }
  return byClass;
}

function isAsynchronous(owner: unknown, name: string): boolean {
  const { prototype } = owner as Class;
  return Reflect.getMetadata("design:returntype", prototype, name) === Promise;
}

/** Null for a method that is handed more than arguments. */
function argumentReaders(params: Parameters): readonly ((args: Record<string, unknown>) => unknown)[] | null {
  const names = [...params]
    .sort((a, b) => a.index - b.index)
    .map((param) => (param.kind === "arg" ? param.name : null));
  return names.every((name) => name !== null) ? names.map((name) => (args) => args[name]) : null;
}

/** Null for a decorator that is not known here. */
function readersOf(params: Parameters): readonly Read[] | null {
  const readers = [...params].sort((a, b) => a.index - b.index).map(readerOf);
  return readers.every((one) => one !== null) ? readers : null;
}

function readerOf(param: Parameters[number]): Read | null {
  switch (param.kind) {
    case "arg": {
      const { name } = param;
      return (_root, args) => args[name];
    }
    case "context": {
      const { propertyName } = param;
      if (propertyName === undefined) return (_root, _args, context) => context;
      return (_root, _args, context) => (context as Record<string, unknown>)[propertyName];
    }
    case "custom": {
      const { resolver, options } = param;
      if (options.arg !== undefined) return null;
      return (root, args, context, info) =>
        resolver({ root, args, context: context as object, info: info as never });
    }
    default:
      return null;
  }
}
