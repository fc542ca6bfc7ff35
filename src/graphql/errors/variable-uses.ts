import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** What is taken at a place. */
interface Expected {
  /** Undefined inside a scalar, which takes what it likes. */
  readonly type: GraphQLInputType | undefined;
  /** Whether null is refused. */
  readonly isRequired: boolean;
  /** Whether there is a value for a variable that was not sent. */
  readonly hasDefault: boolean;
}

interface Place extends Expected {
  readonly argument: string;
  /** The value of the argument, as it is written. */
  readonly within: ValueNode;
  /** From the argument on: `input.pools.0.nodes`. */
  readonly path: string;
}

/** A use of a variable in an argument. */
export interface VariableUse extends Place {
  readonly variable: string;
}

/** One of the operations of a valid document. */
export interface ValidOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** All uses of variables in arguments of fields and directives: first of the operation, then of fragments. */
export function variableUses({ schema, document, operation }: ValidOperation): readonly VariableUse[] {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const uses: VariableUse[] = [];
  const types = new TypeInfo(schema);
  const enter = ({ name, value }: { name: { value: string }; value: ValueNode }): void => {
    const argument = types.getArgument();
    const place = { argument: name.value, within: value, path: name.value };
    collect(value, { ...place, ...expected(argument) }, uses);
  };
  const walked = { ...document, definitions: [operation, ...fragments] };
  visit(walked, visitWithTypeInfo(types, { Argument: { enter } }));
  return uses;
}

function collect(value: ValueNode, place: Place, uses: VariableUse[]): void {
  const below = (name: string | number, inner: ValueNode, found: Expected): void =>
    collect(inner, { ...place, ...found, path: `${place.path}.${name}` }, uses);
  const type = place.type && getNullableType(place.type);
  if (value.kind === Kind.VARIABLE) uses.push({ ...place, variable: value.name.value });
  if (value.kind === Kind.LIST) {
    const items = expected(isListType(type) ? { type: type.ofType } : undefined);
    for (const [index, item] of value.values.entries()) below(index, item, items);
  }
  if (value.kind === Kind.OBJECT) {
    const object = type && elementOf(type);
    const fields = isInputObjectType(object) ? object.getFields() : {};
    for (const { name, value: inner } of value.fields) {
      const field = expected(fields[name.value]);
      const isMember = isInputObjectType(object) && object.isOneOf;
      below(name.value, inner, isMember ? { ...field, isRequired: true } : field);
    }
  }
}

/** Of an argument, a field of an input or an item of a list. */
function expected(one: { type: GraphQLInputType; defaultValue?: unknown } | null | undefined): Expected {
  return {
    type: one?.type,
    isRequired: isNonNullType(one?.type),
    hasDefault: one?.defaultValue !== undefined,
  };
}

/** A single object is coerced to a list. */
function elementOf(type: GraphQLInputType): GraphQLInputType {
  const nullable = getNullableType(type);
  return isListType(nullable) ? elementOf(nullable.ofType) : nullable;
}
