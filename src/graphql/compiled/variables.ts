import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  specifiedScalarTypes,
  typeFromAST,
  valueFromAST,
} from "graphql";

/** Values of variables as resolvers take them, or undefined where something is wrong with what was sent. */
export type CoerceVariables = (
  sent: Readonly<Record<string, unknown>>,
) => Record<string, unknown> | undefined;

/** A value that is not of its type. One object for all: graphql-js then executes the operation and gives the error. */
const WRONG = Symbol("wrong");
type Coerce = (sent: unknown) => unknown;

/**
 * Coerces variables by functions that are compiled once for an operation. They take valid values and return no more than
 * WRONG for others: the message of an error is that of graphql-js, which then executes the operation.
 */
export function compileVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): CoerceVariables {
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node as never) as GraphQLInputType;
    const hasDefault = defaultValue !== undefined;
    return {
      name: variable.name.value,
      coerce: coercerOf(type, new Map()),
      isRequired: isNonNullType(type) && !hasDefault,
      hasDefault,
      defaultOf: () => valueFromAST(defaultValue, type),
    };
  });
  return (sent) => {
    // Without a prototype: the name of a variable can be that of anything that objects inherit.
    const coerced: Record<string, unknown> = Object.create(null);
    for (const { name, coerce, isRequired, hasDefault, defaultOf } of variables) {
      const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
      if (value === undefined) {
        if (isRequired) return undefined;
        if (hasDefault) coerced[name] = defaultOf();
        continue;
      }
      const result = coerce(value);
      if (result === WRONG) return undefined;
      coerced[name] = result;
    }
    return coerced;
  };
}

/** @param known functions of input objects that are being compiled: an input can contain itself */
function coercerOf(type: GraphQLInputType, known: Map<GraphQLInputType, Coerce>): Coerce {
  if (isNonNullType(type)) {
    const coerce = coercerOf(type.ofType, known);
    return (sent) => (sent === null ? WRONG : coerce(sent));
  }
  if (isListType(type)) return orNull(listCoercer(coercerOf(type.ofType, known)));
  if (isEnumType(type)) {
    const values = new Map(type.getValues().map(({ name, value }) => [name, value]));
    return orNull((sent) => (typeof sent === "string" && values.has(sent) ? values.get(sent) : WRONG));
  }
  if (isScalarType(type)) return orNull(PLAIN.get(type.name) ?? parsing((sent) => type.parseValue(sent)));
  if (!isInputObjectType(type)) throw new Error(`${type} is no type of inputs`);
  const already = known.get(type);
  if (already !== undefined) return already;
  let compiled: Coerce = () => WRONG;
  known.set(type, (sent) => compiled(sent));
  const fields = Object.values(type.getFields()).map((field) => ({
    name: field.name,
    coerce: coercerOf(field.type, known),
    isRequired: isNonNullType(field.type) && field.defaultValue === undefined,
    defaultValue: field.defaultValue,
  }));
  compiled = orNull(objectCoercer(fields, type.isOneOf));
  return compiled;
}

function orNull(coerce: Coerce): Coerce {
  return (sent) => (sent === null ? null : coerce(sent));
}

/** The list as it was sent, unless an item is another one once coerced: thousands of lines are not held twice. */
function listCoercer(coerce: Coerce): Coerce {
  return (sent) => {
    const items: readonly unknown[] = Array.isArray(sent) ? sent : [sent];
    let coerced: unknown[] | undefined;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const result = item === undefined ? WRONG : coerce(item);
      if (result === WRONG) return WRONG;
      if (result !== item) coerced ??= items.slice();
      if (coerced !== undefined) coerced[index] = result;
    }
    return coerced ?? items;
  };
}

interface FieldCoercer {
  readonly name: string;
  readonly coerce: Coerce;
  readonly isRequired: boolean;
  readonly defaultValue: unknown;
}

/** The object as it was sent, unless a field has a default or another value once coerced. */
function objectCoercer(fields: readonly FieldCoercer[], isOneOf: boolean): Coerce {
  const byName = new Map(fields.map((field) => [field.name, field]));
  // Where they are left out, something is to be done.
  const awaited = fields.filter(({ isRequired, defaultValue }) => isRequired || defaultValue !== undefined);
  return (sent) => {
    if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return WRONG;
    const values = sent as Readonly<Record<string, unknown>>;
    let coerced: Record<string, unknown> | undefined;
    let given = 0;
    for (const name in values) {
      const field = byName.get(name);
      const value = values[name];
      if (field === undefined || value === undefined) return WRONG;
      const result = field.coerce(value);
      if (result === WRONG || (isOneOf && result === null)) return WRONG;
      given++;
      if (result !== value) coerced ??= { ...values };
      if (coerced !== undefined) coerced[name] = result;
    }
    if (isOneOf && given !== 1) return WRONG;
    for (const { name, isRequired, defaultValue } of awaited) {
      if (Object.hasOwn(values, name)) continue;
      if (isRequired) return WRONG;
      coerced ??= { ...values };
      coerced[name] = defaultValue;
    }
    return coerced ?? values;
  };
}

function parsing(parse: (sent: unknown) => unknown): Coerce {
  return (sent) => {
    try {
      const value = parse(sent);
      return value === undefined ? WRONG : value;
    } catch {
      return WRONG;
    }
  };
}

/** The scalars of the specification: each by its own parser, but for those that are mostly right at a glance. */
const PLAIN: ReadonlyMap<string, Coerce> = new Map<string, Coerce>([
  ...specifiedScalarTypes.map((type): [string, Coerce] => [
    type.name,
    parsing((sent) => type.parseValue(sent)),
  ]),
  ["String", (sent) => (typeof sent === "string" ? sent : WRONG)],
  ["Boolean", (sent) => (typeof sent === "boolean" ? sent : WRONG)],
  ["Float", (sent) => (typeof sent === "number" && Number.isFinite(sent) ? sent : WRONG)],
]);
