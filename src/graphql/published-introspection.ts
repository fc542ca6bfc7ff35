import { buildSchema, type GraphQLSchema, SchemaMetaFieldDef, TypeMetaFieldDef } from "graphql";

const published = new WeakMap<GraphQLSchema, () => GraphQLSchema>();

/**
 * Lets introspection of an executable schema tell of the published one in its place: the same without the machinery of
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
