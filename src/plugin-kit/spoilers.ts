import { type GraphQLSchema, isNonNullType, isRequiredArgument } from "graphql";

/**
 * Queries that can fail and must not be null: their error empties the whole answer, with all that stands beside them.
 * A query with a required argument can get a wrong one.
 */
export function spoilers(schema: GraphQLSchema): string[] {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  return queries
    .filter(({ type, args }) => isNonNullType(type) && args.some(isRequiredArgument))
    .map(({ name }) => `Query.${name}`);
}
