import type { AnswerSummary } from "./request-record";

/** The answer to a GraphQL request, as HTTP sends it. */
export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  /** Bytes where another thread made it: they are handed over, where a text would be copied. */
  readonly body: string | Uint8Array;
  /** What log and metrics tell of it. */
  readonly summary: AnswerSummary;
  /** It stays the same through the day, and so may be cached. */
  readonly isCatalogue?: boolean;
}
