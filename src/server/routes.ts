import type { IncomingMessage, ServerResponse } from "node:http";
import type { Eventually } from "../core/helpers";
import type { Access } from "./access";
import type { Reply } from "./answer/reply";
import type { CrossOrigin } from "./cors";
import { answerGraphql, answerSchema, sendProblem } from "./endpoint";
import { HttpProblem } from "./errors/http-problem";
import type { GraphqlHandler } from "./graphql-server";
import type { Explorer } from "./pages/explorer";
import { answerPage, type Pages } from "./pages/pages";
import type { StaticFiles } from "./pages/static-files";
import { type AnswerSummary, NOTHING_RUN, type RequestHead } from "./request-record";

/** What is served. */
export interface Served {
  readonly graphql: GraphqlHandler;
  readonly access: Access;
  readonly crossOrigin: CrossOrigin;
  /** Further pages, for monitoring. */
  readonly pages: Pages;
  /** The web page at "/"; null for none. */
  readonly page: StaticFiles | null;
  /** The explorer at the URL of the graph; null for none. */
  readonly explorer: Explorer | null;
}

/** Dispatches a request by its path. */
export function answerByPath(
  { graphql, access, crossOrigin, pages, page, explorer }: Served,
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  { requestId, path }: RequestHead,
): Eventually<AnswerSummary> {
  if (path !== "/graphql" && path !== "/schema.graphql") {
    if (Object.hasOwn(pages, path)) return answerPage(reply, pages[path] as Pages[string]);
    if (page?.answer(request, response, requestId)) return NOTHING_RUN;
    if (isAsset(path) && explorer?.files.answer(request, response, requestId)) return NOTHING_RUN;
    return sendProblem(reply, new HttpProblem("NOT_FOUND", nothingAt(path, page)));
  }
  crossOrigin.mark(request, reply);
  if (crossOrigin.isPreflight(request)) {
    crossOrigin.answerPreflight(reply);
    return NOTHING_RUN;
  }
  if (path === "/schema.graphql") return answerSchema(request, reply, graphql, access);
  const isOfKnownPage = crossOrigin.isOfKnownPage(request);
  return answerGraphql(request, reply, graphql, { access, explorer, requestId, isOfKnownPage });
}

/** Names contain a hash of the content, so page and explorer can share the folder. */
const isAsset = (path: string): boolean => path.startsWith("/assets/");

function nothingAt(path: string, page: StaticFiles | null): string {
  const graph = "The graph is served at /graphql";
  const isLacking = path === "/" && page !== null && !page.isBuilt;
  return isLacking ? `The page is not built: npm run build makes it. ${graph}` : graph;
}
