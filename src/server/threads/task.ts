import type { IncomingHttpHeaders } from "node:http";
import type { MessagePort } from "node:worker_threads";
import type { GraphqlAnswer } from "../answer/graphql-answer";
import type { ProblemText } from "../errors/http-problem";
import type { AnswerType } from "../request/media-type";

/** A request for a thread: everything that can be cloned. */
export interface ThreadTask {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly type: AnswerType;
  /** JSON body of a POST, not decoded where it came as bytes. */
  readonly body: Uint8Array | string | undefined;
  readonly requestId: string;
  readonly client: string | null;
  readonly isOfKnownPage: boolean;
  /** Asked by the process itself: the thread goes on with its own preparations. */
  readonly isPreparation?: boolean;
  /** Whether a long answer is compressed with gzip: the client accepts it, and nobody else gets the answer. */
  readonly isGzipped: boolean;
  /** Deadline [ms since the epoch, by the monotonic clock]. */
  readonly endsAt: number;
  /** Not 0 if the request is aborted. */
  readonly isAbandoned: Int32Array;
  /** Port to the process: its benchmark store, and the texts that are registered. */
  readonly process: MessagePort;
}

/** Response of a thread, with the number of calculator runs by kind. */
export type ThreadResult = { readonly calculations: ReadonlyMap<string, number> } & (
  | { readonly answer: Omit<GraphqlAnswer, "headers"> & { readonly headers: [string, string][] } }
  | { readonly problem: ProblemText }
);

/** The monotonic clock in milliseconds since the epoch: the same in all threads of a process. */
export function monotonicNow(): number {
  return performance.timeOrigin + performance.now();
}
