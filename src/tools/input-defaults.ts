import { isDeepStrictEqual } from "node:util";
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  print,
} from "graphql";
import { change, type SchemaChange } from "./schema-change";

type Input = GraphQLArgument | GraphQLInputField;
/** Whether it is an argument or an input field, for the type of the change. */
type Kind = "ARG" | "INPUT_FIELD";

/** What clients leave out changes its meaning with its default; without one, it must be given. */
export function inputDefaultChanges(before: GraphQLSchema, after: GraphQLSchema): SchemaChange[] {
  const now = inputsOf(after);
  return [...inputsOf(before)].flatMap(([coordinate, { kind, input }]) => {
    const other = now.get(coordinate);
    return other?.kind === kind ? defaultChange(coordinate, kind, input, other.input) : [];
  });
}

function defaultChange(coordinate: string, kind: Kind, old: Input, now: Input): SchemaChange[] {
  if (isDeepStrictEqual(old.defaultValue, now.defaultValue)) return [];
  // A type that became non-null besides is a change of type, which is reported as that.
  if (now.defaultValue === undefined && isNonNullType(old.type) && isNonNullType(now.type)) {
    const text = `${coordinate} has lost its default ${printed(old)} and must be given.`;
    return [change("BREAKING", `${kind}_BECAME_REQUIRED`, text)];
  }
  const text = `${coordinate} had the default ${printed(old)} and has ${printed(now)}.`;
  return [change("DANGEROUS", `${kind}_DEFAULT_VALUE_CHANGE`, text)];
}

function printed({ defaultValue, type }: Input): string {
  const node = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return node ? print(node) : "none";
}

function inputsOf(schema: GraphQLSchema): Map<string, { kind: Kind; input: Input }> {
  const found = new Map<string, { kind: Kind; input: Input }>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) {
      for (const input of Object.values(type.getFields())) {
        found.set(`${type.name}.${input.name}`, { kind: "INPUT_FIELD", input });
      }
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const input of field.args) {
        found.set(`${type.name}.${field.name}(${input.name})`, { kind: "ARG", input });
      }
    }
  }
  return found;
}
