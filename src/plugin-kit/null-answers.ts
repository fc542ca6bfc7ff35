import { type GraphQLSchema, isNonNullType, isRequiredArgument } from "graphql";

/**
 * Non-null queries that can fail: their error makes the whole response null, including all other queries.
 * A query with a required argument can get a wrong one.
 */
export function queriesThatCanNullAll(schema: GraphQLSchema): string[] {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  return queries
    .filter(({ type, args }) => isNonNullType(type) && args.some(isRequiredArgument))
    .map(({ name }) => `Query.${name}`);
}
