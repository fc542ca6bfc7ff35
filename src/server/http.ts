import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Limits } from "../graphql/limits";
import { type Access, OPEN } from "./access";
import { Reply } from "./answer/reply";
import { Connections, type Drain } from "./connections";
import { CrossOrigin } from "./cors";
import { sendProblem } from "./endpoint";
import { answerClientErrors } from "./errors/client-errors";
import { HttpProblem } from "./errors/http-problem";
import type { GraphqlHandler } from "./graphql-server";
import { type Address, listen } from "./listen";
import type { Logger } from "./logger";
import { Observation } from "./observe";
import { type ExplorerOptions, explorerIn } from "./pages/explorer";
import { Readiness } from "./pages/health";
import { healthPages, type Pages } from "./pages/pages";
import { staticFilesIn } from "./pages/static-files";
import { type AnswerSummary, NOTHING_RUN, type RequestHead, type RequestObserver } from "./request-record";
import { answerByPath, type Served } from "./routes";

export interface RunningServer {
  readonly url: string;
  /**
   * Graceful shutdown: stops accepting connections, and resolves when the requests in flight are finished.
   * @returns how many requests were cut off because they took too long
   */
  stop(drain?: Drain): Promise<number>;
}

/** What the server has besides the graph. */
export interface Surroundings {
  readonly readiness: Readiness;
  readonly observers: readonly RequestObserver[];
  /** Served beside the graph and its health. */
  readonly pages: Pages;
  /** Admits clients; closed by its owner. */
  readonly access: Access;
  /** Folder of the built page for people, served at "/"; null for none. */
  readonly pageFolder: string | null;
  /** Shown to browsers at the address of the graph; null for none. */
  readonly explorer: Omit<ExplorerOptions, "compression"> | null;
}

/** Address and CORS settings. */
export interface Door extends Address {
  /** Allowed origins of pages; by default none. */
  readonly corsOrigins?: readonly string[];
  /** Further request headers that these pages may set. */
  readonly corsHeaders?: readonly string[];
  /** Whether responses are compressed if the client accepts it; by default they are. */
  readonly compression?: boolean;
}

const AT_ONCE: Drain = { delayMs: 0, timeoutMs: 30_000, lingerMs: 0 };

/** Serves `/graphql` and what is around it on a host and port; port 0 takes a free one. */
export async function serve(
  graphql: GraphqlHandler,
  { corsOrigins = [], corsHeaders = [], compression = true, ...address }: Door,
  log: Logger,
  {
    readiness = new Readiness({}, log),
    observers = [],
    pages = {},
    access = OPEN,
    pageFolder = null,
    explorer = null,
  }: Partial<Surroundings> = {},
): Promise<RunningServer> {
  const served: Served = {
    ...{ graphql, access, crossOrigin: new CrossOrigin(corsOrigins, corsHeaders) },
    pages: { ...healthPages(readiness), ...pages },
    page: pageFolder === null ? null : staticFilesIn(pageFolder, { compression }),
    explorer:
      explorer === null
        ? null
        : explorerIn(
            { ...explorer, compression },
            { introspection: graphql.schemaText !== null, page: pageFolder !== null },
          ),
  };
  const answering = { served, compression, log };
  const server = createServer(connectionOptions(graphql.limits), (request, response) => {
    const observation = new Observation(request, response, observers, log);
    connections.admit(response, (early) => observation.over(early));
    void observation.run(() => answerOrFail(request, response, observation.head, answering));
  });
  server.maxConnections = graphql.limits.connections;
  const connections = new Connections(server);
  answerClientErrors(server, connections);
  const origin = await listen(server, address);
  return {
    url: `${origin}/graphql`,
    async stop({ delayMs, ...drain } = AT_ONCE) {
      readiness.drain();
      connections.announce();
      if (delayMs > 0) await sleep(delayMs);
      const cutOff = await connections.close(drain);
      await graphql.stop();
      return cutOff;
    },
  };
}

interface Answering {
  readonly served: Served;
  readonly compression: boolean;
  readonly log: Logger;
}

/** Answers a request, with an internal error if that fails. */
async function answerOrFail(
  request: IncomingMessage,
  response: ServerResponse,
  head: RequestHead,
  { served, compression, log }: Answering,
): Promise<AnswerSummary> {
  const { requestId } = head;
  const fault = (cause: unknown): void => log.error("request failed", cause, { requestId });
  const reply = new Reply(request, response, compression, fault);
  reply.set("x-request-id", requestId);
  try {
    return await answerByPath(served, request, response, reply, head);
  } catch (cause) {
    // The client disconnected during its request: there is no connection to answer on.
    if (response.destroyed) return NOTHING_RUN;
    fault(cause);
    const problem = new HttpProblem("INTERNAL_SERVER_ERROR", "Internal server error", { requestId });
    if (!response.headersSent) return sendProblem(reply, problem);
    response.end();
    return problem.summary;
  }
}

/** Longest time to receive a request; Node checks this periodically. */
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
