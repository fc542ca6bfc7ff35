import type { ArgumentText, DescribedField, FieldRole, OwnedText, ValueType } from "../core/contract";
import { DomainError, shorten, suggest } from "../core/errors";
import type { Place } from "../core/method";
import type { CheckAt } from "./check-at";
import { type LimitsOf, requireNumber } from "./limits";

/**
 * One field of a product.
 *
 * @typeParam T what it is once it is checked
 * @typeParam E an offer of the product: limits may depend on it
 */
export interface Field<T, E = unknown> extends DescribedField {
  /** @throws DomainError for a value that is not sound; only called where there is one. */
  readonly check: (value: unknown, at: CheckAt<E>) => T;
  /** The one way to write what was checked. */
  write(checked: T, id: string): unknown;
  readonly unit: string | null;
  /** Limits of a number: its own, or those of an offer. */
  readonly limits?: LimitsOf<E>;
  /** All that can be said, where the field or the product's data decide. */
  readonly choices?: ChoicesOf;
  /** What its author wrote, and by which function: what that has no use for is refused. */
  readonly declared: Declared;
}

interface Declared {
  readonly as: FieldFunction;
  readonly text: object;
}

/** The functions that make a field. */
export type FieldFunction =
  | "offer"
  | "otherOffer"
  | "zone"
  | "region"
  | "amount"
  | "count"
  | "percent"
  | "choice"
  | "named"
  | "yesNo"
  | "nested";

type ChoicesOf = readonly string[] | ((catalogue: never) => Iterable<string>);

/** What is said of a field where it is given, shown, owned by another subgraph, and an argument of the footprint. */
export interface Sentences extends Pick<DescribedField, "input" | "shown"> {
  /** In the entity of another subgraph, which must have it; with more to say, an object. */
  readonly owned?: string | (Omit<OwnedText, "mayLack"> & { readonly mayLack?: boolean });
  readonly argument?: ArgumentText;
}

interface NumberText<E> extends Sentences {
  /** Unit; `-` for a count or a ratio. */
  readonly unit: string;
  readonly limits: LimitsOf<E>;
  readonly default?: number;
}

declare const OFFER: unique symbol;
/** Stands for the entry of the catalogue that was named: which type that is, the product's list of offers says. */
export interface Offered {
  readonly [OFFER]: true;
}

/** The name of an offer: of a type, a class, a model. A product has one such field; its list of offers says which there are. */
export function offer(text: Sentences): Field<Offered> {
  // Looked up in the product's offers, before all other fields.
  const check = (value: unknown): Offered => value as Offered;
  return { ...field("offer", "OFFER", "text", text), check, write: (_entry, id) => id };
}

/** The name of an offer of another product, which checks it. `of` is the kind of that product: forms list its offers. */
export function otherOffer(text: Sentences & { readonly of?: string }): Field<string> {
  const { of } = text;
  return {
    ...field("otherOffer", "OFFER", "text", text),
    ...(of === undefined ? {} : { offersOf: of }),
    check: (value) => value as string,
    write: (name) => name,
  };
}

/** Where the resource is: a zone. */
export function zone(text: Sentences): Field<Place> {
  return {
    ...field("zone", "ZONE", "text", text),
    check: (value, { places, path }) => places.zone(value as string, path),
    write: ({ name }) => name,
  };
}

/** Where the resource is: a region. */
export function region(text: Sentences): Field<Place> {
  return {
    ...field("region", "REGION", "text", text),
    check: (value, { places, path }) => places.region(value as string, path),
    write: ({ name }) => name,
  };
}

/** How much: a number with a unit. */
export function amount<E>(text: NumberText<E>): Field<number, E> {
  return numeric("amount", "AMOUNT", "number", text);
}

/** How many: a whole number. */
export function count<E>(text: NumberText<E>): Field<number, E> {
  return numeric("count", "COUNT", "whole", text);
}

/** A share of a hundred, such as a load. */
export function percent(text: Sentences): Field<number> {
  const { declared, ...one } = numeric("percent", "PERCENT", "number", {
    ...text,
    ...{ unit: "%", limits: { minimum: 0, maximum: 100 } },
  });
  return { ...one, declared: { ...declared, text } };
}

/** One of several values. */
export function choice<T extends string>(text: ChoiceText<T>): Field<T> {
  const { choices, type = "text" } = text;
  return {
    ...field("choice", "CHOICE", type, text),
    choices,
    ...(text.default === undefined ? {} : { default: text.default }),
    check: (value, { path, name }) => {
      if (choices.includes(value as T)) return value as T;
      // A gateway writes it as text, with whatever is in it.
      const given = String(value);
      const near = suggest(given, choices);
      const suggestions = near.length > 0 ? near : choices;
      const message = `${name} must be one of ${choices.join(", ")}, got "${shorten(given)}".`;
      throw new DomainError("BAD_USER_INPUT", message, { field: path, suggestions });
    },
    write: (checked) => checked,
  };
}

interface ChoiceText<T extends string> extends Sentences {
  readonly choices: readonly T[];
  /** An enumeration of the graph; text when left out. */
  readonly type?: { readonly enum: string };
  readonly default?: T;
}

/** A name that the product's data know: what it is, and how it is written. */
export function named<T, C = object>(text: NamedText<T, C>): Field<T> {
  const { find, spelt } = text;
  return {
    ...field("named", "CHOICE", "text", text),
    ...(text.choices === undefined ? {} : { choices: text.choices }),
    check: (value, { path, catalogue }) => find(catalogue as C, value as string, path),
    write: (checked) => spelt(checked),
  };
}

interface NamedText<T, C> extends Sentences {
  /** @throws DomainError naming the path, for an unknown name. */
  readonly find: (catalogue: C, name: string, path: string) => T;
  /** The one way to write it. */
  readonly spelt: (found: T) => string;
  readonly choices?: (catalogue: never) => Iterable<string>;
}

/** A field that may be left out, and then has no value. */
export function optional<T, E>(one: Field<T, E>): Field<T | null, E> {
  return { ...one, isOptional: true, check: one.check, write: (checked, id) => one.write(checked as T, id) };
}

/** Whether: yes or no. */
export function yesNo(text: Sentences & { readonly default: boolean }): Field<boolean> {
  return {
    ...field("yesNo", "CHOICE", "yesNo", text),
    choices: ["false", "true"],
    default: text.default,
    check: (value) => value === true,
    write: (checked) => checked,
  };
}

/** What all fields say of themselves. */
export function field(as: FieldFunction, role: FieldRole, type: ValueType, text: Sentences) {
  const { input, shown, owned, argument } = text;
  const ownedText = typeof owned === "string" ? { description: owned } : owned;
  return {
    role,
    type,
    input,
    ...(shown === undefined ? {} : { shown }),
    ...(ownedText === undefined ? {} : { owned: { mayLack: false, ...ownedText } }),
    ...(argument === undefined ? {} : { argument }),
    isOptional: false,
    unit: null as string | null,
    declared: { as, text } as Declared,
  };
}

function numeric<E>(
  as: FieldFunction,
  role: "AMOUNT" | "COUNT" | "PERCENT",
  type: "number" | "whole",
  text: NumberText<E>,
): Field<number, E> {
  const { unit, limits } = text;
  return {
    ...field(as, role, type, text),
    unit,
    limits,
    ...(text.default === undefined ? {} : { default: text.default }),
    check: (value, at) => requireNumber(value, { isWhole: type === "whole", unit, limits }, at),
    write: (checked) => checked,
  };
}
