import { readFileSync } from "node:fs";
import { type CompositionOptions, compose } from "../../../src/compose";
import type { Subgraph } from "./neighbours";

export const PUBLISHED: Subgraph = {
  name: "footprint",
  sdl: readFileSync("schema/subgraph.graphql", "utf8"),
};
const subgraphs = new Map<string, Subgraph>();
/** Ours as it is with some options: composed once for both composers. */
export function ours(options: CompositionOptions): Subgraph {
  const key = JSON.stringify(options);
  const subgraph = subgraphs.get(key) ?? { name: "footprint", sdl: compose(options).schema.subgraphSdl };
  subgraphs.set(key, subgraph);
  return subgraph;
}
export const withProject = (...projectLists: string[]): Subgraph => ours({ projectLists });
export const withEntities = (...entities: string[]): Subgraph => ours({ entities });
export const subgraph = (name: string, sdl: string, version = "2.3"): Subgraph => ({
  name,
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}", import: ["@key", "@shareable"]) ${sdl}`,
});
