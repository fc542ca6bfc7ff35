import {
  coerceInputValue,
  type GraphQLError,
  getVariableValues,
  isInputType,
  isValueNode,
  Kind,
  typeFromAST,
  type ValueNode,
  type VariableDefinitionNode,
} from "graphql";
import { badInput, DomainError } from "../../core/errors";
import { memo } from "../../core/helpers";
import { type ValidOperation, type VariableUse, variableUses } from "./variable-uses";

/** What was executed, with the variables as they were sent. */
export interface Executed extends ValidOperation {
  readonly variables: Readonly<Record<string, unknown>>;
}

type Values = Readonly<Record<string, unknown>>;

/** What graphql-js says after so many errors of variables, by a bound of its own. */
const TOO_MANY = "Too many errors processing variables";
const MOST_ERRORS = 50;

/**
 * The error of the client where graphql-js found it as it coerced variables and arguments: null for any other
 * error. Errors of arguments carry no code, and would be taken for faults of ours.
 */
export function inputMistakes(executed: Executed): (error: GraphQLError) => DomainError | null {
  const uses = memo(() => variableUses(executed));
  const values = memo(() => valuesOf(executed));
  const known = new Map<ValueNode, DomainError>();
  const inner = new Map<VariableDefinitionNode, Iterator<string>>();

  function ofArgument(node: ValueNode, message: string): DomainError {
    const use = uses().find((one) => one.within === node && isAtFault(one, values()));
    return use === undefined
      ? new DomainError("BAD_USER_INPUT", message)
      : badInput(use.path, textOf(use, values()));
  }

  function ofVariable(node: VariableDefinitionNode, message: string): DomainError {
    const places = inner.get(node) ?? wrongPlaces(node, executed);
    inner.set(node, places);
    const { value: variable } = node.variable.name;
    const use = uses().find((one) => one.variable === variable);
    return badInput(`${use?.path ?? variable}${places.next().value ?? ""}`, message);
  }

  return ({ nodes, message }) => {
    const [node] = nodes ?? [];
    if (message.startsWith(TOO_MANY)) return new DomainError("BAD_USER_INPUT", message);
    if (node?.kind === Kind.VARIABLE_DEFINITION) return ofVariable(node, message);
    if (node === undefined || !isValueNode(node)) return null;
    // A list of thousands has as many errors of one argument.
    const mistake = known.get(node) ?? ofArgument(node, message);
    known.set(node, mistake);
    return mistake;
  };
}

function isAtFault({ variable, isRequired, hasDefault }: VariableUse, values: Values): boolean {
  return isRequired && (Object.hasOwn(values, variable) ? values[variable] === null : !hasDefault);
}

function textOf({ argument, path, variable, type }: VariableUse, values: Values): string {
  const state = Object.hasOwn(values, variable) ? "null" : "not given";
  const place = path === argument ? "" : ` has an invalid value: "${path}"`;
  return `Argument "${argument}"${place} of type "${type}" must not be null, and the variable "$${variable}" is ${state}.`;
}

function valuesOf({ schema, operation, variables }: Executed): Values {
  return getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced ?? {};
}

/** Where in a variable something is wrong, from its name on, in the order of the errors. */
function* wrongPlaces(node: VariableDefinitionNode, { schema, variables }: Executed): Generator<string> {
  const type = typeFromAST(schema, node.type as never);
  const name = node.variable.name.value;
  if (!isInputType(type) || !Object.hasOwn(variables, name)) return;
  const places: string[] = [];
  try {
    coerceInputValue(variables[name], type, (path) => {
      places.push(path.map((key) => `.${key}`).join(""));
      if (places.length >= MOST_ERRORS) throw new Error("no more are listed");
    });
  } catch {
    // Those before it are known.
  }
  yield* places;
}
