import type { ShownField, ShownType } from "../core/contract";

/** What is shown of an offer or of a resource, in one line: its type, its sentence, and where it is read. */
export function column<T>(type: ShownType, description: string, of: (one: T) => unknown): ShownField<T> {
  return { type, description, of };
}
