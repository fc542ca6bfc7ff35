import type { IncomingHttpHeaders } from "node:http";

/** What is recorded of the GraphQL in an answer. The code that runs the operation supplies it. */
export interface AnswerSummary {
  /** Name of the operation that was run; null for one without a name, or when none was. */
  readonly operationName: string | null;
  /** `extensions.code` of each error. */
  readonly errorCodes: readonly string[];
}

export const NOTHING_RUN: AnswerSummary = { operationName: null, errorCodes: [] };

/** A request whose head has been read. */
export interface RequestHead {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** What became of a request. */
export interface RequestRecord extends AnswerSummary {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  /** Of the answer, its head included. */
  readonly bytes: number;
  /** False when the client went away before it had the whole answer. */
  readonly isComplete: boolean;
}

/** Watches requests from outside the pipeline that answers them: metrics and traces each are one. */
export interface RequestObserver {
  begin(head: RequestHead): ObservedRequest;
}

export interface ObservedRequest {
  /** Runs the answering, so that what it does is known to belong to the request. */
  run<T>(answering: () => T): T;
  /** Called once, when the answer is complete or its client gone. */
  end(record: RequestRecord): void;
}
