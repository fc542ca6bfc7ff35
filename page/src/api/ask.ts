import { key, refusal } from "../app/key";
import type { TypedDocumentString } from "../generated/operations";
import { connection, NOBODY_ANSWERS } from "./graph-connection";

/** An error in a response of the graph. */
export interface GraphProblem {
  readonly code: string;
  readonly message: string;
  /** Path of the invalid input, such as `input.pools.0.type` or `during.start`; null if there is no single one. */
  readonly field: string | null;
  /** Similar names, if a name is unknown. */
  readonly suggestions: readonly string[];
}

export class GraphError extends Error {
  constructor(readonly problems: readonly [GraphProblem, ...GraphProblem[]]) {
    super(problems[0].message);
  }
}

/** A temporary error: the server is unreachable, or sent `Retry-After`. */
class NoAnswer extends GraphError {
  constructor(
    problem: GraphProblem,
    readonly leastMs: number,
  ) {
    super([problem]);
  }
}

const LATER = new Set(["UNREACHABLE", "OVERLOADED", "RATE_LIMITED", "AUTHENTICATION_UNAVAILABLE"]);

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { code?: string; field?: string; suggestions?: readonly string[] };
  }[];
}

/**
 * Sends a request to the server of the page, and retries until it answers. While it is unreachable, `connection` says so, and the whole
 * page shows it.
 * @throws GraphError with all errors of the response
 * @throws DOMException AbortError if `signal` is aborted
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  for (;;) {
    try {
      const data = await askOnce(document, variables, signal);
      connection.hasAnswered();
      return data;
    } catch (error) {
      if (signal.aborted) throw error;
      if (!(error instanceof NoAnswer)) {
        // A refusal is a response, too.
        if (error instanceof GraphError) connection.hasAnswered();
        throw error;
      }
      connection.hasFailed(error.message, error.leastMs);
      await connection.nextTry(signal);
    }
  }
}

async function askOnce<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  const sent = key.peek();
  const response = await fetch("graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(sent === null ? {} : { authorization: `Bearer ${sent}` }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal,
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new NoAnswer(problem("UNREACHABLE", NOBODY_ANSWERS), 0);
  });
  const { data, errors = [] } = await bodyOf<Data>(response, signal);
  if (response.status === 401) refusal.value = errors[0]?.message ?? "The graph wants a key.";
  else refusal.value = null;
  const [first, ...others] = errors.map(({ message, extensions = {} }) => ({
    code: extensions.code ?? "UNKNOWN",
    message,
    field: extensions.field ?? null,
    suggestions: extensions.suggestions ?? [],
  }));
  if (first !== undefined && LATER.has(first.code)) throw new NoAnswer(first, leastMs(response));
  if (first !== undefined) throw new GraphError([first, ...others]);
  if (data === undefined || data === null)
    throw new GraphError([problem("UNKNOWN", `The graph answered ${response.status}.`)]);
  return data;
}

/** A proxy can send another format, and a response can be incomplete. */
async function bodyOf<Data>(response: Response, signal: AbortSignal): Promise<Answer<Data>> {
  try {
    return (await response.json()) as Answer<Data>;
  } catch (cause) {
    if (signal.aborted) throw cause;
    const message = `What answers at /graphql is not the graph: status ${response.status}.`;
    throw new NoAnswer(problem("UNREACHABLE", message), leastMs(response));
  }
}

/** Delay of `Retry-After` [ms]. */
function leastMs({ headers }: Response): number {
  const seconds = Number(headers.get("retry-after") ?? 0);
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}

function problem(code: string, message: string): GraphProblem {
  return { code, message, field: null, suggestions: [] };
}
