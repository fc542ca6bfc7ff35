import type { DomainError } from "../../core/errors";

/** Why one of many items could not be computed, as data. */
export interface ItemError {
  /** As an error of the resource alone would carry it. */
  readonly code: string;
  readonly message: string;
  /** Field at fault; null where no single one is. */
  readonly field: string | null;
  readonly suggestions: readonly string[];
}

export function itemError({ code, message, details }: DomainError): ItemError {
  const { field = null, suggestions = [] } = details;
  return { code, message, field, suggestions };
}
