import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from "graphql";
import { buildSchemaSync, createResolversMap, type ResolverData } from "type-graphql";
import type { ProductPlugin } from "../core/contract";
import { CoreQueries } from "./core-queries";

const FEDERATION_LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

/** Makes the resolver classes: the container of the product that a class belongs to. */
export type Instantiate = (resolver: new (...args: never[]) => object) => object;

export interface ComposedSchema {
  /** Executable, with the federation fields `_service` and `_entities`. */
  readonly executable: GraphQLSchema;
  /** SDL as clients read it. */
  readonly sdl: string;
  /** SDL with the federation directives, as a composer reads it. */
  readonly subgraphSdl: string;
}

/** The schema of a composition: the core's queries and what each product brings. */
export function composeSchema(plugins: readonly ProductPlugin[], instantiate: Instantiate): ComposedSchema {
  const resolvers = [CoreQueries, ...plugins.flatMap(({ graphql }) => graphql.resolvers)];
  const built = buildSchemaSync({
    resolvers: resolvers as [typeof CoreQueries],
    orphanedTypes: plugins.map(({ graphql }) => graphql.resource),
    container: { get: (cls: never, _data: ResolverData) => instantiate(cls) },
    validate: false,
  });
  describeRoot(built);
  const sorted = lexicographicSortSchema(built);
  const subgraphSdl = `${FEDERATION_LINK}\n\n${printSchemaWithDirectives(sorted)}\n`;
  const executable = buildSubgraphSchema({
    typeDefs: parse(subgraphSdl),
    resolvers: createResolversMap(built) as never,
  });
  return { executable, sdl: `${printSchema(sorted)}\n`, subgraphSdl };
}

/** TypeGraphQL has no place for a description of the root. */
function describeRoot(schema: GraphQLSchema): void {
  const root = schema.getQueryType();
  if (root)
    root.description =
      "Where to start: a product's query for its footprint, the lists for what can be asked.";
}
