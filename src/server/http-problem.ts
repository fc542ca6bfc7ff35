import { JSON_TYPE } from "./media-type";
import type { AnswerSummary } from "./request-record";

interface ProblemDetails {
  /** The request parameter that is wrong. */
  readonly field?: string;
  /** Name of the request in the log, for a fault of ours. */
  readonly requestId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request is GraphQL over HTTP, and refused for what it asks; see `statusIn`. */
  readonly isWellFormed?: boolean;
}

/** A request that is refused before it is run, told in the form of a GraphQL answer. */
export class HttpProblem extends Error {
  readonly headers: Readonly<Record<string, string>>;
  private readonly shown: Pick<ProblemDetails, "field" | "requestId">;
  private readonly isWellFormed: boolean;

  constructor(
    private readonly status: number,
    readonly code: string,
    message: string,
    { headers = {}, isWellFormed = false, ...shown }: ProblemDetails = {},
  ) {
    super(message);
    this.name = "HttpProblem";
    this.shown = shown;
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
