import type { IncomingMessage } from "node:http";
import { documentParameters } from "../request/document-parameters";
import type { JsonBody } from "../request/json-body";

/** Document and operation of a request, as far as known before execution. */
export interface NamedOperation {
  /** Undefined if the document is named by an unknown hash. */
  readonly text: string | undefined;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * @param textOf the text of a document that is named by its SHA-256
 * @throws HttpProblem for parameters of the wrong form
 */
export function namedOperation(
  { method = "GET", url = "/" }: Pick<IncomingMessage, "method" | "url">,
  body: JsonBody | undefined,
  textOf: (hash: string) => string | undefined,
): NamedOperation {
  const { search, searchParams } = new URL(url, "http://localhost");
  const value = body?.value;
  const { query, documentId, sha256Hash } = documentParameters({ method, search, body: value });
  const hash = documentId?.replace(/^sha256:/, "") ?? sha256Hash;
  const inBody = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const { operationName, variables } =
    method === "GET"
      ? { operationName: searchParams.get("operationName"), variables: parsed(searchParams.get("variables")) }
      : inBody;
  return {
    text: query ?? (hash === undefined ? undefined : textOf(hash)),
    operationName: typeof operationName === "string" && operationName !== "" ? operationName : null,
    variables: typeof variables === "object" && variables !== null ? { ...variables } : {},
  };
}

/** Text that is not JSON is refused later, by the handler. */
function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
