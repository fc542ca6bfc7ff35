import type { FactorReader } from "../factors";
import type { ResourceReference } from "../footprint";
import type { Place } from "../method";
import type { OtherPlace } from "./other-place";

/** The part that a field plays in a specification; forms and command lines choose their control by it. */
export const FIELD_ROLES = [
  "OFFER",
  "ZONE",
  "REGION",
  "AMOUNT",
  "COUNT",
  "CHOICE",
  "PERCENT",
  "NESTED",
] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

/** How a value of a field is written; `enum`: one of the values of an enumeration of the graph. */
export type ValueType = "text" | "number" | "whole" | "yesNo" | { readonly enum: string };

/** One field of a specification: its descriptions as an input, in answers, and where another subgraph owns it. */
export interface DescribedField {
  readonly role: FieldRole;
  readonly type: ValueType;
  /** Where a client gives it: what it means, its unit and limits, and the error that a wrong value has. */
  readonly input: string;
  /** In the answer; left out, it is not shown. */
  readonly shown?: string;
  /** In the entity of another subgraph; left out, it is no part of the entity. */
  readonly owned?: OwnedText;
  /** As an argument of footprints, which takes precedence over the field; if left out, there is no argument. */
  readonly argument?: ArgumentText;
  /** May be left out, though it has no default. */
  readonly isOptional: boolean;
  /** Taken where it is left out. */
  readonly default?: string | number | boolean;
  /** Kind of the product whose offers it names, where that is another one. */
  readonly offersOf?: string;
  /** A list of inputs of their own, such as the pools of a cluster: empty where it is left out. */
  readonly nested?: NestedInput;
}

/** A field of an entity of another subgraph. */
export interface OwnedText {
  readonly description: string;
  /** Its name there; that of the field when left out. */
  readonly as?: string;
  /** How owners write it; as the input does when left out. `languageModel`: a reference to one. */
  readonly type?: ValueType | "languageModel";
  /** Used where an owner has it, which the settings of a deployment say; otherwise every owner must. */
  readonly mayLack: boolean;
}

/** What is said of an argument: of the footprint and the alternatives of a resource, and of the footprint of an entity. */
export interface ArgumentText {
  readonly resource?: string;
  readonly entity?: string;
}

/** An input below that of a product. */
export interface NestedInput {
  readonly name: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, DescribedField>>;
  /** Its type in an entity of another subgraph. */
  readonly owned?: { readonly name: string; readonly description: string };
}

/** A list of records below an offer, such as the places where it is. */
export interface RecordsType {
  /** Name of the type of one record. */
  readonly records: string;
  readonly description: string;
  readonly columns: Readonly<Record<string, ShownField<never>>>;
}

/** A type that products share: its value is passed to the constructor of the type. */
export interface SharedType {
  readonly shared: "InstanceType" | "LanguageModel";
}

/** A resource of another product, and which field of ours says what a field of its input says, where it is at fault. */
export interface ReferredResource extends ResourceReference {
  readonly fields?: Readonly<Record<string, string>>;
}

/**
 * How a column is shown. `factor`: the value is the name of a series, and the factor in force is shown; `instanceType`: it is
 * a {@link ReferredResource} that is an Instance, whose type is shown.
 */
export type ShownType = ValueType | "texts" | "factor" | "instanceType" | SharedType | RecordsType;

/** Something that is shown of a resource or of an offer. */
export interface ShownField<T> {
  readonly type: ShownType;
  readonly description: string;
  readonly isNullable?: boolean;
  readonly of: (subject: T) => unknown;
}
export type ShownFields<T> = Readonly<Record<string, ShownField<T>>>;

/** The part of a definition that the GraphQL types of a product are built from. */
export interface ProductDescription {
  readonly kind: string;
  readonly resource: ResourceTypeText;
  readonly input: { readonly description: string; readonly argument: string };
  /** Description of the product's query, with the codes of its errors. */
  readonly query: string;
  readonly fields: Readonly<Record<string, DescribedField>>;
  /** Shown in addition to the fields. */
  readonly shows: ShownFields<never>;
  /** The query that lists all offers. */
  readonly list: OfferList<never> | null;
  readonly entity: EntityText | null;
}

/** The type of a product's resources. */
export interface ResourceTypeText {
  readonly name: string;
  readonly description: string;
  /** What is said of its alternatives; what is said of those of every resource when left out. */
  readonly alternatives?: string;
}

/** The query that lists the offers, with a type of their own or one that products share. */
export type OfferList<E> = {
  /** Name of the query, for example `blockStorageClasses`, and what it lists. */
  readonly query: string;
  readonly description: string;
} & (
  | {
      /** Type of one offer. */
      readonly offer: { readonly name: string; readonly description: string };
      readonly columns: ShownFields<E>;
    }
  | { readonly offer: SharedType; readonly of: (entry: E) => unknown }
);

/** The same product as another subgraph owns it. */
export interface EntityText {
  /** Object type, for example `Volume`. */
  readonly name: string;
  readonly description: string;
  /** Field of a project in which an inventory lists such resources. */
  readonly listedAs: string;
}

/** A specification that was found sound. */
export interface CheckedResource {
  /** Name of the offer, as the graph shows it. */
  readonly name: string;
  /** Where its figures are of. */
  readonly place: Place;
  /** What its fields say, by field: entries of the catalogue, places, numbers. */
  readonly checked: object;
}

/** A defined product with its data: what its part of the graph is answered from. */
export interface LoadedProduct {
  /** @throws DomainError for a specification that is not sound. */
  check(spec: object): CheckedResource;
  /** What factors decide: the limits that are some. @throws DomainError as {@link check} does. */
  checkLimits(spec: object, factors: FactorReader): void;
  /**
   * The specification with arguments in the place of its fields; null and undefined are none.
   * @throws DomainError naming the argument that is not sound.
   */
  withArguments(spec: object, given: Readonly<Record<string, unknown>>): object;
  /** The fields as the graph shows them: the name of the catalogue for an offer, however it was written. */
  shown(spec: object): Readonly<Record<string, unknown>>;
  /** Undefined for a product that does not say where it exists. */
  otherPlaces(spec: object): readonly OtherPlace[] | undefined;
  /** Entries of the catalogue. */
  offers(): Iterable<unknown>;
}
