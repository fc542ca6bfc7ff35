import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIPv6 } from "node:net";
import type { Access } from "./access";
import { answerGraphql, send, sendProblem } from "./endpoint";
import type { GraphqlHandler } from "./graphql-server";
import { HttpProblem } from "./http-problem";
import type { Logger } from "./logger";

export interface RunningServer {
  readonly url: string;
  /** Stops accepting, lets requests in flight finish, then resolves. */
  stop(): Promise<void>;
}

/** Serves `/graphql` and `/health` on a host and port; port 0 takes a free one. */
export async function serve(
  graphql: GraphqlHandler,
  { host, port, access }: { host: string; port: number; access: Access },
  log: Logger,
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request, response, graphql, access).catch((cause: unknown) => {
      log.error("request failed", cause);
      if (response.headersSent) response.end();
      else sendProblem(response, new HttpProblem(500, "INTERNAL_SERVER_ERROR", "Internal server error"));
    });
  });
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
      access.stop();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  graphql: GraphqlHandler,
  access: Access,
): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0];
  if (path === "/graphql") return answerGraphql(request, response, graphql, access);
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
