import { type FieldNode, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo } from "graphql";
import { type ReadOfObject, readerByArguments } from "./direct-resolvers";
import { fieldArguments } from "./field-arguments";
import type { Path, Run, Source } from "./run";
import { NotAnswered } from "./text";

type Field = GraphQLField<unknown, unknown>;

/** What a resolver gets about its place in the answer. */
export type InfoIn = (run: Run, path: Path) => GraphQLResolveInfo;

/** Reads the value of a field, or a promise of one: from its object alone, or by a resolver. */
export type FieldReader =
  | { readonly isPure: true; readonly read: ReadOfObject }
  | { readonly isPure: false; resolve(object: unknown, run: Run, path: Path): unknown };

export function fieldReader(field: Field, node: FieldNode, infoIn: InfoIn): FieldReader {
  const { name, resolve } = field;
  if (resolve === undefined) return { isPure: true, read: propertyReader(name) };
  const args = fieldArguments(field, node);
  if ("argumentsIn" in args) {
    return {
      isPure: false,
      resolve: (object, run, path) =>
        resolve(object, args.argumentsIn(run.variables), run.context, infoIn(run, path)),
    };
  }
  const read = readerByArguments(resolve)?.(args.constant);
  if (read !== undefined) return { isPure: true, read };
  return {
    isPure: false,
    resolve: (object, run, path) => resolve(object, args.constant, run.context, infoIn(run, path)),
  };
}

export function resolveInfo(
  parentType: GraphQLObjectType,
  { name: fieldName, type: returnType }: Field,
  fieldNodes: readonly FieldNode[],
  { schema, fragments, operation }: Source,
): InfoIn {
  return ({ variables: variableValues }, path) => ({
    fieldName,
    fieldNodes,
    returnType,
    parentType,
    path: path as GraphQLResolveInfo["path"],
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues,
  });
}

/** A function for each field: one for all would meet objects of every kind, which engines are slow at. */
function propertyReader(name: string): ReadOfObject {
  const read = new Function("object", `return object[${JSON.stringify(name)}]`) as ReadOfObject;
  return (object) => {
    const value = read(object);
    if (typeof value === "function") throw new NotAnswered("a method that no resolver calls");
    return value;
  };
}
