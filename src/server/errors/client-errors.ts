import { type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Connections } from "../connections";
import { HttpProblem } from "./http-problem";

/**
 * Bytes that Node cannot parse as a request are answered like everything else: as GraphQL, with a code. The connection is of
 * no further use.
 */
export function answerClientErrors(server: Server, connections: Connections): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    // A client that ends its side of the connection within a body has left, as one that does so while it waits.
    const hasLeft = error.code === "HPE_INVALID_EOF_STATE" && connections.isAsked(socket);
    if (hasLeft || error.code === "ECONNRESET" || !socket.writable || connections.isMidAnswer(socket)) {
      socket.destroy();
      return;
    }
    const problem = problemOf(error);
    const status = statusOf(problem);
    connections.endEarly(socket, { status, errorCodes: problem.summary.errorCodes, isAnswered: true });
    socket.end(raw(problem, status), () => socket.destroy());
  });
}

function problemOf({ code }: NodeJS.ErrnoException): HttpProblem {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return new HttpProblem("REQUEST_NOT_RECEIVED", "The request was not received completely in time");
  }
  if (code === "HPE_HEADER_OVERFLOW") {
    return new HttpProblem("HEADERS_TOO_LARGE", "The URL and headers are too large");
  }
  return new HttpProblem("BAD_REQUEST", "This is no HTTP request");
}

function statusOf(problem: HttpProblem): number {
  return problem.statusIn("application/graphql-response+json");
}

function raw(problem: HttpProblem, status: number): string {
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(problem.body)}`,
    "connection: close",
    "",
    problem.body,
  ].join("\r\n");
}
