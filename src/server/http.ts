import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Access, OPEN } from "./access";
import { Connections, type Drain } from "./connections";
import { answerGraphql, sendProblem } from "./endpoint";
import type { GraphqlHandler } from "./graphql-server";
import { Readiness } from "./health";
import { HttpProblem } from "./http-problem";
import { type Address, listen } from "./listen";
import type { Logger } from "./logger";
import { observed } from "./observe";
import { answerPage, healthPages, type Pages } from "./pages";
import { type AnswerSummary, NOTHING_RUN, type RequestObserver } from "./request-record";

export interface RunningServer {
  readonly url: string;
  /**
   * Stops accepting, lets requests in flight finish, then resolves.
   * @returns how many requests were cut off because they took too long
   */
  stop(drain?: Drain): Promise<number>;
}

/** What is around the graph. */
export interface Surroundings {
  readonly readiness: Readiness;
  readonly observers: readonly RequestObserver[];
  /** Served beside the graph and its health. */
  readonly pages: Pages;
  /** Who may ask; ended by who made it. */
  readonly access: Access;
}

const AT_ONCE: Drain = { delayMs: 0, timeoutMs: 30_000, lingerMs: 0 };

/** Serves `/graphql` and what is around it on a host and port; port 0 takes a free one. */
export async function serve(
  graphql: GraphqlHandler,
  address: Address,
  log: Logger,
  {
    readiness = new Readiness({}, log),
    observers = [],
    pages = {},
    access = OPEN,
  }: Partial<Surroundings> = {},
): Promise<RunningServer> {
  const beside = new Map(Object.entries({ ...healthPages(readiness), ...pages }));
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<AnswerSummary> => {
    const path = (request.url ?? "/").split("?", 1)[0] as string;
    if (path === "/graphql") return answerGraphql(request, response, graphql, access, requestId);
    const page = beside.get(path);
    if (page !== undefined) {
      await answerPage(response, page());
      return NOTHING_RUN;
    }
    return sendProblem(response, new HttpProblem(404, "NOT_FOUND", "The graph is served at /graphql"));
  };
  const answerOrFail = async (
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<AnswerSummary> => {
    try {
      return await answer(request, response, requestId);
    } catch (cause) {
      // The client went away in the middle of its request: nobody is there to be answered.
      if (response.destroyed) return NOTHING_RUN;
      log.error("request failed", cause, { requestId });
      const problem = new HttpProblem(500, "INTERNAL_SERVER_ERROR", "Internal server error", { requestId });
      if (!response.headersSent) return sendProblem(response, problem);
      response.end();
      return problem.summary;
    }
  };
  const server = createServer((request, response) => {
    const over = connections.admit(response);
    const answering = (requestId: string) => answerOrFail(request, response, requestId);
    void observed(request, response, answering, { over, observers, log });
  });
  const connections = new Connections(server);
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
