import { ERROR_CODES } from "../core/errors";
import { HTTP_CODES } from "../server/http-problem";

/** What Apollo Server and those who guard operations say beside the codes of the contract and of HTTP. */
const OTHER_CODES = [
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
];

const KNOWN = new Set([...Object.keys(ERROR_CODES), ...Object.keys(HTTP_CODES), ...OTHER_CODES]);

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
