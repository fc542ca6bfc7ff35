import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLSchema, isInputObjectType, lexicographicSortSchema, parse, printSchema } from "graphql";
import { buildSchemaSync, createResolversMap, type ResolverData } from "type-graphql";
import type { ProductPlugin } from "../core/contract";
import { CoreQueries } from "./core-queries";
import { describeMachinery } from "./federation-machinery";
import { portfolioQueryFor } from "./portfolio-query";
import { RESOURCE_INPUT } from "./resource-input";
import { specifyScalars } from "./scalars";

const FEDERATION_LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

/** A subgraph must declare what is not a directive of its federation version. */
const ONE_OF = "directive @oneOf on INPUT_OBJECT";

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
  const portfolio = plugins.length === 0 ? [] : [portfolioQueryFor(plugins)];
  const resolvers = [CoreQueries, ...portfolio, ...plugins.flatMap(({ graphql }) => graphql.resolvers)];
  const built = buildSchemaSync({
    resolvers: resolvers as [typeof CoreQueries],
    orphanedTypes: plugins.map(({ graphql }) => graphql.resource),
    container: { get: (cls: never, _data: ResolverData) => instantiate(cls) },
    validate: false,
  });
  describeRoot(built);
  markOneOf(built);
  specifyScalars(built);
  const sorted = lexicographicSortSchema(built);
  const subgraphSdl = `${FEDERATION_LINK}\n\n${ONE_OF}\n\n${printSchemaWithDirectives(sorted)}\n`;
  const executable = buildSubgraphSchema({
    typeDefs: parse(subgraphSdl),
    resolvers: createResolversMap(built) as never,
  });
  describeMachinery(executable);
  return { executable, sdl: `${printSchema(sorted)}\n`, subgraphSdl };
}

/** TypeGraphQL has no place for a description of the root. */
function describeRoot(schema: GraphQLSchema): void {
  const root = schema.getQueryType();
  if (root)
    root.description =
      "Where to start: a product's query for its footprint, the lists for what can be asked.";
}

/** TypeGraphQL cannot say `@oneOf`: it is set on the built type, and printed from there. */
function markOneOf(schema: GraphQLSchema): void {
  const input = schema.getType(RESOURCE_INPUT);
  if (isInputObjectType(input)) input.isOneOf = true;
}
