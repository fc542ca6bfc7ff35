import type { HTTPGraphQLRequest } from "@apollo/server";
import { badRequest, HttpProblem } from "../errors/http-problem";
import {
  type DocumentParameters,
  documentParameters,
  HASH_FIELD,
  withDocument,
} from "../request/document-parameters";
import { sha256 } from "../sha256";
import type { TrustedDocuments } from "./load";

/** A parameter of the request, and the hash in it. */
interface Claim {
  readonly field: string;
  readonly hash: string;
}

/**
 * The request with the text of the trusted document that it names.
 * @throws HttpProblem if it names none, or one that is not trusted.
 */
export function trustedRequest(request: HTTPGraphQLRequest, documents: TrustedDocuments): HTTPGraphQLRequest {
  const claims = claimsOf(documentParameters(request));
  const untrusted = claims.find(({ hash }) => !documents.has(hash));
  if (untrusted !== undefined) throw notTrusted(untrusted.field);
  const [first, ...others] = claims;
  const text = first && documents.get(first.hash);
  if (first === undefined || text === undefined) {
    throw badRequest("The request names no document: it has neither documentId nor query", "documentId");
  }
  const other = others.find(({ hash }) => hash !== first.hash);
  if (other !== undefined)
    throw badRequest(`${first.field} and ${other.field} name different documents`, other.field);
  return withDocument(request, text);
}

function claimsOf({ documentId, sha256Hash, query }: DocumentParameters): readonly Claim[] {
  return [
    { field: "documentId", hash: documentId?.replace(/^sha256:/, "") },
    { field: HASH_FIELD, hash: sha256Hash },
    { field: "query", hash: query === undefined ? undefined : sha256(query) },
  ].filter((claim): claim is Claim => claim.hash !== undefined);
}

function notTrusted(field: string): HttpProblem {
  return new HttpProblem("DOCUMENT_NOT_TRUSTED", "Only registered documents are run here", {
    field,
    isWellFormed: true,
  });
}
