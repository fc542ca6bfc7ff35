import { key, refusal } from "../app/key";
import type { TypedDocumentString } from "../generated/operations";

/** An error of the graph, as it says it. */
export interface GraphProblem {
  readonly code: string;
  readonly message: string;
  /** What was at fault, such as `input.pools.0.type` or `during.start`; null for no single thing. */
  readonly field: string | null;
  /** Nearest names where a name is unknown. */
  readonly suggestions: readonly string[];
}

export class GraphError extends Error {
  constructor(readonly problems: readonly [GraphProblem, ...GraphProblem[]]) {
    super(problems[0].message);
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { code?: string; field?: string; suggestions?: readonly string[] };
  }[];
}

/**
 * Asks the graph that served the page.
 * @throws GraphError with all that it says is wrong; with code UNREACHABLE where nobody answers
 * @throws DOMException AbortError when `signal` says that the answer is of no more interest
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const sent = key.peek();
  const response = await fetch("graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(sent === null ? {} : { authorization: `Bearer ${sent}` }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw problem("UNREACHABLE", "The graph does not answer. Is it still running, and this device online?");
  });
  const { data, errors = [] } = await bodyOf<Data>(response);
  if (response.status === 401) refusal.value = errors[0]?.message ?? "The graph wants a key.";
  else refusal.value = null;
  const [first, ...others] = errors.map(({ message, extensions = {} }) => ({
    code: extensions.code ?? "UNKNOWN",
    message,
    field: extensions.field ?? null,
    suggestions: extensions.suggestions ?? [],
  }));
  if (first !== undefined) throw new GraphError([first, ...others]);
  if (data === undefined || data === null) throw problem("UNKNOWN", `The graph answered ${response.status}.`);
  return data;
}

/** A proxy in between may answer in its own way. */
async function bodyOf<Data>(response: Response): Promise<Answer<Data>> {
  try {
    return (await response.json()) as Answer<Data>;
  } catch (cause) {
    if (cause instanceof DOMException) throw cause;
    throw problem("UNREACHABLE", `What answers at /graphql is not the graph: status ${response.status}.`);
  }
}

function problem(code: string, message: string): GraphError {
  return new GraphError([{ code, message, field: null, suggestions: [] }]);
}
