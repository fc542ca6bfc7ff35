import { isRecord } from "../../core/helpers";
import { FootprintError, type Problem, problemOf } from "../failure";

export interface GraphAddress {
  /** Of the graph, or of its server. */
  readonly url: string;
  readonly apiKey?: string | null;
  /** How long an answer may take [s]. */
  readonly timeoutSeconds?: number;
}

interface GraphError {
  readonly message: string;
  readonly path?: readonly unknown[];
  readonly extensions?: {
    readonly code?: string;
    readonly field?: string;
    readonly suggestions?: readonly string[];
  };
}

interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphError[];
}

const PATIENCE_SECONDS = 60;

/** Sends requests to a server over HTTP, and turns failures into readable errors. */
export class GraphClient {
  private readonly url: URL;
  private readonly timeoutSeconds: number;

  /** @throws FootprintError for an invalid address */
  constructor(private readonly address: GraphAddress) {
    this.url = graphAt(address.url);
    this.timeoutSeconds = address.timeoutSeconds ?? PATIENCE_SECONDS;
  }

  /**
   * @param mayLack a field of the answer that is null where it fails, which is no failure of the others
   * @throws FootprintError of the first error, or why there is no answer
   */
  async ask<Data>(text: string, variables: object, mayLack?: string): Promise<Data> {
    const { data, errors = [] } = await this.post(JSON.stringify({ query: text, variables }));
    const problems = errors
      .filter(({ path }) => mayLack === undefined || path?.[0] !== mayLack)
      .map(problemIn);
    const [first] = problems;
    if (first !== undefined) throw new GraphRefusal(first, problems);
    return data as Data;
  }

  private async post(body: string): Promise<GraphAnswer> {
    const { status, text } = await this.fetch(body);
    const answer = parsed(text);
    if (answer !== null) return answer;
    throw unanswered("NOT_FOUND", `${this.url} does not answer as a graph does (${status}).`);
  }

  /** The whole answer: it can be cut off, or take too long, after it has begun. */
  private async fetch(body: string): Promise<{ readonly status: string; readonly text: string }> {
    const { apiKey } = this.address;
    const headers = {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    };
    try {
      const signal = AbortSignal.timeout(this.timeoutSeconds * 1000);
      const response = await fetch(this.url, { method: "POST", headers, body, signal });
      const status = `${response.status} ${response.statusText}`.trim();
      return { status, text: await response.text() };
    } catch (error) {
      throw unanswered("STORE_UNAVAILABLE", this.reasonOf(error as Error), error);
    }
  }

  private reasonOf(error: Error): string {
    if (error.name === "TimeoutError") return `${this.url} did not answer within ${this.timeoutSeconds} s.`;
    const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
    return `${this.url} cannot be reached: ${REASONS[code ?? ""] ?? message}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the name of the host cannot be resolved",
  ECONNRESET: "the connection was cut",
  ETIMEDOUT: "the connection timed out",
  UND_ERR_SOCKET: "the connection was cut",
};

/** The path of the graph, where an address has none. */
function graphAt(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new FootprintError({
      code: "BAD_USER_INPUT",
      message: `server must be an address such as http://localhost:4000, got "${text}".`,
      field: "server",
      suggestions: [],
    });
  if (url.pathname === "/") url.pathname = "/graphql";
  return url;
}

function parsed(text: string): GraphAnswer | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && ("data" in value || "errors" in value) ? (value as GraphAnswer) : null;
  } catch {
    return null;
  }
}

function problemIn({ message, extensions = {} }: GraphError): Problem {
  const { code = "INTERNAL_SERVER_ERROR", field = null, suggestions = [] } = extensions;
  return { code, message: message.replace(OF_VARIABLES, "$1 cannot be taken: "), field, suggestions };
}

/** The server's message about a value of the wrong type names a variable that the user has not written. */
const OF_VARIABLES = /^Variable "\$\w+" got invalid value (.+?) at "[^"]*"; /s;

/** An answer that has errors, all of them with the fields of the graph. */
export class GraphRefusal extends FootprintError {
  constructor(
    first: Problem,
    readonly all: readonly Problem[],
  ) {
    super(ofLine(first));
  }
}

function unanswered(code: string, message: string, cause?: unknown): FootprintError {
  return new FootprintError({ code, message, field: null, suggestions: [] }, { cause });
}

/** Of what the server neither answers nor refuses. */
export const NO_ANSWER: Problem = {
  code: "INTERNAL_SERVER_ERROR",
  message: "Internal server error",
  field: null,
  suggestions: [],
};

/** The problem of a line, without the place that the line had in its list. */
export function ofLine(problem: Problem): Problem {
  return problemOf({ ...problem, field: problem.field?.replace(/^items\.\d+\./, "") ?? null });
}
