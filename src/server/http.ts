import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { GraphqlAnswer, GraphqlHandler } from "./graphql-server";
import type { Logger } from "./logger";

/** A request that was understood as GraphQL and is wrong as GraphQL. */
const DOCUMENT_ERROR = /"code":"(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)"/;
const LARGEST_BODY_BYTES = 10 * 1024 * 1024;

export interface RunningServer {
  readonly url: string;
  /** Stops accepting, lets requests in flight finish, then resolves. */
  stop(): Promise<void>;
}

/** Serves `/graphql` and `/health` on a host and port; port 0 takes a free one. */
export async function serve(
  graphql: GraphqlHandler,
  { host, port }: { host: string; port: number },
  log: Logger,
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request, response, graphql).catch((cause: unknown) => {
      log.error("request failed", cause);
      if (!response.headersSent) sendProblem(response, 500, "INTERNAL_SERVER_ERROR", "Internal server error");
      response.end();
    });
  });
  await listen(server, host, port);
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host}:${actualPort}/graphql`,
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
  graphql: GraphqlHandler,
): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0];
  if (path === "/health")
    return send(response, 200, [["content-type", "application/json"]], '{"status":"ok"}');
  if (path !== "/graphql") return sendProblem(response, 404, "NOT_FOUND", "The graph is served at /graphql");
  const body = await readBody(request, response);
  if (body === undefined) return;
  const parsed = parseBody(request, body);
  if (parsed instanceof SyntaxError)
    return sendProblem(response, 400, "BAD_REQUEST", "The body is not valid JSON");
  const result = await graphql.handle(request, parsed);
  const [status, text] = await complete(result);
  send(response, status, result.headers, text);
}

/** The body as text, or undefined when the request was answered already, being too large. */
async function readBody(request: IncomingMessage, response: ServerResponse): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > LARGEST_BODY_BYTES) {
      response.setHeader("connection", "close");
      sendProblem(response, 413, "PAYLOAD_TOO_LARGE", `The body is larger than ${LARGEST_BODY_BYTES} bytes`);
      return undefined;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseBody(request: IncomingMessage, body: string): unknown {
  const json =
    (request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() === "application/json";
  if (!json || body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch (error) {
    return error as SyntaxError;
  }
}

/**
 * GraphQL over HTTP: in application/json, a request that is well formed is answered with 200, whatever its errors;
 * a client that accepts application/graphql-response+json gets the status of the fault.
 */
async function complete({ status, headers, body }: GraphqlAnswer): Promise<[number, string]> {
  let text = "";
  if (typeof body === "string") text = body;
  else for await (const part of body) text += part;
  const type = [...headers].find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  const isDocumentError = status === 400 && type.startsWith("application/json") && DOCUMENT_ERROR.test(text);
  return [isDocumentError ? 200 : status, text];
}

function send(
  response: ServerResponse,
  status: number,
  headers: Iterable<[string, string]>,
  text: string,
): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status;
  response.end(text);
}

function sendProblem(response: ServerResponse, status: number, code: string, message: string): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  send(response, status, [["content-type", "application/json; charset=utf-8"]], body);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}
