import type { IncomingMessage, ServerResponse } from "node:http";
import type { Eventually } from "../core/lang";
import type { Access } from "./access";
import type { CrossOrigin } from "./cors";
import { answerGraphql, answerSchema, sendProblem } from "./endpoint";
import type { Explorer } from "./explorer";
import type { GraphqlHandler } from "./graphql-server";
import { HttpProblem } from "./http-problem";
import { answerPage, type Pages } from "./pages";
import type { Reply } from "./reply";
import { type AnswerSummary, NOTHING_RUN, type RequestHead } from "./request-record";
import type { Site } from "./site";

/** What is served at the address of the graph. */
export interface Served {
  readonly graphql: GraphqlHandler;
  readonly access: Access;
  readonly crossOrigin: CrossOrigin;
  /** Pages beside the graph and its schema, for monitoring. */
  readonly pages: Pages;
  /** The page for people at "/"; null for none. */
  readonly site: Site | null;
  /** Shown to browsers at the address of the graph; null for none. */
  readonly explorer: Explorer | null;
}

/** Answers a request by its path. */
export function answerByPath(
  { graphql, access, crossOrigin, pages, site, explorer }: Served,
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  { requestId, path }: RequestHead,
): Eventually<AnswerSummary> {
  if (path !== "/graphql" && path !== "/schema.graphql") {
    if (Object.hasOwn(pages, path)) return answerPage(reply, (pages[path] as Pages[string])());
    if (site?.answer(request, response, requestId)) return NOTHING_RUN;
    if (isAsset(path) && explorer?.files.answer(request, response, requestId)) return NOTHING_RUN;
    return sendProblem(reply, new HttpProblem("NOT_FOUND", nothingAt(path, site)));
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

/** Named by what is in them, so that the page and the explorer cannot mean two things by one name. */
const isAsset = (path: string): boolean => path.startsWith("/assets/");

function nothingAt(path: string, site: Site | null): string {
  const graph = "The graph is served at /graphql";
  const isLacking = path === "/" && site !== null && !site.isBuilt;
  return isLacking ? `The page is not built: npm run build makes it. ${graph}` : graph;
}
