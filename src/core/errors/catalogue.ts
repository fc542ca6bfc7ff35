/** What is said of an error, once: what it means, and what the client or the operator can do. */
export interface ErrorText {
  readonly meaning: string;
  readonly remedy: string;
  /** What `extensions` can have beside the code. */
  readonly details?: readonly string[];
}

export interface ErrorRow extends ErrorText {
  /** Status of the answer where the request is refused before it is run; null for an error of a field. */
  readonly status: number | null;
  /** The graph, and not its client, is at fault. */
  readonly isFault?: true;
}

const OF_INPUT = ["field", "suggestions"] as const;
const UNKNOWN_NAME = "Take one of the suggestions, or a name that the catalogue lists.";

/** The code of a name that no offer has, as its product declares it. */
export function unknownName(what: string): ErrorText {
  return {
    meaning: `No ${what} has this name.`,
    remedy: UNKNOWN_NAME,
    details: [...OF_INPUT, "product"],
  };
}

/** Errors of a field: of a name, a value or a period, or of what is needed and away. */
export const OF_FIELDS = {
  UNKNOWN_OFFER: unknownName("offer of the product"),
  UNKNOWN_ZONE: { meaning: "No zone has this name.", remedy: UNKNOWN_NAME, details: OF_INPUT },
  UNKNOWN_REGION: { meaning: "No region has this name.", remedy: UNKNOWN_NAME, details: OF_INPUT },
  UNKNOWN_MODEL: { meaning: "No language model has this name.", remedy: UNKNOWN_NAME, details: OF_INPUT },
  UNKNOWN_PRODUCT: {
    meaning: "No product has this name.",
    remedy: "`products` lists those that are composed.",
  },
  NO_BENCHMARK: {
    meaning: "No benchmark says how fast this model runs on this GPU.",
    remedy: "Name a model or GPU of the suggestions; the operator can import a benchmark.",
    details: OF_INPUT,
  },
  NOT_AVAILABLE_IN_LOCALITY: {
    meaning: "The product exists, but not in this place or not at this time.",
    remedy: "Take a place, or a day, of the suggestions.",
    details: OF_INPUT,
  },
  BAD_USER_INPUT: {
    meaning: "A value is out of its range, or inputs contradict each other.",
    remedy: "Correct the field that is named; the message says what it can be.",
    details: OF_INPUT,
  },
  STORE_UNAVAILABLE: {
    meaning: "The store of benchmarks does not answer at present.",
    remedy: "Send the same request later; the log names the cause.",
    details: ["retryable"],
    isFault: true,
  },
  QUERY_TOO_COMPLEX: {
    meaning: "The query asks for more than a limit allows.",
    remedy: "Ask for less at a time; the message names the limit and its setting.",
    details: ["limit", "found", "maximum"],
    status: 400,
  },
  REQUEST_TIMEOUT: {
    meaning: "The request took longer than it may, and was abandoned.",
    remedy: "Ask for less at a time, or later.",
    status: 503,
  },
} as const satisfies Readonly<Record<string, ErrorText & Partial<ErrorRow>>>;

/** Errors of a whole request, before it is run. */
export const OF_REQUESTS = {
  BAD_REQUEST: {
    meaning: "The request is no GraphQL over HTTP.",
    remedy: "Correct the parameter that is named.",
    details: ["field"],
    status: 400,
  },
  UNAUTHENTICATED: {
    meaning: "The request does not say, in a way that holds, who asks.",
    remedy: "Send a valid token or key; `WWW-Authenticate` says how.",
    status: 401,
  },
  DOCUMENT_NOT_TRUSTED: {
    meaning: "The document is none of those that are run here.",
    remedy: "Register the document with the operator.",
    status: 403,
  },
  NOT_FOUND: {
    meaning: "Nothing is served at this path.",
    remedy: "The graph is at `/graphql`.",
    status: 404,
  },
  METHOD_NOT_ALLOWED: {
    meaning: "The graph takes GET and POST.",
    remedy: "Take a method of `Allow`; mutations take POST.",
    status: 405,
  },
  NOT_ACCEPTABLE: {
    meaning: "The graph answers in none of the types that are accepted.",
    remedy: "Accept `application/graphql-response+json` or `application/json`.",
    status: 406,
  },
  REQUEST_NOT_RECEIVED: {
    meaning: "The request did not come in whole in the time that it has.",
    remedy: "Send it again.",
    status: 408,
  },
  PAYLOAD_TOO_LARGE: {
    meaning: "The body is larger than it may be.",
    remedy: "Split the request.",
    status: 413,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    meaning: "The body is not JSON in UTF-8, or it is compressed in a way that is not known.",
    remedy: "Send JSON in UTF-8, plain or compressed by gzip, deflate or br.",
    status: 415,
  },
  RATE_LIMITED: {
    meaning: "The client asks more often than it may.",
    remedy: "Wait for the seconds of `Retry-After`.",
    status: 429,
  },
  HEADERS_TOO_LARGE: {
    meaning: "The headers, with the address, are larger than they may be.",
    remedy: "Send the query by POST.",
    status: 431,
  },
  INTERNAL_SERVER_ERROR: {
    meaning: "A fault of ours.",
    remedy: "Tell the operator the `requestId`: the log has the cause under it.",
    details: ["requestId"],
    status: 500,
    isFault: true,
  },
  OVERLOADED: {
    meaning: "So many large requests wait that no more are taken.",
    remedy: "Send the same request after the seconds of `Retry-After`.",
    status: 503,
    isFault: true,
  },
  AUTHENTICATION_UNAVAILABLE: {
    meaning: "Who asks cannot be checked at present.",
    remedy: "Send the same request later.",
    status: 503,
    isFault: true,
  },
} as const satisfies Readonly<Record<string, ErrorText & Partial<ErrorRow>>>;

/** Errors of a document or an operation that Apollo Server refuses, under its names. */
export const OF_DOCUMENTS = {
  GRAPHQL_PARSE_FAILED: {
    meaning: "The document is no GraphQL.",
    remedy: "Correct its syntax.",
    status: 400,
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: "The document is not valid in the schema.",
    remedy: "Correct what the message names; it suggests fields and arguments.",
    status: 400,
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning: "The document has no such operation, or several and none is named.",
    remedy: "Send `operationName`.",
    status: 400,
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning: "No query is known by this hash.",
    remedy: "Send the query with its hash.",
    status: 400,
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    meaning: "Queries cannot be named by a hash here.",
    remedy: "Send the query.",
    status: 400,
  },
  FORBIDDEN: {
    meaning: "Only a client that is known by name may change anything.",
    remedy: "Send the credential of a client that is known by name.",
    status: 403,
  },
} as const satisfies Readonly<Record<string, ErrorText & Partial<ErrorRow>>>;
