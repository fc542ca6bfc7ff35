import { type RequestErrorCode, statusOf } from "../../core/errors";
import { JSON_TYPE } from "../request/media-type";
import type { AnswerSummary } from "../request-record";

interface ProblemDetails {
  /** The request parameter that is wrong. */
  readonly field?: string;
  /** Request id in the log, for an internal error. */
  readonly requestId?: string;
  /** Further extensions, such as the limit that was exceeded. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request is well-formed GraphQL over HTTP, and its operation is refused; see `statusIn`. */
  readonly isWellFormed?: boolean;
}

/** A problem as plain data, as it passes from thread to thread. */
export interface ProblemText {
  readonly code: RequestErrorCode;
  readonly message: string;
  readonly details: ProblemDetails;
}

/** The refusal of a request before execution, as a GraphQL response. */
export class HttpProblem extends Error {
  readonly headers: Readonly<Record<string, string>>;
  private readonly shown: Readonly<Record<string, unknown>>;
  private readonly isWellFormed: boolean;

  constructor(
    readonly code: RequestErrorCode,
    message: string,
    private readonly details: ProblemDetails = {},
  ) {
    super(message);
    const { headers = {}, isWellFormed = false, extensions = {}, ...shown } = details;
    this.name = "HttpProblem";
    this.shown = { ...shown, ...extensions };
    this.headers = headers;
    this.isWellFormed = isWellFormed;
  }

  /**
   * In application/json, a well-formed request has status 200 whatever its errors: such a client attributes
   * any other status to a proxy (GraphQL over HTTP, 6.4.1).
   */
  statusIn(type: string): number {
    return this.isWellFormed && type === JSON_TYPE ? 200 : statusOf(this.code);
  }

  static from({ code, message, details }: ProblemText): HttpProblem {
    return new HttpProblem(code, message, details);
  }

  get text(): ProblemText {
    const { code, message, details } = this;
    return { code, message, details };
  }

  /** No operation was executed, or it is not known. */
  get summary(): AnswerSummary {
    return { operationName: null, errorCodes: [this.code] };
  }

  get body(): string {
    const extensions = { code: this.code, ...this.shown };
    return `${JSON.stringify({ errors: [{ message: this.message, extensions }] })}\n`;
  }
}

export function badRequest(message: string, field?: string): HttpProblem {
  return new HttpProblem("BAD_REQUEST", message, field === undefined ? {} : { field });
}

export function unsupportedBody(
  message: string,
  headers: Record<string, string> = { accept: JSON_TYPE },
): HttpProblem {
  return new HttpProblem("UNSUPPORTED_MEDIA_TYPE", message, { headers });
}
