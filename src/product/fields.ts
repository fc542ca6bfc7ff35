import type { DescribedField, FieldRole, NestedInput, ValueType } from "../core/contract";
import { badInput } from "../core/errors";
import type { Place, Places } from "../core/method";

/** Least and most of a number; no maximum where only what it is used for has one. */
export interface Limits {
  readonly minimum: number;
  readonly maximum?: number;
}
/** Of the field, or those that an offer or the catalogue has. */
export type LimitsOf<E> = Limits | ((entry: E, catalogue: never) => Limits);

/** Where a value is checked. */
export interface CheckAt<E> {
  /** Name of the field, and its path for errors. */
  readonly name: string;
  readonly path: string;
  readonly places: Places;
  readonly catalogue: object;
  /** The offer of the specification. */
  readonly offer: { readonly entry: E; readonly id: string };
}

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
  write(checked: T, id: string): string | number | boolean;
  readonly unit: string | null;
  /** Limits of a number: its own, or those of an offer. */
  readonly limits?: LimitsOf<E>;
  /** All that can be said, where the field alone decides. */
  readonly choices?: readonly string[];
}

/** What is said of a field where it is given, shown, and owned by another subgraph. */
type Sentences = Pick<DescribedField, "input" | "shown" | "owned">;

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
  return { ...field("OFFER", "text", text), check, write: (_entry, id) => id };
}

/** Where the resource is: a zone. */
export function zone(text: Sentences): Field<Place> {
  return {
    ...field("ZONE", "text", text),
    check: (value, { places, path }) => places.zone(value as string, path),
    write: ({ name }) => name,
  };
}

/** Where the resource is: a region. */
export function region(text: Sentences): Field<Place> {
  return {
    ...field("REGION", "text", text),
    check: (value, { places, path }) => places.region(value as string, path),
    write: ({ name }) => name,
  };
}

/** How much: a number with a unit. */
export function amount<E>(text: NumberText<E>): Field<number, E> {
  return numeric("AMOUNT", "number", text);
}

/** How many: a whole number. */
export function count<E>(text: NumberText<E>): Field<number, E> {
  return numeric("COUNT", "whole", text);
}

/** A share of a hundred, such as a load. */
export function percent(text: Sentences & { readonly limits?: Limits }): Field<number> {
  return numeric("PERCENT", "number", { unit: "%", limits: { minimum: 0, maximum: 100 }, ...text });
}

/** One of several values: those of the field, or those that the product's data know. */
export function choice(text: ChoiceText): Field<string> {
  const { choices, type = "text" } = text;
  return {
    ...field("CHOICE", type, text),
    ...(choices === undefined ? {} : { choices }),
    ...(text.default === undefined ? {} : { default: text.default }),
    check: (value, { path, name }) => {
      if (typeof value === "string" && (choices === undefined || choices.includes(value))) return value;
      const wanted = choices === undefined ? "a text" : `one of ${choices.join(", ")}`;
      throw badInput(path, `${name} must be ${wanted}, got "${String(value)}".`);
    },
    write: (checked) => checked,
  };
}

interface ChoiceText extends Sentences {
  readonly choices?: readonly string[];
  /** An enumeration of the graph; text when left out. */
  readonly type?: { readonly enum: string };
  readonly default?: string;
}

/** A field that may be left out, and then says nothing. */
export function optional<T, E>(one: Field<T, E>): Field<T | null, E> {
  return { ...one, isOptional: true, check: one.check, write: (checked, id) => one.write(checked as T, id) };
}

/** A list of inputs of their own. */
export function nested(
  text: Sentences & { readonly nested: NestedInput },
): Omit<Field<unknown>, "check" | "write"> {
  return { ...field("NESTED", "text", text), nested: text.nested };
}

/** Whether: yes or no. */
export function yesNo(text: Sentences & { readonly default: boolean }): Field<boolean> {
  return {
    ...field("CHOICE", "yesNo", text),
    choices: ["false", "true"],
    default: text.default,
    check: (value) => value === true,
    write: (checked) => checked,
  };
}

function field(role: FieldRole, type: ValueType, { input, shown, owned }: Sentences) {
  return {
    role,
    type,
    input,
    ...(shown === undefined ? {} : { shown }),
    ...(owned === undefined ? {} : { owned }),
    isOptional: false,
    unit: null as string | null,
  };
}

function numeric<E>(
  role: "AMOUNT" | "COUNT" | "PERCENT",
  type: "number" | "whole",
  text: NumberText<E>,
): Field<number, E> {
  const { unit, limits } = text;
  return {
    ...field(role, type, text),
    unit,
    limits,
    ...(text.default === undefined ? {} : { default: text.default }),
    check: (value, { path, name, catalogue, offer: { entry, id } }) => {
      const { minimum, maximum } = typeof limits === "function" ? limits(entry, catalogue as never) : limits;
      const isNumber = type === "whole" ? Number.isInteger(value) : Number.isFinite(value);
      const number = value as number;
      if (isNumber && number >= minimum && number <= (maximum ?? number)) return number;
      const what = type === "whole" ? "a whole number " : "";
      const most = maximum === undefined ? "" : ` to ${maximum}`;
      const inUnit = unit === "-" ? "" : ` ${unit}`;
      const where = typeof limits === "function" ? ` for ${id}` : "";
      throw badInput(path, `${name} must be ${what}from ${minimum}${most}${inUnit}${where}, got ${number}.`);
    },
    write: (checked) => checked,
  };
}
