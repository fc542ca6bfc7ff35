import type { HTTPGraphQLRequest } from "@apollo/server";
import { badRequest } from "../errors/http-problem";
import { sha256 } from "../sha256";
import { documentParameters, HASH_FIELD } from "./document-parameters";

/**
 * Refuses a registration with a wrong hash, and passes on any other request. Apollo Server would refuse it, too, but
 * with an error without code, which would count as an internal error.
 * @throws HttpProblem
 */
export function checkPersistedQuery(request: HTTPGraphQLRequest): HTTPGraphQLRequest {
  const { query, sha256Hash } = documentParameters(request);
  if (query !== undefined && sha256Hash !== undefined && sha256(query) !== sha256Hash) {
    throw badRequest("The hash is not the SHA-256 of the query", HASH_FIELD);
  }
  return request;
}
