import { ERROR_CODES } from "../core/contract";

/** Every code that an answer of this graph can carry beside those of the contract: of Apollo Server, and of HTTP. */
const OTHER_CODES = [
  "AUTHENTICATION_UNAVAILABLE",
  "BAD_REQUEST",
  "DOCUMENT_NOT_TRUSTED",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "INTERNAL_SERVER_ERROR",
  "METHOD_NOT_ALLOWED",
  "NOT_ACCEPTABLE",
  "NOT_FOUND",
  "OPERATION_RESOLUTION_FAILURE",
  "PAYLOAD_TOO_LARGE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "RATE_LIMITED",
  "UNAUTHENTICATED",
  "UNSUPPORTED_MEDIA_TYPE",
];

const KNOWN = new Set([...Object.keys(ERROR_CODES), ...OTHER_CODES]);

/** A code as a label: those that are not in the closed list, of a plugin from outside for example, are one. */
export function codeLabel(code: string): string {
  return KNOWN.has(code) ? code : "other";
}

/** Codes that say that the graph, and not its client, is at fault. */
export const FAULTS: ReadonlySet<string> = new Set([
  "AUTHENTICATION_UNAVAILABLE",
  "INTERNAL_SERVER_ERROR",
  "STORE_UNAVAILABLE",
]);
