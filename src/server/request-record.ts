import type { IncomingHttpHeaders } from "node:http";

/** Record of the executed operation, supplied by the code that executes it. */
export interface AnswerSummary {
  /** Name of the executed operation; null if it has none, or if none was executed. */
  readonly operationName: string | null;
  /** `extensions.code` of each error. */
  readonly errorCodes: readonly string[];
}

export const NOTHING_RUN: AnswerSummary = { operationName: null, errorCodes: [] };

/** A request whose headers have been read. */
export interface RequestHead {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Outcome of a request. */
export interface RequestRecord extends AnswerSummary {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** 499 if no response was begun when the connection was closed. */
  readonly status: number;
  readonly durationMs: number;
  /** Of the response, including its headers. */
  readonly bytes: number;
  /** False if the client disconnected before the end of the response. */
  readonly isComplete: boolean;
}

/** Observes requests from outside the handler: metrics and traces. */
export interface RequestObserver {
  begin(head: RequestHead): ObservedRequest;
}

export interface ObservedRequest {
  /** Runs the handler in the context of the request, for traces. */
  run<T>(answering: () => T): T;
  /** Called once, when the response is complete or the client has disconnected. */
  end(record: RequestRecord): void;
}
