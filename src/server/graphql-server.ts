import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { ApolloServer, HeaderMap } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import type { Composition } from "../compose";
import { RequestContext } from "../graphql/context";
import { formatError } from "../graphql/errors";
import type { Logger } from "./logger";

/** Answers a GraphQL request that was read from HTTP. */
export interface GraphqlHandler {
  handle(request: IncomingMessage, body: unknown): Promise<GraphqlAnswer>;
  stop(): Promise<void>;
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  readonly body: string | AsyncIterable<string>;
}

export async function startGraphql(composition: Composition, log: Logger): Promise<GraphqlHandler> {
  const report = (cause: unknown): void => log.error("request failed", cause);
  const server = new ApolloServer<RequestContext>({
    schema: composition.schema.executable,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) =>
      formatError(formatted, error, (cause) => log.error("request failed", cause)),
    plugins: [
      ApolloServerPluginLandingPageLocalDefault({ embed: false }),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
  await server.start();

  return {
    async handle(request, body) {
      const {
        body: answer,
        headers,
        status,
      } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method ?? "GET",
          headers: headersOf(request),
          search: new URL(request.url ?? "/", "http://localhost").search,
          body,
        },
        context: async () => new RequestContext(composition.graphAt(new Date()), randomUUID(), report),
      });
      return {
        status: status ?? 200,
        headers,
        body: answer.kind === "complete" ? answer.string : answer.asyncIterator,
      };
    },
    stop: () => server.stop(),
  };
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}
