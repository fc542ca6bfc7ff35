import { MapperKind, mapSchema, pruneSchema } from "@graphql-tools/utils";
import {
  type GraphQLSchema,
  isInputObjectType,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
} from "graphql";
import { createResolversMap, type ResolverData } from "type-graphql";
import { LanguageModel } from "../../schema/types";
import { fullyRead, type ProductPlugin } from "../core/contract";
import type { Factor } from "../core/formulas";
import { type Class, memo } from "../core/helpers";
import type { LanguageModels } from "../core/language-models";
import { addAsOf } from "./as-of";
import { buildNamed } from "./build-named";
import { directResolvers, type Instantiate } from "./compiled/direct-resolvers";
import { declaredCostsOf } from "./costs-of-products";
import { failInOrder } from "./errors/failures-in-order";
import { type EntityResolver, entitiesOf, resolveEntities, withEntities } from "./federation/entities";
import { describeMachinery } from "./federation/federation-machinery";
import { ownerFieldsOf, requiresOf, withOwnerFields } from "./federation/owner-fields";
import { projectTypeOf } from "./federation/project";
import { buildSubgraphSchema } from "./federation/subgraph";
import { subgraphDocumentOf } from "./federation/subgraph-document";
import { entitiesAlone, type GraphForm, Names, resolversIn } from "./forms";
import { declareCosts } from "./limits";
import { typesOf } from "./product";
import { comparisonQueriesFor } from "./queries/comparison-queries";
import { CoreQueries } from "./queries/core-queries";
import { type QueryOwner, requireOwnQueries } from "./queries/own-queries";
import { portfolioQueryFor } from "./queries/portfolio-query";
import { portfolioItemInputFor, RESOURCE_INPUT, resourceInputFor } from "./queries/resource-input";
import { specifyScalars, takeDatesLoosely } from "./scalars";
import { scopePeriods } from "./scopes";

export interface ComposedSchema {
  /** Executable, with the federation fields `_service` and `_entities`. */
  readonly executable: GraphQLSchema;
  /** Whether clients can ask anything themselves; without it, gateways alone can. */
  readonly hasQueries: boolean;
  /** SDL as clients read it: without what can be reached by federation alone. */
  readonly sdl: string;
  /** SDL with the federation directives, as a composer reads it. */
  readonly subgraphSdl: string;
}

export interface SchemaParts {
  readonly plugins: readonly ProductPlugin[];
  readonly models: LanguageModels;
  /** Types of the wider graph that get a footprint, for example `Server`; null for all that products know. */
  readonly entities: readonly string[] | null;
  /** Fields in which the inventory of the wider graph lists the resources of a project; none for no `Project`. */
  readonly projectLists: readonly string[];
  /** Further fields of entities that owners provide, or other types of fields: `Cluster.pools.zone: String!`. */
  readonly entityFields: readonly string[];
  /** What is offered, and under which names. */
  readonly form: GraphForm;
  /** All factors in all their vintages: what a period over several of them costs. */
  readonly factors: readonly Factor[];
}

/** The schema of a composition: the core's queries and what each product brings. */
export function composeSchema(parts: SchemaParts, instantiate: Instantiate): ComposedSchema {
  const { models, projectLists } = parts;
  const plugins = withEntities(parts.plugins, parts.entities);
  const ownerFields = ownerFieldsOf(plugins, parts.entityFields);
  const Project = projectTypeOf(plugins, projectLists, (entity) => requiresOf(entity, ownerFields));
  const owners = queryOwners(plugins);
  requireOwnQueries(owners);
  const built = buildNamed(plugins, {
    resolvers: owners.flatMap(({ resolvers }) => resolvers) as [Class],
    orphanedTypes: [
      ...plugins.map((plugin) => typesOf(plugin).resource),
      ...plugins.flatMap((plugin) => typesOf(plugin).entity?.type ?? []),
      ...(Project === null ? [] : [Project]),
    ],
    container: { get: (cls: never, _data: ResolverData) => instantiate(cls) },
    validate: false,
    // The subgraph that is built from it is validated, and more strictly.
    skipCheck: true,
  });
  directResolvers(built, instantiate);
  describeRoot(built);
  markOneOf(built);
  addAsOf(built);
  scopePeriods(built);
  specifyScalars(built);
  const sorted = lexicographicSortSchema(built);
  const whole = withOwnerFields(subgraphDocumentOf(sorted), ownerFields);
  const entities = new Map<string, EntityResolver>(entitiesOf(plugins));
  if (Project !== null) entities.set("Project", (given) => new Project(given));
  const foreign = new Set(entities.keys());
  const hasQueries = parts.form.graph === "full";
  const plain = hasQueries ? whole : entitiesAlone(whole);
  const names = new Names(parts.form.prefix, plain, foreign);
  const document = names.in(plain);
  // Printed for a gateway that asks for it, as `sdl` is for who reads it: a graph that is served by itself prints neither.
  const subgraphSdl = memo(() => `${print(document)}\n`);
  const resolvers = resolversIn(document, names.resolvers(createResolversMap(built) as never));
  const executable = buildSubgraphSchema(document, resolvers, subgraphSdl);
  takeDatesLoosely(executable);
  names.remember(executable);
  declareCosts(
    executable,
    declaredCostsOf({ plugins, projectLists }, built, (plain) => names.type(plain), parts.factors),
  );
  entities.set(
    names.type("LanguageModel"),
    fullyRead((given) => new LanguageModel(models.model(given.id(), "id"))),
  );
  resolveEntities(executable, entities);
  failInOrder(executable);
  describeMachinery(executable);
  return {
    executable,
    hasQueries,
    get sdl() {
      if (!hasQueries) return subgraphSdl();
      const ours = withoutForeign(sorted, foreign);
      return `${parts.form.prefix === null ? printSchema(ours) : print(names.in(parse(printSchema(ours))))}\n`;
    },
    get subgraphSdl() {
      return subgraphSdl();
    },
  };
}

/** The core first: the queries of products stand beside its own. */
function queryOwners(plugins: readonly ProductPlugin[]): QueryOwner[] {
  return [
    { name: "the graph itself", resolvers: [CoreQueries, ...queriesOnResources(plugins)] },
    ...plugins.map((plugin) => ({
      name: `the product "${plugin.kind}"`,
      resolvers: typesOf(plugin).resolvers,
    })),
  ];
}

/** Those that take resources of any product. */
function queriesOnResources(plugins: readonly ProductPlugin[]): Class[] {
  if (plugins.length === 0) return [];
  const ResourceInput = resourceInputFor(plugins);
  const ItemInput = portfolioItemInputFor(ResourceInput);
  return [portfolioQueryFor(ItemInput), comparisonQueriesFor(ResourceInput, ItemInput)];
}

/** Entities of other subgraphs are reached in the wider graph alone, by the queries of their owner. */
function withoutForeign(schema: GraphQLSchema, foreign: ReadonlySet<string>): GraphQLSchema {
  const known = mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => (foreign.has(type.name) ? null : type),
  });
  return pruneSchema(known);
}

const DESCRIPTION =
  "The environmental footprint of Scaleway products: greenhouse gases, water, energy, abiotic depletion and primary energy, with every formula and factor behind a figure. Unknown values are null or an error, never zero. Each figure has a range; the notes of a footprint list defaults and assumptions.";

/** TypeGraphQL has no place for a description of the schema and its root. */
function describeRoot(schema: GraphQLSchema): void {
  schema.description = DESCRIPTION;
  const root = schema.getQueryType();
  if (root)
    root.description =
      "Start here: the query of each product for its footprint, and the lists of offers for the names it accepts.";
}

/** TypeGraphQL cannot say `@oneOf`: it is set on the built type, and printed from there. */
function markOneOf(schema: GraphQLSchema): void {
  const input = schema.getType(RESOURCE_INPUT);
  if (isInputObjectType(input)) input.isOneOf = true;
}
