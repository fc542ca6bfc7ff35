import type { IncomingMessage, ServerResponse } from "node:http";
import type { Access, Client } from "./access";
import type { GraphqlHandler } from "./graphql-server";
import { HttpProblem } from "./http-problem";
import { type AnswerType, JSON_TYPE, PAGE_TYPE, preferredType, RESULT_TYPE } from "./media-type";
import { readJson } from "./request-body";
import type { AnswerSummary } from "./request-record";

/** Answers one request to `/graphql`; what is refused is told in the type that the client accepts. */
export async function answerGraphql(
  request: IncomingMessage,
  response: ServerResponse,
  graphql: GraphqlHandler,
  access: Access,
  requestId: string,
): Promise<AnswerSummary> {
  const type = answerType(request, graphql.hasLandingPage);
  // The same address answers in several types: a cache must tell them apart.
  response.appendHeader("vary", "accept");
  // Factors change, and so do the benchmarks: nothing says for how long an answer holds.
  response.setHeader("cache-control", "no-store");
  try {
    requireMethod(request);
    if (type === undefined) throw notAcceptable();
    const client = await admitted(request, response, access, type);
    const body = request.method === "POST" ? await readJson(request, graphql.limits.bodyBytes) : undefined;
    const answer = await graphql.handle(request, type, body, { requestId, client });
    send(response, answer.status, answer.headers, answer.body);
    return answer.summary;
  } catch (problem) {
    if (!(problem instanceof HttpProblem)) throw problem;
    return sendProblem(response, problem, type === RESULT_TYPE ? RESULT_TYPE : JSON_TYPE);
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

function requireMethod({ method }: IncomingMessage): void {
  if (method === "GET" || method === "POST") return;
  throw new HttpProblem(405, "METHOD_NOT_ALLOWED", "The graph is asked by GET or POST", {
    headers: { allow: "GET, POST" },
  });
}

function notAcceptable(): HttpProblem {
  return new HttpProblem(406, "NOT_ACCEPTABLE", `The graph answers in ${RESULT_TYPE} or ${JSON_TYPE}`);
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
  headers: Iterable<[string, string]>,
  text: string,
): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status;
  response.end(text);
}
