import type { IncomingHttpHeaders } from "node:http";
import type { MessagePort } from "node:worker_threads";
import type { GraphqlAnswer } from "../graphql-answer";
import type { ProblemText } from "../http-problem";
import type { AnswerType } from "../media-type";

/** A request that a thread answers: everything of it that structured clones carry. */
export interface ThreadTask {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly type: AnswerType;
  /** JSON of a POST. */
  readonly body: string | undefined;
  readonly requestId: string;
  readonly client: string | null;
  readonly isOfKnownPage: boolean;
  /** When its time is over [ms since the epoch, by the monotonic clock]. */
  readonly endsAt: number;
  /** Not 0 when the request was abandoned. */
  readonly isAbandoned: Int32Array;
  /** Leads to the store of benchmarks, which the process has one of. */
  readonly store: MessagePort;
}

/** What a thread answers, with how often calculators of each kind were run for it. */
export type ThreadResult = { readonly calculations: ReadonlyMap<string, number> } & (
  | { readonly answer: Omit<GraphqlAnswer, "headers"> & { readonly headers: [string, string][] } }
  | { readonly problem: ProblemText }
);

/** The monotonic clock in milliseconds since the epoch: the same in all threads of a process. */
export function monotonicNow(): number {
  return performance.timeOrigin + performance.now();
}
