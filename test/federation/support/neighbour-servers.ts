import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { BUCKETS, CLUSTERS, DEPLOYMENTS, FARM, LISTS, SERVERS, VOLUMES } from "./inventory-data";
import { BILLING, INVENTORY, PROJECTS, type Subgraph } from "./neighbours";
import { serveApollo } from "./serve-apollo";

type Resolvers = Record<string, Record<string, unknown>>;
interface Reference {
  readonly id: string;
}

export interface RunningNeighbour extends Subgraph {
  readonly url: string;
  stop(): Promise<void>;
}

const byId =
  <One extends Reference>(all: readonly One[]) =>
  ({ id }: Reference): One | undefined =>
    all.find((one) => one.id === id);
const referring = (all: readonly Reference[]) => ({ __resolveReference: byId(all) });
const PEOPLE = [
  { id: "shop", name: "The shop" },
  { id: "lab", name: "The laboratory" },
  { id: "farm", name: "The farm" },
];
const euros = ({ id }: Reference) => ({ id, price: { euros: 10 + id.length } });

const RESOLVERS: readonly [Subgraph, Resolvers][] = [
  [
    INVENTORY,
    {
      Query: { servers: () => SERVERS, server: (_source: unknown, key: Reference) => byId(SERVERS)(key) },
      Server: referring([...SERVERS, ...FARM]),
      Volume: referring(VOLUMES),
      Bucket: referring(BUCKETS),
      Cluster: referring(CLUSTERS),
      Deployment: referring(DEPLOYMENTS),
      Project: { __resolveReference: ({ id }: Reference) => ({ id, ...LISTS[id] }) },
    },
  ],
  [
    PROJECTS,
    {
      Query: { projects: () => PEOPLE, project: (_source: unknown, key: Reference) => byId(PEOPLE)(key) },
      Project: referring(PEOPLE),
    },
  ],
  [
    BILLING,
    {
      Query: { currency: () => "EUR" },
      Server: { __resolveReference: euros },
      Project: { __resolveReference: euros },
    },
  ],
];

/** The neighbours as subgraphs of their own, each on a free port. */
export function startNeighbours(): Promise<RunningNeighbour[]> {
  return Promise.all(RESOLVERS.map(([subgraph, resolvers]) => startNeighbour(subgraph, resolvers)));
}

export async function startNeighbour(subgraph: Subgraph, resolvers: Resolvers): Promise<RunningNeighbour> {
  const schema = buildSubgraphSchema({ typeDefs: parse(subgraph.sdl), resolvers: resolvers as never });
  const server = new ApolloServer({
    schema,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  return { ...subgraph, ...(await serveApollo(server)) };
}
