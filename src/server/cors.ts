import type { IncomingMessage } from "node:http";
import type { Reply } from "./answer/reply";
import { PREFLIGHT_HEADERS } from "./apollo";

/** The setting for any origin. */
const ANY_ORIGIN = "*";

/** Request headers that pages may set: those of GraphQL clients and tracing. */
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

/** How long a browser may cache the response to a preflight [s]. */
const REMEMBERED = "600";

/**
 * CORS: which pages of other origins may read responses; by default none. Cookies and the like are never
 * allowed: credentials are in headers that a page sets itself.
 */
export class CrossOrigin {
  private readonly requestHeaders: string;

  /** @param headers further request headers that pages may set, in lower case */
  constructor(
    private readonly origins: readonly string[],
    headers: readonly string[] = [],
  ) {
    this.requestHeaders = [...new Set([...REQUEST_HEADERS, ...headers])].join(", ");
  }

  /** Sets the headers that let the requesting page read the response. */
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

  /** Whether this is the preflight of a page with an allowed origin. */
  isPreflight({ method, headers }: IncomingMessage): boolean {
    return (
      method === "OPTIONS" &&
      headers["access-control-request-method"] !== undefined &&
      this.allows(headers.origin)
    );
  }

  /**
   * Whether the browser names an origin that may read responses: an allowed one, or our own. No
   * page can set this header itself, nor do images and forms of other pages have it.
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
