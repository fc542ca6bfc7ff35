import { type FieldNode, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo } from "graphql";
import { memberByArguments } from "./direct-resolvers";
import { fieldArguments } from "./field-arguments";
import { memberReader } from "./member-reader";
import type { Member, Path, Run, Source } from "./run";

type Field = GraphQLField<unknown, unknown>;

/** What a resolver gets about its place in the answer. */
export type InfoIn = (run: Run, path: Path) => GraphQLResolveInfo;

/** Reads the value of a field, or a promise of one: from its object alone, or by a resolver. */
export type FieldReader =
  | { readonly isPure: true; readonly member: Member; readonly read: (object: unknown) => unknown }
  | { readonly isPure: false; resolve(object: unknown, run: Run, path: Path): unknown };

export function fieldReader(field: Field, node: FieldNode, infoIn: InfoIn): FieldReader {
  const { name, resolve } = field;
  if (resolve === undefined) return pureReader({ name, call: null });
  const args = fieldArguments(field, node);
  if ("argumentsIn" in args) {
    return {
      isPure: false,
      resolve: (object, run, path) =>
        resolve(object, args.argumentsIn(run.variables), run.context, infoIn(run, path)),
    };
  }
  const member = memberByArguments(resolve)?.(args.constant);
  if (member !== undefined) return pureReader(member);
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

function pureReader(member: Member): FieldReader {
  return { isPure: true, member, read: memberReader(member) };
}
