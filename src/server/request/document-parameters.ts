import type { HTTPGraphQLRequest } from "@apollo/server";
import { isRecord } from "../../core/helpers";
import { badRequest } from "../errors/http-problem";

/** The parameters by which a request names its document. */
export interface DocumentParameters {
  /** Its text. */
  readonly query: string | undefined;
  /** Its identifier, as in persisted documents of GraphQL over HTTP. */
  readonly documentId: string | undefined;
  /** Its SHA-256, as in Apollo's persisted queries. */
  readonly sha256Hash: string | undefined;
}

export const HASH_FIELD = "extensions.persistedQuery.sha256Hash";

type Json = Readonly<Record<string, unknown>>;
/** Where a request names its document. */
type Named = Pick<HTTPGraphQLRequest, "method" | "search" | "body">;

/** @throws HttpProblem for a parameter of the wrong form. */
export function documentParameters(request: Named): DocumentParameters {
  const { query, documentId, extensions } = request.method === "GET" ? inSearch(request) : inBody(request);
  return {
    query: textOrNone(query, "query"),
    documentId: textOrNone(documentId, "documentId"),
    sha256Hash: isRecord(extensions) ? hashIn(extensions.persistedQuery) : undefined,
  };
}

/** The request with the text of its document in place of whatever named it. */
export function withDocument(request: HTTPGraphQLRequest, text: string): HTTPGraphQLRequest {
  if (request.method !== "GET") {
    const { documentId: _, extensions, ...body } = inBody(request);
    return { ...request, body: { ...body, query: text, extensions: withoutHash(extensions) } };
  }
  const search = new URLSearchParams(request.search);
  const { extensions } = inSearch(request);
  search.delete("documentId");
  search.set("query", text);
  if (extensions !== undefined) search.set("extensions", JSON.stringify(withoutHash(extensions)));
  return { ...request, search: `?${search}` };
}

function inBody({ body }: Pick<HTTPGraphQLRequest, "body">): Json {
  if (!isRecord(body)) throw badRequest("The body is a JSON object with the parameters of the request");
  return body;
}

function inSearch({ search }: Pick<HTTPGraphQLRequest, "search">): Json {
  const parameters = new URLSearchParams(search);
  const once = (name: string): string | undefined => {
    const [value, ...others] = parameters.getAll(name);
    if (others.length > 0) throw badRequest(`${name} is given more than once`, name);
    return value;
  };
  return { query: once("query"), documentId: once("documentId"), extensions: parsed(once("extensions")) };
}

function parsed(extensions: string | undefined): unknown {
  if (extensions === undefined) return undefined;
  try {
    return JSON.parse(extensions);
  } catch {
    throw badRequest("extensions is not valid JSON", "extensions");
  }
}

/** `null` is the same as an absent parameter (GraphQL over HTTP, 5.1). */
function textOrNone(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw badRequest(`${name} is a string`, name);
  return value;
}

function hashIn(persistedQuery: unknown): string | undefined {
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  if (!isRecord(persistedQuery) || persistedQuery.version !== 1) {
    throw badRequest("Only persisted queries of version 1 are known", "extensions.persistedQuery.version");
  }
  const hash = persistedQuery.sha256Hash;
  if (typeof hash !== "string" || !/^[0-9a-f]{64}$/.test(hash)) {
    throw badRequest("A SHA-256 has 64 hexadecimal digits, in lower case", HASH_FIELD);
  }
  return hash;
}

function withoutHash(extensions: unknown): unknown {
  if (!isRecord(extensions)) return extensions ?? null;
  const { persistedQuery: _, ...others } = extensions;
  return others;
}
