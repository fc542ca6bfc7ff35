import type { IncomingMessage, ServerResponse } from "node:http";
import type { Access, Client } from "./access";
import { endWith } from "./answer-body";
import type { AnswerBody } from "./graphql-answer";
import type { GraphqlHandler, RequestDetails } from "./graphql-server";
import { HttpProblem } from "./http-problem";
import { isForAll, markKept, tagOf } from "./keeping";
import { type AnswerType, JSON_TYPE, PAGE_TYPE, preferredType, RESULT_TYPE } from "./media-type";
import { readJson } from "./request-body";
import { type AnswerSummary, NOTHING_RUN } from "./request-record";

/** Answers one request to `/graphql`; a refusal has the type that the client accepts. */
export async function answerGraphql(
  request: IncomingMessage,
  response: ServerResponse,
  graphql: GraphqlHandler,
  { access, ...asked }: Omit<RequestDetails, "client"> & { readonly access: Access },
): Promise<AnswerSummary> {
  const type = answerType(request, graphql.hasLandingPage);
  // The same address answers in several types: a cache must tell them apart.
  response.appendHeader("vary", "accept");
  return orProblem(response, type === RESULT_TYPE ? RESULT_TYPE : JSON_TYPE, async () => {
    requireMethod(request, ["GET", "POST"], "The graph takes GET and POST");
    if (type === undefined) throw notAcceptable();
    const client = await admitted(request, response, access, type);
    const body = request.method === "POST" ? await readJson(request, graphql.limits.bodyBytes) : undefined;
    const answer = await graphql.handle(request, type, body, { ...asked, client });
    const { tag } = answer;
    const isHad =
      tag !== undefined && markKept(request, response, { tag, forAll: isForAll(request, client) });
    if (isHad) send(response, 304);
    else send(response, answer.status, answer.headers, answer.body);
    return answer.summary;
  });
}

/** Answers one request to `/schema.graphql`: the published SDL. */
export async function answerSchema(
  request: IncomingMessage,
  response: ServerResponse,
  { schemaText }: GraphqlHandler,
  access: Access,
): Promise<AnswerSummary> {
  return orProblem(response, JSON_TYPE, async () => {
    requireMethod(request, ["GET", "HEAD"], "The schema is read by GET");
    const client = await admitted(request, response, access, JSON_TYPE);
    if (schemaText === null) throw new HttpProblem("NOT_FOUND", "The schema is not served here");
    const [type, text] = ["text/plain; charset=utf-8", schemaText()];
    const kept = { tag: tagOf(type, text), forAll: isForAll(request, client) };
    if (markKept(request, response, kept)) send(response, 304);
    else send(response, 200, [["content-type", type]], text);
    return NOTHING_RUN;
  });
}

async function orProblem(
  response: ServerResponse,
  type: string,
  answering: () => Promise<AnswerSummary>,
): Promise<AnswerSummary> {
  // Factors change, and so do the benchmarks: unless it is said, an answer does not hold for any time.
  response.setHeader("cache-control", "no-store");
  try {
    return await answering();
  } catch (problem) {
    if (!(problem instanceof HttpProblem)) throw problem;
    return sendProblem(response, problem, type);
  }
}

/** Who asks. The explorer is the same for all and shows no data: a browser that opens it has no token to send yet. */
async function admitted(
  request: IncomingMessage,
  response: ServerResponse,
  access: Access,
  type: AnswerType,
): Promise<Client> {
  const client = await (type === PAGE_TYPE ? access.admitAnybody(request) : access.admit(request));
  for (const [name, value] of Object.entries(client.headers)) response.setHeader(name, value);
  return client;
}

function answerType({ method, headers }: IncomingMessage, hasLandingPage: boolean): AnswerType | undefined {
  const offers: AnswerType[] = [JSON_TYPE, RESULT_TYPE];
  if (method === "GET" && hasLandingPage) offers.push(PAGE_TYPE);
  return preferredType(headers.accept, offers);
}

function requireMethod({ method = "" }: IncomingMessage, known: readonly string[], message: string): void {
  if (known.includes(method)) return;
  throw new HttpProblem("METHOD_NOT_ALLOWED", message, { headers: { allow: known.join(", ") } });
}

function notAcceptable(): HttpProblem {
  return new HttpProblem("NOT_ACCEPTABLE", `The graph answers in ${RESULT_TYPE} or ${JSON_TYPE}`);
}

export function sendProblem(
  response: ServerResponse,
  problem: HttpProblem,
  type: string = JSON_TYPE,
): AnswerSummary {
  const headers = { ...problem.headers, "content-type": `${type}; charset=utf-8` };
  send(response, problem.statusIn(type), Object.entries(headers), problem.body);
  return problem.summary;
}

export function send(
  response: ServerResponse,
  status: number,
  headers: Iterable<[string, string]> = [],
  body: AnswerBody = "",
): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status;
  endWith(response, body);
}
