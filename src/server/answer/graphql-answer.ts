import type { AnswerSummary } from "../request-record";

/**
 * A text or, if it is long or from another thread, its bytes in chunks: each is passed on and sent by itself, so that
 * megabytes are never joined or encoded at once.
 */
export type AnswerBody = string | readonly Uint8Array[];

/** The answer to a GraphQL request, as HTTP sends it. */
export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  readonly body: AnswerBody;
  /** How the body is compressed already; absent for a body that is not. */
  readonly encoding?: "gzip";
  /** For log and metrics. */
  readonly summary: AnswerSummary;
  /** ETag of a response that stays the same all day, and so may be cached. */
  readonly tag?: string;
}
