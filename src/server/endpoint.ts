import type { IncomingMessage } from "node:http";
import type { Access, Client } from "./access";
import { isForAll, markCacheable, tagOf } from "./answer/cache-headers";
import type { Reply } from "./answer/reply";
import { HttpProblem } from "./errors/http-problem";
import type { GraphqlHandler, RequestDetails } from "./graphql-server";
import type { Explorer } from "./pages/explorer";
import { JSON_TYPE, PAGE_TYPE, RESULT_TYPE, typeChooser } from "./request/media-type";
import { readJson } from "./request/request-body";
import { type AnswerSummary, NOTHING_RUN } from "./request-record";

export interface EndpointDetails extends Pick<RequestDetails, "requestId" | "isOfKnownPage"> {
  readonly access: Access;
  /** Shown to browsers; null for none. */
  readonly explorer: Explorer | null;
}

/** Answers one request to `/graphql`; a refusal has the type that the client accepts. */
export async function answerGraphql(
  request: IncomingMessage,
  reply: Reply,
  graphql: GraphqlHandler,
  { access, explorer, requestId, isOfKnownPage }: EndpointDetails,
): Promise<AnswerSummary> {
  const isBrowsed = explorer !== null && request.method === "GET";
  const type = (isBrowsed ? typeOrPageOf : typeOf)(request.headers.accept);
  // The same URL has responses of several types: caches must distinguish them.
  reply.varyBy("accept");
  setNotCacheable(reply);
  try {
    requireMethod(request, METHODS, "Only GET and POST are allowed");
    if (type === undefined) throw notAcceptable();
    if (type === PAGE_TYPE) return await showExplorer(request, reply, explorer as Explorer, access);
    const asking = access.admit(request);
    // Not awaited if it is no promise: a turn of the queue costs as much as the response.
    const client = welcomed(asking instanceof Promise ? await asking : asking, reply);
    const body = request.method === "POST" ? await readJson(request, graphql.limits.bodyBytes) : undefined;
    const answering = graphql.handle(request, type, body, { requestId, client, isOfKnownPage });
    const answer = answering instanceof Promise ? await answering : answering;
    const { tag } = answer;
    const isFresh =
      tag !== undefined && markCacheable(request, reply, { tag, forAll: isForAll(request, client) });
    if (isFresh) reply.send(304);
    else reply.send(answer.status, answer.headers, answer.body, answer.encoding);
    return answer.summary;
  } catch (problem) {
    if (!(problem instanceof HttpProblem)) throw problem;
    return sendProblem(reply, problem, type === RESULT_TYPE ? RESULT_TYPE : JSON_TYPE);
  }
}

/** Answers one request to `/schema.graphql`: the published SDL. */
export async function answerSchema(
  request: IncomingMessage,
  reply: Reply,
  { schemaText }: GraphqlHandler,
  access: Access,
): Promise<AnswerSummary> {
  setNotCacheable(reply);
  try {
    requireMethod(request, METHODS_OF_SCHEMA, "The schema is read by GET");
    const client = welcomed(await access.admit(request), reply);
    if (schemaText === null) throw new HttpProblem("NOT_FOUND", "The schema is not served here");
    const [type, text] = ["text/plain; charset=utf-8", schemaText()];
    const cached = { tag: tagOf(type, text), forAll: isForAll(request, client) };
    if (markCacheable(request, reply, cached)) reply.send(304);
    else reply.send(200, [["content-type", type]], text);
    return NOTHING_RUN;
  } catch (problem) {
    if (!(problem instanceof HttpProblem)) throw problem;
    return sendProblem(reply, problem);
  }
}

/** Factors and benchmarks change, so responses are not cached unless stated otherwise. */
function setNotCacheable(reply: Reply): void {
  reply.set("cache-control", "no-store");
}

/** The explorer needs no authentication: it is the same for all, shows no data, and a browser has no token yet. */
async function showExplorer(
  request: IncomingMessage,
  reply: Reply,
  explorer: Explorer,
  access: Access,
): Promise<AnswerSummary> {
  welcomed(await access.admitAnybody(request), reply);
  const { headers, body } = explorer.page(isBelow(request));
  reply.send(200, headers, body);
  return NOTHING_RUN;
}

function isBelow({ url = "" }: IncomingMessage): boolean {
  return url.split("?", 1)[0]?.endsWith("/") ?? false;
}

function welcomed(client: Client, reply: Reply): Client {
  for (const name of Object.keys(client.headers)) reply.set(name, client.headers[name] as string);
  return client;
}

const typeOf = typeChooser([JSON_TYPE, RESULT_TYPE]);
const typeOrPageOf = typeChooser([JSON_TYPE, RESULT_TYPE, PAGE_TYPE]);

const METHODS = ["GET", "POST"];
const METHODS_OF_SCHEMA = ["GET", "HEAD"];

function requireMethod({ method = "" }: IncomingMessage, known: readonly string[], message: string): void {
  if (known.includes(method)) return;
  throw new HttpProblem("METHOD_NOT_ALLOWED", message, { headers: { allow: known.join(", ") } });
}

function notAcceptable(): HttpProblem {
  return new HttpProblem("NOT_ACCEPTABLE", `The graph answers in ${RESULT_TYPE} or ${JSON_TYPE}`);
}

export function sendProblem(reply: Reply, problem: HttpProblem, type: string = JSON_TYPE): AnswerSummary {
  const headers = { ...problem.headers, "content-type": `${type}; charset=utf-8` };
  reply.send(problem.statusIn(type), Object.entries(headers), problem.body);
  return problem.summary;
}
