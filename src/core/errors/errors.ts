import type { ErrorCode } from "./codes";

/** What is wrong with some lines of a sum, none of which could be computed. */
export interface LineFailure {
  readonly code: string;
  readonly message: string;
  /** Path at fault in the first of them, or of that line where no single field is: `items.0.resource.instance.type`, `items.7`. */
  readonly field: string;
  readonly suggestions: readonly string[];
  /** Paths of all of them: `items.0`. */
  readonly lines: readonly string[];
}

export interface ErrorDetails {
  /** Path of the field at fault from its argument on, with places in lists: `input.pools.1.zone`, `items.3.during.start`. */
  readonly field?: string;
  /** Kind of the product whose offer has another name. */
  readonly product?: string;
  /** Nearest names, best first, where a name is unknown. */
  readonly suggestions?: readonly string[];
  /** Of a sum: all its lines, by what is wrong with them. */
  readonly failures?: readonly LineFailure[];
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

  /** The same error at another path: that of the field by which the client caused it. */
  at(field: string): DomainError {
    return new DomainError(this.code, this.message, { ...this.details, field }, { cause: this.cause });
  }
}

export function badInput(field: string, message: string): DomainError {
  return new DomainError("BAD_USER_INPUT", message, { field });
}

/**
 * A day before the first known value. The fault is the date's when no place has a value yet, and the place's when only
 * this one is younger. Code that knows which date the client wrote names it by {@link NotYetKnown.writtenAs}.
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
    // A period can keep its dates: what is not known is which factors were in force in them.
    const wayOut = isInstant
      ? ` Or keep the dates, with the factors of that day: during.asOf: "${day}".`
      : "";
    return new DomainError(this.code, `${this.message}${wayOut}`, details, { cause: this.cause });
  }
}
