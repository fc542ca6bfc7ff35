import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import fastify from "fastify";
import { buildSchema, type GraphQLSchema } from "graphql";
import { mercurius } from "mercurius";
import { listen } from "../src/server/listen";

/** Servers that others bring, as they come, each over the same object that is there already. */
export const OTHER_SERVERS = { mercurius: serveMercurius, apollo: serveApollo, yoga: serveYoga } as const;

const HOST = "127.0.0.1";

/** The published schema over an answer that is there already. */
export function prebuiltSchema(answer: string): GraphQLSchema {
  const schema = buildSchema(`${readFileSync("schema/schema.graphql", "utf8")}\nscalar _Any`);
  const query = schema.getQueryType()?.getFields();
  const { data } = JSON.parse(answer) as { data: Record<string, unknown> };
  for (const [name, value] of Object.entries(data)) if (query?.[name]) query[name].resolve = () => value;
  return schema;
}

async function serveApollo(schema: GraphQLSchema): Promise<string> {
  const server = new ApolloServer({ schema });
  const { url } = await startStandaloneServer(server, { listen: { host: HOST, port: 0 } });
  return url;
}

/** Loaded by a name that the compiler does not follow: its types change those of graphql-js, and not as Apollo Server's do. */
const YOGA: string = "graphql-yoga";

async function serveYoga(schema: GraphQLSchema): Promise<string> {
  const { createYoga } = (await import(YOGA)) as { createYoga(options: object): RequestListener };
  const server = createServer(createYoga({ schema, logging: false }));
  return `${await listen(server, { host: HOST, port: 0 })}/graphql`;
}

/** With its compiler, from the first request of an operation on. */
async function serveMercurius(schema: GraphQLSchema): Promise<string> {
  const app = fastify();
  await app.register(mercurius, { schema, jit: 1 });
  return `${await app.listen({ host: HOST, port: 0 })}/graphql`;
}
