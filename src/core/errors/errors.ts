/**
 * The closed list of what can be wrong with a request, or is away that it needs: the `extensions.code` of a GraphQL
 * error.
 */
export const ERROR_CODES = {
  UNKNOWN_INSTANCE_TYPE: "No Instance type has this name.",
  UNKNOWN_ZONE: "No zone has this name.",
  UNKNOWN_REGION: "No region has this name.",
  UNKNOWN_STORAGE_CLASS: "No storage class has this name.",
  UNKNOWN_CONTROL_PLANE: "No control plane has this name.",
  UNKNOWN_NODE_TYPE: "No node type has this name.",
  UNKNOWN_MODEL: "No language model has this name.",
  UNKNOWN_PRODUCT: "No product has this name.",
  NO_BENCHMARK: "No benchmark says how fast this model runs on this GPU.",
  NOT_AVAILABLE_IN_LOCALITY: "The product exists, but not in this place or not at this time.",
  BAD_USER_INPUT: "A value is out of its range, or inputs contradict each other.",
  STORE_UNAVAILABLE:
    "The store of benchmarks does not answer at present: the same request may be answered later.",
  QUERY_TOO_COMPLEX: "The query asks for more than a limit allows; the message names the limit.",
  REQUEST_TIMEOUT: "The request took longer than it may, and was abandoned.",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorDetails {
  /** Path of the input field at fault, for example `input.zone`. */
  readonly field?: string;
  /** Nearest names, best first, where a name is unknown. */
  readonly suggestions?: readonly string[];
  /** True where the same request may be answered later. */
  readonly retryable?: true;
}

/** Why there is no answer, where it is not a fault of our code: always shown to the client. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options: ErrorOptions = {},
  ) {
    super(message, options);
    this.name = "DomainError";
  }

  /** The same error, of a field by another name: that of whoever asked on somebody's behalf. */
  at(field: string): DomainError {
    return new DomainError(this.code, this.message, { ...this.details, field }, { cause: this.cause });
  }
}

export function badInput(field: string, message: string): DomainError {
  return new DomainError("BAD_USER_INPUT", message, { field });
}

/**
 * A day before the first known value. The fault is the date's when no place has a value yet, and the place's when only
 * this one is younger. Whoever knows which date the client wrote names it by {@link NotYetKnown.writtenAs}.
 */
export class NotYetKnown extends DomainError {
  constructor(
    what: string,
    private readonly first: { readonly day: string; readonly isOfPlaceAlone: boolean },
  ) {
    super(
      first.isOfPlaceAlone ? "NOT_AVAILABLE_IN_LOCALITY" : "BAD_USER_INPUT",
      `${what} The first known value is of ${first.day}: ask from that day on.`,
      { field: "during", suggestions: [first.day] },
    );
    this.name = "NotYetKnown";
  }

  /** The same of a date that a client wrote, for example `asOf`; an instant is answered with an instant. */
  writtenAs(field: string, isInstant: boolean): DomainError {
    const { day } = this.first;
    const details = { field, suggestions: [isInstant ? `${day}T00:00:00Z` : day] };
    return new DomainError(this.code, this.message, details, { cause: this.cause });
  }
}
