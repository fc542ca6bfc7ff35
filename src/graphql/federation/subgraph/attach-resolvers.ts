import {
  GraphQLEnumType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isObjectType,
  isScalarType,
} from "graphql";

/** By type, then by field or value; members of the type itself begin with `__`. A scalar is a single entry. */
export type Resolvers = Readonly<Record<string, object>>;

/** What TypeGraphQL resolves with, in a schema that is built of SDL. */
export function attachResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [name, own] of Object.entries(resolvers)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, own);
    else if (isEnumType(type)) setValues(type, own);
    else if (isAbstractType(type)) Object.assign(type, { resolveType: Reflect.get(own, "__resolveType") });
    else if (isObjectType(type)) setFields(type, own);
  }
}

/** Maps names to those used in the code. */
function setValues(type: GraphQLEnumType, own: object): void {
  const config = type.toConfig();
  for (const [name, value] of Object.entries(config.values))
    value.value = Object.hasOwn(own, name) ? Reflect.get(own, name) : name;
  Object.assign(type, new GraphQLEnumType(config));
}

function setFields(type: GraphQLObjectType, own: object): void {
  for (const [name, resolve] of Object.entries(own)) {
    if (name === "__isTypeOf") type.isTypeOf = resolve;
    else Object.assign(type.getFields()[name] ?? {}, { resolve });
  }
}
