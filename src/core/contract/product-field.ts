import type { FieldRole } from "./description";

/** One field of a product's specification, as data from which a form or the options of a command line can be built. */
export interface ProductField {
  /** Name in the input; that of a field of a nested one follows a dot, as in `pools.nodes`. */
  readonly name: string;
  /** OFFER (a type, a class or a model), ZONE, REGION, AMOUNT (a number), COUNT (a whole number), CHOICE, PERCENT or NESTED. */
  readonly role: FieldRole;
  readonly description: string;
  /** Unit of a number; null if it has none. */
  readonly unit: string | null;
  readonly required: boolean;
  /** Default value, as text; null if there is none. */
  readonly default: string | null;
  /** Smallest and largest possible value over all offers; a single offer may allow less. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** All possible values; null if there may be others, or another product lists them. */
  readonly choices: readonly string[] | null;
  /** Kind of the product whose offers are possible values, besides those in the description; null if there is none. */
  readonly choicesOf?: string | null;
  /** Its value in a simple example of the product, as text; null if it is left out. All examples together are a valid request. */
  readonly example?: string | null;
}
