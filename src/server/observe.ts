import type { IncomingMessage, ServerResponse } from "node:http";
import type { EarlyEnd } from "./connections";
import type { Logger } from "./logger";
import { pathOf } from "./path";
import { requestIdOf } from "./request/request-id";
import {
  type AnswerSummary,
  type ObservedRequest,
  type RequestHead,
  type RequestObserver,
  type RequestRecord,
} from "./request-record";

const LONGEST_IN_LOG = 64;

/** A request in flight. At its end, it is logged in one line, and each observer gets a record. */
export class Observation {
  readonly head: RequestHead;
  private readonly start = performance.now();
  private readonly bytesBefore: number;
  private readonly requests: readonly ObservedRequest[];
  private summary: AnswerSummary | null = null;
  /** When the response ended [ms]; null before. */
  private end: number | null = null;
  private early: EarlyEnd | null = null;

  constructor(
    request: IncomingMessage,
    private readonly response: ServerResponse,
    observers: readonly RequestObserver[],
    private readonly log: Logger,
  ) {
    this.head = headOf(request);
    this.bytesBefore = request.socket.bytesWritten;
    this.requests = observers.map((observer) => observer.begin(this.head));
  }

  /** Answers the request, within all observers. */
  async run(answering: () => Promise<AnswerSummary>): Promise<void> {
    this.summary = await this.requests.reduceRight(within, answering)();
    this.tellIfOver();
  }

  /** The response is complete, or the client has disconnected. This can precede the end of the handler, as a response may be sent before its record is complete. */
  over(early: EarlyEnd | null): void {
    this.end = performance.now();
    this.early = early;
    this.tellIfOver();
  }

  private tellIfOver(): void {
    const { head, response, summary, end, early } = this;
    if (summary === null || end === null) return;
    const record: RequestRecord = {
      requestId: head.requestId,
      method: head.method,
      path: head.path,
      operationName: summary.operationName,
      // What the handler found out after its client had left is no error of an answer: its work was stopped.
      errorCodes: (early ?? summary).errorCodes,
      status: early?.status ?? response.statusCode,
      durationMs: Math.round((end - this.start) * 1000) / 1000,
      bytes: response.req.socket.bytesWritten - this.bytesBefore,
      isComplete: early?.isAnswered ?? response.writableFinished,
    };
    writeLine(this.log, record);
    for (const one of this.requests) one.end(record);
  }
}

function within<T>(run: () => Promise<T>, request: ObservedRequest): () => Promise<T> {
  return () => request.run(run);
}

function headOf({ method = "GET", url = "/", headers }: IncomingMessage): RequestHead {
  return { requestId: requestIdOf(headers["x-request-id"]), method, path: pathOf({ url }), headers };
}

const NONE: readonly string[] = [];

/** Probes come every few seconds, so they are logged at debug level only. */
const isProbe = (path: string): boolean =>
  path === "/metrics" || path === "/health" || path.startsWith("/health/");

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
    errors: errorCodes.length === 0 ? NONE : [...new Set(errorCodes)].slice(0, 20).map(bounded),
    bytes,
    aborted: isComplete ? undefined : true,
  });
}

/** A text of the client, cut, and without terminal control characters. */
function bounded(text: string): string {
  return isPlain(text) ? text : text.slice(0, LONGEST_IN_LOG).replace(/[^\x20-\x7e]/g, "?");
}

function isPlain(text: string): boolean {
  return text.length <= LONGEST_IN_LOG && /^[\x20-\x7e]*$/.test(text);
}
