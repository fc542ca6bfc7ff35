import type { IncomingMessage, ServerResponse } from "node:http";
import type { Access } from "./access";
import type { CrossOrigin } from "./cors";
import { answerGraphql, answerSchema, sendProblem } from "./endpoint";
import type { GraphqlHandler } from "./graphql-server";
import { HttpProblem } from "./http-problem";
import { answerPage, type Pages } from "./pages";
import { pathOf } from "./path";
import { type AnswerSummary, NOTHING_RUN } from "./request-record";

/** What is served at the address of the graph. */
export interface Served {
  readonly graphql: GraphqlHandler;
  readonly access: Access;
  readonly crossOrigin: CrossOrigin;
  /** Pages beside the graph and its schema, for monitoring. */
  readonly pages: Pages;
}

/** Answers a request by its path. */
export async function answerByPath(
  { graphql, access, crossOrigin, pages }: Served,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<AnswerSummary> {
  const path = pathOf(request);
  if (Object.hasOwn(pages, path)) {
    await answerPage(response, (pages[path] as Pages[string])());
    return NOTHING_RUN;
  }
  if (path !== "/graphql" && path !== "/schema.graphql") {
    return sendProblem(response, new HttpProblem("NOT_FOUND", "The graph is served at /graphql"));
  }
  crossOrigin.mark(request, response);
  if (crossOrigin.isPreflight(request)) {
    crossOrigin.answerPreflight(response);
    return NOTHING_RUN;
  }
  if (path === "/schema.graphql") return answerSchema(request, response, graphql, access);
  const isOfKnownPage = crossOrigin.isOfKnownPage(request);
  return answerGraphql(request, response, graphql, { access, requestId, isOfKnownPage });
}
