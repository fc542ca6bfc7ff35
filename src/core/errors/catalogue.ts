/** Description of an error: what it means, and what the client or the operator can do. */
export interface ErrorText {
  readonly meaning: string;
  readonly remedy: string;
  /** Further members of `extensions`, besides the code. */
  readonly details?: readonly string[];
}

export interface ErrorRow extends ErrorText {
  /** HTTP status if the request is refused before it is executed; null for a field error. */
  readonly status: number | null;
  /** The server is at fault, not the client. */
  readonly isFault?: true;
}

const OF_INPUT = ["field", "suggestions"] as const;
const UNKNOWN_NAME = "Use one of the suggestions, or a name from the catalogue.";

/** Text of an error code that a product declares for an unknown offer. */
export function unknownName(what: string): ErrorText {
  return {
    meaning: `No ${what} has this name.`,
    remedy: UNKNOWN_NAME,
    details: [...OF_INPUT, "product"],
  };
}

/** Field errors: a wrong name, value or period, or something that is unavailable. */
export const OF_FIELDS = {
  UNKNOWN_OFFER: unknownName("offer of the product"),
  UNKNOWN_ZONE: { meaning: "No zone has this name.", remedy: UNKNOWN_NAME, details: OF_INPUT },
  UNKNOWN_REGION: { meaning: "No region has this name.", remedy: UNKNOWN_NAME, details: OF_INPUT },
  UNKNOWN_MODEL: { meaning: "No language model has this name.", remedy: UNKNOWN_NAME, details: OF_INPUT },
  UNKNOWN_PRODUCT: {
    meaning: "No product has this name.",
    remedy: "`products` lists those that there are.",
    details: ["suggestions"],
  },
  NO_BENCHMARK: {
    meaning: "There is no benchmark of this model on this GPU.",
    remedy: "Use a model or GPU from the suggestions; the operator can import a benchmark.",
    details: OF_INPUT,
  },
  NOT_AVAILABLE_IN_LOCALITY: {
    meaning: "The product exists, but not in this place or not at this time.",
    remedy: "Use a place or day from the suggestions.",
    details: OF_INPUT,
  },
  BAD_USER_INPUT: {
    meaning: "A value is out of range, or inputs contradict each other.",
    remedy: "Correct the named field; the message says which values are possible.",
    details: OF_INPUT,
  },
  STORE_UNAVAILABLE: {
    meaning: "The benchmark database is unavailable.",
    remedy: "Retry later; the log has the cause.",
    details: ["retryable"],
    isFault: true,
  },
  QUERY_TOO_COMPLEX: {
    meaning: "The query exceeds a limit.",
    remedy: "Split the request; the message names the limit and its setting.",
    details: ["limit", "found", "maximum"],
    status: 400,
  },
  REQUEST_TIMEOUT: {
    meaning: "The request took too long and was aborted.",
    remedy: "Split the request, or retry later.",
    status: 503,
  },
} as const satisfies Readonly<Record<string, ErrorText & Partial<ErrorRow>>>;

/** Errors of a whole request, before it is executed. */
export const OF_REQUESTS = {
  BAD_REQUEST: {
    meaning: "The request is not valid GraphQL over HTTP.",
    remedy: "Correct the named parameter.",
    details: ["field"],
    status: 400,
  },
  UNAUTHENTICATED: {
    meaning: "The request has no valid credential.",
    remedy: "Send a valid token or API key; `WWW-Authenticate` says how.",
    status: 401,
  },
  DOCUMENT_NOT_TRUSTED: {
    meaning: "The document is not one of the trusted documents.",
    remedy: "Register the document with the operator.",
    status: 403,
  },
  NOT_FOUND: {
    meaning: "There is nothing at this path.",
    remedy: "The API is at `/graphql`.",
    status: 404,
  },
  METHOD_NOT_ALLOWED: {
    meaning: "The method is not allowed for this path.",
    remedy: "Use a method listed in `Allow`; mutations need POST.",
    status: 405,
  },
  NOT_ACCEPTABLE: {
    meaning: "None of the media types in `Accept` is available.",
    remedy: "Accept `application/graphql-response+json` or `application/json`.",
    status: 406,
  },
  REQUEST_NOT_RECEIVED: {
    meaning: "The request was not received completely in time.",
    remedy: "Send it again.",
    status: 408,
  },
  PAYLOAD_TOO_LARGE: {
    meaning: "The body is too large.",
    remedy: "Split the request.",
    status: 413,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    meaning: "The body is not JSON in UTF-8, or has an unknown `content-encoding`.",
    remedy: "Send JSON in UTF-8, uncompressed or with gzip, deflate or br.",
    status: 415,
  },
  RATE_LIMITED: {
    meaning: "The client sent too many requests.",
    remedy: "Wait for the number of seconds in `Retry-After`.",
    status: 429,
  },
  HEADERS_TOO_LARGE: {
    meaning: "URL and headers are too large.",
    remedy: "Send the query by POST.",
    status: 431,
  },
  INTERNAL_SERVER_ERROR: {
    meaning: "An internal error.",
    remedy: "Report the `requestId` to the operator; the log has the cause.",
    details: ["requestId"],
    status: 500,
    isFault: true,
  },
  OVERLOADED: {
    meaning: "Too many heavy requests are waiting.",
    remedy: "Retry after the number of seconds in `Retry-After`.",
    status: 503,
    isFault: true,
  },
  AUTHENTICATION_UNAVAILABLE: {
    meaning: "Credentials cannot be checked at the moment.",
    remedy: "Retry later.",
    status: 503,
    isFault: true,
  },
} as const satisfies Readonly<Record<string, ErrorText & Partial<ErrorRow>>>;

/** Errors of a document or an operation that Apollo Server refuses, under its names. */
export const OF_DOCUMENTS = {
  GRAPHQL_PARSE_FAILED: {
    meaning: "The document has a syntax error.",
    remedy: "Correct its syntax.",
    status: 400,
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: "The document is not valid for the schema.",
    remedy: "Correct it as the message says; it suggests fields and arguments.",
    status: 400,
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning: "The document has no operation of this name, or has several and none was selected.",
    remedy: "Send `operationName`.",
    status: 400,
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning: "The hash of the query is unknown.",
    remedy: "Send the query with its hash.",
    status: 400,
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    meaning: "Persisted queries are off.",
    remedy: "Send the query.",
    status: 400,
  },
  FORBIDDEN: {
    meaning: "Mutations need an authenticated client.",
    remedy: "Send a valid credential.",
    status: 403,
  },
} as const satisfies Readonly<Record<string, ErrorText & Partial<ErrorRow>>>;
