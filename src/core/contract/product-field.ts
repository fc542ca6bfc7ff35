import type { FieldRole } from "./description";

/** One field of a product's specification as data: a form or the options of a command line can be built from it. */
export interface ProductField {
  /** Name in the input; that of a field of a nested one follows a dot, as in `pools.nodes`. */
  readonly name: string;
  readonly role: FieldRole;
  readonly description: string;
  /** Unit of a number; null if it has none. */
  readonly unit: string | null;
  readonly required: boolean;
  /** Taken where it is left out, as text. */
  readonly default: string | null;
  /** Least and most over all offers; one of them can allow less. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Every value that there is; null where any is taken, or another product knows them. */
  readonly choices: readonly string[] | null;
  /** Kind of the product whose offers are what can be given, beside what the description names; null where it is none. */
  readonly choicesOf?: string | null;
  /** Its value in a plain example of the product, as text; null where that leaves it out. All examples together are answered. */
  readonly example?: string | null;
}
