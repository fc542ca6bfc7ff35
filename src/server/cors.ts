import type { IncomingMessage } from "node:http";
import { PREFLIGHT_HEADERS } from "./apollo";
import type { Reply } from "./reply";

/** Any origin; the setting must be this very sign. */
export const ANY_ORIGIN = "*";

/** What a page may send beside what browsers send by themselves: what clients of GraphQL and their tracing are known to. */
const REQUEST_HEADERS = [
  "content-type",
  "content-encoding",
  "accept",
  "authorization",
  "x-auth-token",
  "cache-control",
  "if-none-match",
  ...PREFLIGHT_HEADERS,
  "apollographql-client-name",
  "apollographql-client-version",
  "graphql-client-name",
  "graphql-client-version",
  "x-apollo-operation-id",
  "x-apollo-operation-type",
  "x-apollo-cache-key",
  "x-apollo-cache-fetch-strategy",
  "x-apollo-expire-timeout",
  "x-apollo-expire-after-read",
  "x-apollo-prefetch",
  "x-apollo-cache-do-not-store",
  "traceparent",
  "tracestate",
  "baggage",
  "sentry-trace",
  "x-request-id",
];

/** How long a browser need not ask again [s]. */
const REMEMBERED = "600";

/**
 * Tells browsers which pages of other origins may read answers: without any, none. Cookies and the like are never
 * part of it: credentials are in headers that a page sets itself.
 */
export class CrossOrigin {
  private readonly requestHeaders: string;

  /** @param headers that pages may send, in lower case, beside the known ones */
  constructor(
    private readonly origins: readonly string[],
    headers: readonly string[] = [],
  ) {
    this.requestHeaders = [...new Set([...REQUEST_HEADERS, ...headers])].join(", ");
  }

  /** Marks an answer for the page that asks. */
  mark({ headers: { origin } }: IncomingMessage, reply: Reply): void {
    if (this.origins.length === 0) return;
    if (!this.isAny) reply.varyBy("origin");
    if (!this.allows(origin)) return;
    reply.set("access-control-allow-origin", this.isAny ? ANY_ORIGIN : origin);
    reply.set(
      "access-control-expose-headers",
      "etag, retry-after, x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset",
    );
  }

  /** Whether a request is a browser's question before a request of a page that may ask. */
  isPreflight({ method, headers }: IncomingMessage): boolean {
    return (
      method === "OPTIONS" &&
      headers["access-control-request-method"] !== undefined &&
      this.allows(headers.origin)
    );
  }

  /**
   * Whether a browser says that a page asks which may read answers: one of an origin that is let in, or of our own. No
   * page can say so itself, nor have a request sent by an image or a form that says it.
   */
  isOfKnownPage({ headers }: IncomingMessage): boolean {
    return headers["sec-fetch-site"] === "same-origin" || this.allows(headers.origin);
  }

  answerPreflight(reply: Reply): void {
    reply.send(204, [
      ["access-control-allow-methods", "GET, POST"],
      ["access-control-allow-headers", this.requestHeaders],
      ["access-control-max-age", REMEMBERED],
    ]);
  }

  private get isAny(): boolean {
    return this.origins.includes(ANY_ORIGIN);
  }

  private allows(origin: string | undefined): origin is string {
    return origin !== undefined && (this.isAny || this.origins.includes(origin));
  }
}
