import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { DOCUMENT_CODES, DomainError, INTERNAL } from "../../core/errors";
import { LimitError } from "../limits";

/** What graphql-js says when fields take too many comparisons, by a bound of its own behind ours. */
const VALIDATION_ABORTED = "Validation aborted.";
const TOO_MANY_COMPARISONS =
  "The query is too complex: its fields take too many comparisons to merge. Spread fewer fragments, repeat fewer fields.";

/**
 * What a client sees of an error: the code, message, field and suggestions of what it did wrong,
 * and nothing of a fault of ours but that it happened, and the name of the request by which the log tells more.
 * `report` gets the fault.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (cause: unknown) => void,
  requestId?: string,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const overLimit = limitErrorIn(error);
  if (overLimit !== null) {
    return { ...formatted, extensions: { code: overLimit.code, ...overLimit.details } };
  }
  if (cause instanceof DomainError) {
    return { ...formatted, message: cause.message, extensions: { code: cause.code, ...cause.details } };
  }
  if (formatted.message === VALIDATION_ABORTED) {
    return { message: TOO_MANY_COMPARISONS, extensions: { code: "QUERY_TOO_COMPLEX", limit: "merges" } };
  }
  const code = formatted.extensions?.code;
  if (
    typeof code === "string" &&
    DOCUMENT_CODES.has(code) &&
    (cause === error || cause instanceof GraphQLError)
  ) {
    return { ...formatted, extensions: { code } };
  }
  report(cause);
  const extensions = { code: INTERNAL, ...(requestId === undefined ? {} : { requestId }) };
  return { ...formatted, message: "Internal server error", extensions };
}

/** The error of a limit, as itself or in what Apollo Server wraps around errors of validation. */
function limitErrorIn(error: unknown): LimitError | null {
  if (error instanceof LimitError) return error;
  return error instanceof GraphQLError && error.originalError instanceof LimitError
    ? error.originalError
    : null;
}
