import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import type { CostedRequest } from "../variable-cost";

/** A value in a document: a literal, or a function of the variables. */
export type ArgumentValue =
  | { readonly isKnown: true; readonly value: unknown }
  | { readonly isKnown: false; of(request: CostedRequest): unknown };

/** The value of an argument as a client wrote it; a variable that is not sent has its default. */
export function argumentOf(
  node: FieldNode,
  name: string,
  defaults: ReadonlyMap<string, unknown>,
): ArgumentValue | undefined {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined) return undefined;
  if (value.kind === Kind.VARIABLE) {
    const variable = value.name.value;
    const byDefault = defaults.get(variable);
    return {
      isKnown: false,
      of: ({ variables }) => (Object.hasOwn(variables, variable) ? variables[variable] : byDefault),
    };
  }
  if (!hasVariable(value)) return { isKnown: true, value: valueFromASTUntyped(value) };
  return { isKnown: false, of: ({ variables }) => withVariables(value, variables, defaults) };
}

/** What the variables of an operation are where nothing is sent. */
export function defaultsOf({
  variableDefinitions = [],
}: OperationDefinitionNode): ReadonlyMap<string, unknown> {
  return new Map(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariable(field.value));
}

function withVariables(
  value: ValueNode,
  variables: Readonly<Record<string, unknown>>,
  defaults: ReadonlyMap<string, unknown>,
): unknown {
  // Without a prototype: the name of a variable can be that of something that objects inherit.
  const all = Object.assign(Object.create(null), Object.fromEntries(defaults), variables);
  return valueFromASTUntyped(value, all);
}
