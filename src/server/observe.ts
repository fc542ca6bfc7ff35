import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "./logger";
import { pathOf } from "./path";
import { requestIdOf } from "./request-id";
import {
  type AnswerSummary,
  type ObservedRequest,
  type RequestHead,
  type RequestObserver,
  type RequestRecord,
} from "./request-record";

const LONGEST_IN_LOG = 64;

interface Surrounding {
  /** Resolves when the answer is complete, or the client gone. */
  readonly over: Promise<void>;
  readonly observers: readonly RequestObserver[];
  readonly log: Logger;
}

/** Answers, and tells of it when that is over: one line in the log, and a record to each observer. */
export async function observed(
  request: IncomingMessage,
  response: ServerResponse,
  answering: (requestId: string) => Promise<AnswerSummary>,
  { over, observers, log }: Surrounding,
): Promise<void> {
  const head = headOf(request);
  const start = performance.now();
  const bytesBefore = request.socket.bytesWritten;
  const requests = observers.map((observer) => observer.begin(head));
  response.setHeader("x-request-id", head.requestId);
  const run = requests.reduceRight(within, () => answering(head.requestId));
  // Either can be the first: an answer may be on its way before its record is complete.
  const [summary, end] = await Promise.all([run(), over.then(() => performance.now())]);
  const record: RequestRecord = {
    requestId: head.requestId,
    method: head.method,
    path: head.path,
    ...summary,
    status: response.statusCode,
    durationMs: Math.round((end - start) * 1000) / 1000,
    bytes: request.socket.bytesWritten - bytesBefore,
    isComplete: response.writableFinished,
  };
  writeLine(log, record);
  for (const one of requests) one.end(record);
}

function within<T>(run: () => Promise<T>, request: ObservedRequest): () => Promise<T> {
  return () => request.run(run);
}

function headOf({ method = "GET", url = "/", headers }: IncomingMessage): RequestHead {
  return { requestId: requestIdOf(headers["x-request-id"]), method, path: pathOf({ url }), headers };
}

/** What a probe asks every few seconds is of interest to who looks for it alone. */
const isProbe = (path: string): boolean => path === "/metrics" || /^\/health(\/|$)/.test(path);

function writeLine(log: Logger, record: RequestRecord): void {
  const { requestId, method, path, status, durationMs, operationName, errorCodes, bytes, isComplete } =
    record;
  log[isProbe(path) ? "debug" : "info"]("request", {
    requestId,
    method: bounded(method),
    path: bounded(path),
    status,
    durationMs,
    operation: operationName === null ? null : bounded(operationName),
    errors: [...new Set(errorCodes)].slice(0, 20).map(bounded),
    bytes,
    ...(isComplete ? {} : { aborted: true }),
  });
}

/** What a client wrote, cut, and without what a terminal would take for a command. */
function bounded(text: string): string {
  return text.slice(0, LONGEST_IN_LOG).replace(/[^\x20-\x7e]/g, "?");
}
