import type { AnswerSummary } from "./request-record";

/**
 * A text or, where it is long or another thread made it, its bytes in pieces: each is handed over and sent by itself, so that
 * nobody joins or encodes megabytes in one go.
 */
export type AnswerBody = string | readonly Uint8Array[];

/** The answer to a GraphQL request, as HTTP sends it. */
export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  readonly body: AnswerBody;
  /** What log and metrics tell of it. */
  readonly summary: AnswerSummary;
  /** What identifies an answer that stays the same through the day, and so may be cached. */
  readonly tag?: string;
}
