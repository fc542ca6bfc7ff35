import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  Kind,
  visit,
} from "graphql";
import { argumentsAlone } from "../lean-resolvers";
import type { Path, Run, Source } from "./run";
import { NotAnswered } from "./text";

/** Reads the value of a field from its object: a value, or a promise of one. */
export interface FieldReader {
  read(source: unknown, run: Run, path: Path): unknown;
  /** Whether the object alone decides on the value. */
  readonly isPure: boolean;
}

export function fieldReader(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  source: Source,
): FieldReader {
  const { name, resolve } = field;
  if (resolve === undefined) return { isPure: true, read: (object) => property(object, name) };
  const node = nodes[0] as FieldNode;
  const isConstant = !readsVariables(node);
  const constant = isConstant ? getArgumentValues(field, node) : {};
  const method = isConstant ? argumentsAlone(resolve)?.(constant) : undefined;
  if (method !== undefined) return { isPure: true, read: method };
  const argsIn = isConstant ? () => constant : argumentsOnce(field, node);
  const infoIn = resolveInfo(parent, field, nodes, source);
  return {
    isPure: false,
    read: (object, run, path) => resolve(object, argsIn(run), run.context, infoIn(run, path)),
  };
}

/** What a resolver is told of where it stands. */
export function resolveInfo(
  parentType: GraphQLObjectType,
  { name: fieldName, type: returnType }: GraphQLField<unknown, unknown>,
  fieldNodes: readonly FieldNode[],
  { schema, fragments, operation }: Source,
): (run: Run, path: Path) => GraphQLResolveInfo {
  const fixed = { fieldName, fieldNodes, returnType, parentType, schema, fragments, operation, rootValue: undefined };
  return ({ variables }, path) => ({ ...fixed, path, variableValues: variables });
}

function property(object: unknown, name: string): unknown {
  const value = (object as Record<string, unknown>)[name];
  if (typeof value === "function") throw new NotAnswered();
  return value;
}

function argumentsOnce(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (run: Run) => Record<string, unknown> {
  return (run) => {
    let args = run.args.get(node);
    if (args === undefined) {
      args = getArgumentValues(field, node, run.variables);
      run.args.set(node, args);
    }
    return args;
  };
}

function readsVariables(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      [Kind.VARIABLE]: () => {
        found = true;
      },
    });
  }
  return found;
}
