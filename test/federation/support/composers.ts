import { composeServices as composeByApollo } from "@apollo/composition";
import { composeServices as composeByGuild } from "@theguild/federation-composition";
import {
  buildSchema,
  type GraphQLSchema,
  isObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
} from "graphql";
import type { Subgraph } from "./neighbours";

/** What a composer makes of subgraphs. */
export interface Composed {
  /** Messages of errors; empty when it composes. */
  readonly errors: readonly string[];
  /** What the composer finds odd but does not refuse: `CODE: message`. Guild's composer gives none. */
  readonly hints: readonly string[];
  /** Empty when it does not compose. */
  readonly supergraph: string;
  /** What clients of the gateway see. @throws Error when it does not compose. */
  readonly api: () => GraphQLSchema;
}

/** A subgraph and where it answers. */
export type Located = Subgraph & { readonly url?: string };

function services(subgraphs: readonly Located[]) {
  return subgraphs.map(({ name, sdl, url }) => ({
    name,
    url: url ?? `http://${name}.example/graphql`,
    typeDefs: parse(sdl),
  }));
}

function withApollo(subgraphs: readonly Located[]): Composed {
  const { errors = [], hints = [], schema, supergraphSdl } = composeByApollo(services(subgraphs));
  return {
    errors: errors.map(({ message }) => message),
    hints: hints.map(({ definition, message }) => `${definition.code}: ${message}`),
    supergraph: supergraphSdl ?? "",
    api: () => {
      if (schema === undefined) throw new Error("it does not compose");
      return schema.toAPISchema().toGraphQLJSSchema();
    },
  };
}

function withGuild(subgraphs: readonly Located[]): Composed {
  const { errors = [], supergraphSdl = "", publicSdl } = composeByGuild(services(subgraphs));
  return {
    errors: errors.map(({ message }) => message),
    hints: [],
    supergraph: supergraphSdl,
    api: () => {
      if (publicSdl === undefined) throw new Error("it does not compose");
      return buildSchema(publicSdl);
    },
  };
}

export type Composer = (subgraphs: readonly Located[]) => Composed;

export const COMPOSERS: Readonly<Record<"Apollo" | "Guild", Composer>> = {
  Apollo: withApollo,
  Guild: withGuild,
};

/** The fields of a type with their arguments and types, as SDL has them. */
export function fieldsOf(schema: GraphQLSchema, type: string): Record<string, string> {
  const found = schema.getType(type);
  if (!isObjectType(found)) return {};
  return Object.fromEntries(
    Object.values(found.getFields()).map((field) => {
      const list = field.args.map((one) => `${one.name}: ${one.type}`).join(", ");
      return [field.name, list === "" ? `${field.type}` : `(${list}): ${field.type}`];
    }),
  );
}

/** SDL without descriptions, to compare what two composers make of the same. */
export function bare(schema: GraphQLSchema): string {
  const sorted = lexicographicSortSchema(schema);
  // Guild's composer drops that of the schema, which is printed where it has one.
  sorted.description = undefined;
  return printSchema(sorted).replaceAll(/^\s*"""[\s\S]*?"""\n/gm, "");
}
