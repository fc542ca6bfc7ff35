import type { ErrorCode } from "../core/errors";
import { JSON_TYPE } from "./media-type";
import type { AnswerSummary } from "./request-record";

/** The closed list of what can be wrong with a request before it is run, beside the codes of GraphQL errors. */
export const HTTP_CODES = {
  BAD_REQUEST: "The request is no GraphQL over HTTP.",
  NOT_FOUND: "Nothing is served at this path.",
  METHOD_NOT_ALLOWED: "The graph is asked by GET or POST.",
  NOT_ACCEPTABLE: "The graph answers in none of the types that are accepted.",
  UNSUPPORTED_MEDIA_TYPE: "The body is not JSON in UTF-8, or it is compressed in a way that is not known.",
  PAYLOAD_TOO_LARGE: "The body is larger than it may be.",
  HEADERS_TOO_LARGE: "The headers, with the address, are larger than they may be.",
  REQUEST_NOT_RECEIVED: "The request did not come in whole in the time that it has.",
  DOCUMENT_NOT_TRUSTED: "The document is none of those that are run here.",
  UNAUTHENTICATED: "The request does not say, in a way that holds, who asks.",
  AUTHENTICATION_UNAVAILABLE:
    "Who asks cannot be checked at present: the same request may be answered later.",
  RATE_LIMITED: "The client asks more often than it may.",
  INTERNAL_SERVER_ERROR: "A fault of ours.",
} as const;

type ProblemCode = keyof typeof HTTP_CODES | ErrorCode;

interface ProblemDetails {
  /** The request parameter that is wrong. */
  readonly field?: string;
  /** Name of the request in the log, for a fault of ours. */
  readonly requestId?: string;
  /** What else a client is told, such as the limit that was exceeded. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request is GraphQL over HTTP, and refused for what it asks; see `statusIn`. */
  readonly isWellFormed?: boolean;
}

/** A request that is refused before it is run, told in the form of a GraphQL answer. */
export class HttpProblem extends Error {
  readonly headers: Readonly<Record<string, string>>;
  private readonly shown: Readonly<Record<string, unknown>>;
  private readonly isWellFormed: boolean;

  constructor(
    private readonly status: number,
    readonly code: ProblemCode,
    message: string,
    { headers = {}, isWellFormed = false, extensions = {}, ...shown }: ProblemDetails = {},
  ) {
    super(message);
    this.name = "HttpProblem";
    this.shown = { ...shown, ...extensions };
    this.headers = headers;
    this.isWellFormed = isWellFormed;
  }

  /**
   * In application/json a well-formed request is answered with 200 whatever its errors: a client of that type takes
   * any other status for the word of a proxy (GraphQL over HTTP, 6.4.1).
   */
  statusIn(type: string): number {
    return this.isWellFormed && type === JSON_TYPE ? 200 : this.status;
  }

  /** No operation was run, or none is known of. */
  get summary(): AnswerSummary {
    return { operationName: null, errorCodes: [this.code] };
  }

  get body(): string {
    const extensions = { code: this.code, ...this.shown };
    return `${JSON.stringify({ errors: [{ message: this.message, extensions }] })}\n`;
  }
}

export function badRequest(message: string, field?: string): HttpProblem {
  return new HttpProblem(400, "BAD_REQUEST", message, field === undefined ? {} : { field });
}

export function unsupportedBody(
  message: string,
  headers: Record<string, string> = { accept: JSON_TYPE },
): HttpProblem {
  return new HttpProblem(415, "UNSUPPORTED_MEDIA_TYPE", message, { headers });
}
