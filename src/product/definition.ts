import type {
  Amounts,
  CalculationContext,
  CataloguedEstimate,
  ContractVersion,
  EntityText,
  OfferList,
  OtherPlace,
  Part,
  PluginSetup,
  ProductNames,
  ProductPlugin,
  ProductText,
  ResourceTypeText,
  ShownFields,
} from "../core/contract";
import type { ErrorCode, NamesBeside } from "../core/errors";
import type { DataFolder, FactorReader } from "../core/factors";
import { type Footprint, type Said } from "../core/footprint";
import type { Place, Places } from "../core/method";
import type { Field, Offered } from "./fields";
import type { PartsTableRow } from "./parts-table/parts-table";
import type { PoolUse } from "./recipes/shared-pool";
import type { ServerUse } from "./recipes/shared-server";
import type { Units } from "./recipes/units";

/** The fields of a product's specification, by name. */
export type FieldsOf<E> = Readonly<Record<string, Field<unknown, E>>>;

/** A specification after its checks: for each field the entry of the catalogue, the place or the number. */
export type CheckedOf<F, E> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, never> ? (T extends Offered ? E : T) : never;
};

/** What a product computes with, besides the specification. */
export interface ProductData<C> {
  readonly catalogue: C;
  readonly places: Places;
  /** Names of the offers of other products. */
  readonly names: ProductNames;
}

/** What parts are read from. */
export interface PartData<C> extends ProductData<C> {
  readonly factors: FactorReader;
}

/** What a calculation of a product is given. */
export interface RecipeContext<C> extends CalculationContext {
  readonly catalogue: C;
  /** Names of the offers and fields of other products. */
  readonly names: ProductNames;
  /** Notes of the product on the specification: on the name of the offer, and its own. */
  readonly notes: readonly Said[];
}

/** Parts that a table cannot express, such as the nodes of a list of pools. */
interface PartsByFunction<T, C> {
  /** Null for a part that this resource does not have. */
  readonly parts: (checked: T, data: PartData<C>) => readonly (Part | null)[];
  /** Kinds of the products of the parts. */
  readonly composes: readonly string[];
  /** For errors: which field of ours a field of theirs comes from, for all parts that do not name their own. */
  readonly fields?: Part["fields"];
  /** All parts are similar, so a note on only some of them names them. */
  readonly areAlike?: boolean;
}

/** How a footprint is computed: by one of the recipes, or by a function of the product's own. */
export type Recipe<T, C> =
  | { readonly sharedPool: (checked: T, factors: FactorReader) => PoolUse }
  | { readonly sharedServer: (checked: T, factors: FactorReader) => ServerUse }
  | ({
      /** Its parts, as rows of a table; a function may add those that a table cannot express. */
      readonly partsTable: (catalogue: C) => Iterable<PartsTableRow>;
    } & Partial<PartsByFunction<T, C>>)
  | PartsByFunction<T, C>
  | {
      readonly calculate: (checked: T, context: RecipeContext<C>) => Footprint | Promise<Footprint>;
      /** The result depends on factors alone: it may be cached. */
      readonly readsFactorsAlone: boolean;
      /** Kinds of the products that it calls, as a list or from the data. */
      readonly composes?: readonly string[] | ((catalogue: C) => readonly string[]);
      /** Rate × amount: the units that it consists of, each computed once. `calculate` gives the same result. */
      readonly unitsOf?: (checked: T, catalogue: C) => Units<T> | null;
      /** See the calculator's: for a product that reads a database. */
      readonly revision?: (checked: T, catalogue: C) => Promise<string | null> | null;
      /** PER_HOUR when left out. */
      readonly amounts?: Amounts;
    };

/** The offers of a product: what its field `offer` names, and the query that lists them. */
export interface Offers<C, E> {
  /** By name. */
  readonly of: (catalogue: C) => ReadonlyMap<string, E>;
  /**
   * The offer of a name, if a name says more than which entry it is; looked up in `of` when left out.
   * @throws DomainError naming the field, for an unknown name
   */
  readonly find?: (catalogue: C, name: string, field: string) => E;
  /** Other names that tools print for the offers. */
  readonly others?: (catalogue: C) => NamesBeside & { notesOn(name: string): readonly string[] };
  readonly id: (entry: E) => string;
  /** The one way to write its name in a specification; its id when left out. */
  readonly spelt?: (entry: E) => string;
  /** What a resource of the offer is called; its id when left out. */
  readonly title?: (entry: E) => string;
  /** Names of the zones or regions where it is; left out by a product that leaves it to its parts. */
  readonly places?: (entry: E, catalogue: C) => Iterable<string>;
  /** What an error names as not offered in a place; the id of the offer when left out. */
  readonly placed?: (entry: E) => string;
  /** What an offer is called in words, for example `storage class`, and the error code for an unknown name, by default UNKNOWN_OFFER. */
  readonly called: string;
  readonly unknown?: ErrorCode;
  /** The query that lists them; left out where another one does. */
  readonly list?: OfferList<E>;
}

/**
 * A product, defined once: what its author writes.
 *
 * @typeParam C its catalogue, as `load` reads it
 * @typeParam E an offer of the catalogue
 * @typeParam F its fields
 * @typeParam D the values that `derive` adds to the fields
 */
export interface ProductDefinition<C extends object, E, F extends FieldsOf<E>, D extends object> {
  /** Name of its query and of its member in every input of resources, for example `blockVolume`. */
  readonly kind: string;
  /** Version of the contract that it is written for, for example `1.0`. */
  readonly contract: ContractVersion;
  readonly product: ProductText;
  /** Its folder, with `data`, `samples.json` and `cases.json` in it. */
  readonly folder: string;
  /** Reads its data; what is wrong with them is reported to the reader. {@link tablesOf} reads plain tables. */
  readonly load: (setup: PluginSetup, data: DataFolder) => C;
  /** How much work a resource takes to compute; if left out, a lot is assumed. */
  readonly cost?: ProductPlugin["cost"];
  readonly offers: Offers<C, E>;
  readonly resource: ResourceTypeText;
  readonly input: { readonly description: string; readonly argument: string };
  /** Description of its query, with the codes of its errors. */
  readonly query: string;
  readonly fields: F;
  /** Values derived from a valid specification; a `place` here replaces that of its field. */
  readonly derive?: (checked: CheckedOf<F, E>, data: ProductData<C>) => D;
  /** What a resource shows besides its fields. */
  readonly shows?: ShownFields<CheckedOf<F, E> & D>;
  /** Notes on a figure, besides those of the recipe. */
  readonly notes?: (checked: CheckedOf<F, E> & D, factors: FactorReader) => readonly Said[];
  readonly recipe: Recipe<CheckedOf<F, E> & D, C>;
  readonly entity?: EntityText;
  /** The same in every other place where it may exist; one for each place of the offer when left out. */
  readonly otherPlaces?: (
    checked: CheckedOf<F, E> & D,
    data: ProductData<C> & { readonly spec: object },
  ) => readonly OtherPlace[];
  /** What no definition says: types and queries of its own. */
  readonly graphql?: ProductPlugin["graphql"];
  /** Of an hour of its resources. */
  readonly recordedEstimates?: ProductPlugin["recordedEstimates"];
  /** What the operator's catalogue says where it lists its resources by units of amounts. */
  readonly cataloguedEstimates?: (
    checked: CheckedOf<F, E> & D,
    data: ProductData<C> & { readonly factorsOn: (day: string) => FactorReader },
  ) => readonly CataloguedEstimate[];
}

/** A definition whose types do not matter any more. */
export type AnyDefinition = ProductDefinition<object, unknown, FieldsOf<unknown>, { readonly place?: Place }>;
