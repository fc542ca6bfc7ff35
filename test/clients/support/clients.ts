import { ApolloClient, HttpLink, InMemoryCache, type InMemoryCacheConfig } from "@apollo/client";
import { type AnyVariables, fetchExchange, gql, Client as UrqlClient } from "@urql/core";
import { type CacheExchangeOpts, cacheExchange } from "@urql/exchange-graphcache";
import { type GraphQLSchema, parse } from "graphql";
import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  type GraphQLResponse,
  Network,
  RecordSource,
  Store,
} from "relay-runtime";
import type { Asked } from "./asked";
import { relayRequest } from "./relay-ast";

type Data = object | null | undefined;

/** Uncompressed: both ends are here. */
const HEADERS = { "accept-encoding": "identity" };

/** A client with a cache that normalises. */
export interface CachingClient {
  /** Asks the server, and keeps the answer. */
  ask(asked: Asked): Promise<Data>;
  /** What the cache makes of it, without the server; null where something is missing. */
  read(asked: Asked): Promise<Data>;
}

export function apolloClient(url: string, config: InMemoryCacheConfig = {}): CachingClient {
  const client = new ApolloClient({
    cache: new InMemoryCache(config),
    link: new HttpLink({ uri: url, headers: HEADERS }),
  });
  return {
    ask: async ({ text, variables }) =>
      (await client.query<object>({ query: parse(text), variables, fetchPolicy: "network-only" })).data,
    read: async ({ text, variables }) => client.readQuery<object>({ query: parse(text), variables }),
  };
}

export function urqlClient(url: string, options: CacheExchangeOpts = {}): CachingClient {
  const exchanges = [cacheExchange(options), fetchExchange];
  const client = new UrqlClient({
    url,
    exchanges,
    preferGetMethod: false,
    fetchOptions: { headers: HEADERS },
  });
  const run = async (
    { text, variables }: Asked,
    requestPolicy: "network-only" | "cache-only",
  ): Promise<Data> => {
    const { data, error } = await client
      .query<object, AnyVariables>(gql(text), variables, { requestPolicy })
      .toPromise();
    if (error !== undefined) throw error;
    return data;
  };
  return { ask: (asked) => run(asked, "network-only"), read: (asked) => run(asked, "cache-only") };
}

export type GetDataID = ConstructorParameters<typeof Environment>[0]["getDataID"];

export function relayClient(url: string, schema: GraphQLSchema, getDataID?: GetDataID): CachingClient {
  const network = Network.create(async ({ text }, variables) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...HEADERS, "content-type": "application/json" },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  });
  const environment = new Environment({
    network,
    store: new Store(new RecordSource()),
    ...(getDataID ? { getDataID } : {}),
  });
  return {
    ask: async ({ text, variables }) => {
      const request = relayRequest(schema, parse(text));
      // Kept as long as the client: else it is collected.
      environment.retain(createOperationDescriptor(request, variables));
      return (await fetchQuery(environment, request, variables).toPromise()) as Data;
    },
    read: async ({ text, variables }) => {
      const operation = createOperationDescriptor(relayRequest(schema, parse(text)), variables);
      const { data, isMissingData } = environment.lookup(operation.fragment);
      return isMissingData ? null : (data as Data);
    },
  };
}
