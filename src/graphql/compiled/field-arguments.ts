import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
  visit,
} from "graphql";
import { NotAnswered } from "./text";

type Values = Readonly<Record<string, unknown>>;

/** Arguments of a field of a valid document, by the coerced variables of a request. */
export type ArgumentsIn = (variables: Values) => Record<string, unknown>;

/** All of them where they are known when the field is compiled, or a function where variables say some. */
export function fieldArguments(
  { args }: GraphQLField<unknown, unknown>,
  { arguments: given = [] }: FieldNode,
): { readonly constant: Record<string, unknown> } | { readonly argumentsIn: ArgumentsIn } {
  const values = new Map(given.map(({ name, value }) => [name.value, value]));
  const writers = args.map((argument) => writer(argument, values.get(argument.name)));
  const argumentsIn: ArgumentsIn = (variables) => {
    const result: Record<string, unknown> = {};
    for (const { name, valueIn, isRequired } of writers) {
      const value = valueIn(variables);
      if (value == null && isRequired) throw new NotAnswered(`no value of the argument ${name}`);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };
  return given.some(({ value }) => readsVariables(value)) ? { argumentsIn } : { constant: argumentsIn({}) };
}

interface Writer {
  readonly name: string;
  readonly isRequired: boolean;
  /** Undefined for an argument that is left out. */
  readonly valueIn: (variables: Values) => unknown;
}

function writer({ name, type, defaultValue }: GraphQLArgument, value: ValueNode | undefined): Writer {
  const isRequired = isNonNullType(type);
  if (value === undefined) return { name, isRequired, valueIn: () => defaultValue };
  if (value.kind === Kind.VARIABLE) {
    const variable = value.name.value;
    return {
      name,
      isRequired,
      valueIn: (variables) => (Object.hasOwn(variables, variable) ? variables[variable] : defaultValue),
    };
  }
  const read = (variables?: Values): unknown => {
    const coerced: unknown = valueFromAST(value, type, variables);
    if (coerced === undefined) throw new NotAnswered(`the argument ${name} is not of its type`);
    return coerced;
  };
  if (readsVariables(value)) return { name, isRequired, valueIn: read };
  const constant = read();
  return { name, isRequired, valueIn: () => constant };
}

function readsVariables(value: ValueNode): boolean {
  let found = false;
  visit(value, {
    [Kind.VARIABLE]: () => {
      found = true;
    },
  });
  return found;
}
