import type { GraphQLSchema } from "graphql";
import { type BuildSchemaOptions, buildSchemaSync } from "type-graphql";
import { ownTypeNames, type ProductPlugin } from "../core/contract";

/** graphql-js tells which name two types have, and not whose they are. */
const TWICE = /multiple types named "(\w+)"/;

/** @throws Error that names the product one of whose types is called as another of the graph. */
export function buildNamed(plugins: readonly ProductPlugin[], options: BuildSchemaOptions): GraphQLSchema {
  try {
    return buildSchemaSync(options);
  } catch (problem) {
    const name = TWICE.exec(String(problem))?.[1];
    const owner = plugins.find((plugin) => name !== undefined && ownTypeNames(plugin).includes(name));
    if (owner === undefined) throw problem;
    throw new Error(
      `the graph itself and the product "${owner.kind}" have one type, "${name}": give the product's another name`,
      { cause: problem },
    );
  }
}
