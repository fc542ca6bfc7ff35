import { buildSchema, type GraphQLSchema, SchemaMetaFieldDef, TypeMetaFieldDef } from "graphql";

const published = new WeakMap<GraphQLSchema, () => GraphQLSchema>();

/**
 * Makes introspection of an executable schema show the published one instead: the same without the types of
 * federation, which gateways query by name. graphql-js has one resolver of introspection for all schemas; it takes the published one
 * for this schema, and leaves others as they are.
 */
export function introspectAs(executable: GraphQLSchema, sdl: () => string): void {
  let schema: GraphQLSchema | undefined;
  published.set(executable, () => {
    schema ??= buildSchema(sdl());
    return schema;
  });
}

for (const field of [SchemaMetaFieldDef, TypeMetaFieldDef]) {
  const { resolve } = field;
  field.resolve = (source, args, context, info) =>
    resolve?.(source, args, context, { ...info, schema: published.get(info.schema)?.() ?? info.schema });
}
