import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import { isIPv6 } from "node:net";
import type { Limits } from "../graphql/limits";
import { answerClientErrors } from "./client-errors";
import { CrossOrigin } from "./cors";
import { answerGraphql, send, sendProblem } from "./endpoint";
import type { GraphqlHandler } from "./graphql-server";
import { HttpProblem } from "./http-problem";
import type { Logger } from "./logger";

export interface RunningServer {
  readonly url: string;
  /** Stops accepting, lets requests in flight finish, then resolves. */
  stop(): Promise<void>;
}

/** Where the graph is served, and to whom. */
export interface Door {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Origins whose pages may read answers in a browser; none without it. */
  readonly corsOrigins?: readonly string[];
}

/** Serves `/graphql` and `/health`. */
export async function serve(
  graphql: GraphqlHandler,
  { host, port, corsOrigins = [] }: Door,
  log: Logger,
): Promise<RunningServer> {
  const crossOrigin = new CrossOrigin(corsOrigins);
  const server = createServer(connectionOptions(graphql.limits), (request, response) => {
    answer(request, response, { graphql, crossOrigin }).catch((cause: unknown) => {
      log.error("request failed", cause);
      if (response.headersSent) response.end();
      else sendProblem(response, new HttpProblem(500, "INTERNAL_SERVER_ERROR", "Internal server error"));
    });
  });
  server.maxConnections = graphql.limits.connections;
  answerClientErrors(server);
  await listen(server, host, port);
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${actualPort}/graphql`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await closed;
      await graphql.stop();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { graphql, crossOrigin }: { graphql: GraphqlHandler; crossOrigin: CrossOrigin },
): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0];
  if (path === "/graphql") {
    crossOrigin.mark(request, response);
    if (crossOrigin.isPreflight(request)) return crossOrigin.answerPreflight(response);
    return answerGraphql(request, response, graphql);
  }
  if (path === "/health")
    return send(response, 200, [["content-type", "application/json"]], '{"status":"ok"}');
  sendProblem(response, new HttpProblem(404, "NOT_FOUND", "The graph is served at /graphql"));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}

/** Slow senders hold a connection no longer than this; Node looks for them once in a while. */
function connectionOptions(limits: Limits): ServerOptions {
  const { headerSeconds, receiveSeconds, idleSeconds, headerBytes } = limits;
  return {
    maxHeaderSize: headerBytes,
    headersTimeout: Math.min(headerSeconds, receiveSeconds) * 1000,
    requestTimeout: receiveSeconds * 1000,
    keepAliveTimeout: idleSeconds * 1000,
    connectionsCheckingInterval: Math.min(headerSeconds, receiveSeconds, 5) * 1000,
  };
}
