import type { DependencyContainer, InjectionToken } from "tsyringe";
import type { ProductErrors } from "../errors";
import type { DataReader, FactorReader } from "../factors";
import { type Class, isRecord } from "../helpers";
import type { HardwareCatalogue, Places } from "../method";
import type { ProductCalculator } from "./calculator";
import type { ProductCost } from "./cost";
import type { ProductDescription } from "./description";
import type { InfrastructureRow } from "./infrastructure";
import type { OtherPlace } from "./other-place";
import type { ProductField } from "./product-field";
import type { NameOf } from "./product-names";
import type { FindCatalogued, RecordedEstimate } from "./recorded";
import type { Representation } from "./representation";
import type { ProductCases, ProductSamples } from "./samples";
import type { ContractVersion } from "./version";

// biome-ignore lint/suspicious/noExplicitAny: a class that others extend, whose arguments the container resolves
type AbstractClass = abstract new (...args: any[]) => object;

/** What a client reads about a product. */
export interface ProductText {
  readonly id: string;
  readonly name: string;
  /** Category of the service, in the operator's words, for example Compute. */
  readonly serviceCategory: string;
  readonly description: string;
  /** Synonyms besides its id and name, for spreadsheets and the command line. */
  readonly aliases?: readonly string[];
}

/** What a plugin reads its data with, and where it registers what is its own. */
export interface PluginSetup {
  readonly reader: DataReader;
  readonly places: Places;
  readonly hardware: HardwareCatalogue;
  /** The plugin's own container, a child of the composition's: other plugins cannot resolve what is registered here. */
  readonly scope: DependencyContainer;
}

export interface ResourcePresenter {
  /**
   * A specification to the object that the graph shows.
   * @param today factors in force today, or on the `asOf` day of the query
   * @throws DomainError for a specification that is not sound
   */
  present(spec: object, today: FactorReader): object;

  /**
   * Throws what `present` would throw. With it, only those of thousands of resources are presented that are read; without it,
   * all are.
   */
  check?(spec: object, today: FactorReader): void;

  /**
   * The resource of a sound specification in every other place where its product may exist. A place where it turns
   * out to be NOT_AVAILABLE_IN_LOCALITY is left out of the answer. Absent or undefined: the product does not say where it exists.
   */
  otherPlaces?(spec: object): readonly OtherPlace[] | undefined;
}

/** A field that an owner may have. */
export interface OptionalField {
  /** Its path in the entity, for example `pools.zone`. */
  readonly path: string;
  /** Its type where the setting does not say another, for example `String`. */
  readonly type: string;
  readonly description: string;
}

/** A resource of the product that another subgraph of a federation owns, and this one adds a footprint to. */
export interface PluginEntity {
  /** Object type with `@key`, `@external` and `@requires`; constructed with a {@link Representation}. */
  readonly type: Class;
  /** What the footprint requires of the owner: a selection of fields. */
  readonly requires: string;
  /** Field of a project in which an inventory lists such resources, for example `servers`. */
  readonly listedAs: string;
  /** What it uses besides, where the owner has it; a deployment says so in its settings, as owners differ. */
  readonly optional?: readonly OptionalField[];
  /** What the owner calls the fields of the specification, for errors; those not named are called the same. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The specification to compute. @throws DomainError BAD_USER_INPUT for what was not given. */
  readonly specOf: (representation: Representation) => object;
}

/** A product's part of the graph, as classes of TypeGraphQL. */
export interface ProductTypes {
  /** Input type of the product in `ResourceInput`. */
  readonly input: Class;
  /** Object type that implements `Resource`. */
  readonly resource: Class;
  readonly resolvers: readonly Class[];
  /** Makes the object of the graph from a specification, which it validates. */
  readonly presenter: Class<ResourcePresenter>;
  /** The same product as another subgraph owns it; absent for a product that no subgraph owns one by one. */
  readonly entity?: PluginEntity;
}

/** Types of a product's own: each replaces what its description gives, queries are added. */
export interface OwnTypes extends Partial<ProductTypes> {
  /** A class of TypeGraphQL with more fields, extending the resource of the description. */
  readonly base?: AbstractClass;
}

/** Types that a description gives, for types of the product's own that refer to them. */
export interface DescribedTypes {
  /** Object type of the resource; known when the schema is built, so to be read in thunks. */
  resource(): Class;
}

/** Everything the core may know of a product. A plugin is one value of this shape and one line in the composition. */
export interface ProductPlugin {
  readonly kind: string;
  /** Version of the contract that it is written for, as a literal: what the graph then has is compared with it. */
  readonly contract: ContractVersion;
  readonly product: ProductText;
  /** Resolved in the plugin's own container. */
  readonly calculator: InjectionToken<ProductCalculator>;
  /** What the types of the graph are built from; see `defineProduct`. */
  readonly description?: ProductDescription;
  /**
   * Types of its own: all of them, or what a description cannot say. Called when a schema is built, so that a product is
   * loaded without GraphQL: `graphql: () => require("./graphql").types`.
   */
  readonly graphql?: (described: DescribedTypes) => OwnTypes;
  /** Reads the plugin's data and registers what is private to it; what is wrong with the data is reported to the reader. */
  readonly setUp: (setup: PluginSetup) => void;
  /** The names of its offers, for products composed of them; absent for a product that is part of no other. */
  readonly names?: (scope: DependencyContainer) => NameOf;
  /** Its fields as data: what a form, or the options of a command line, is built from. */
  readonly fields?: (scope: DependencyContainer, today: FactorReader) => readonly ProductField[];
  /** Which resources of infrastructure as code belong to it; absent if none do. */
  readonly infrastructure?: (scope: DependencyContainer) => Iterable<InfrastructureRow>;
  /** Its folder, with `data` in it. */
  readonly folder?: string;
  /** How much work a resource takes to compute; if left out, a lot is assumed. */
  readonly cost?: ProductCost;
  /** Specifications to try it with. */
  readonly samples?: () => ProductSamples;
  /** Worked examples that its figures are held to. */
  readonly cases?: () => ProductCases;
  /** Its own error codes, such as the one for an unknown offer. */
  readonly errors?: ProductErrors;
  /** Files of recorded estimates, for the accuracy report. */
  readonly recordedEstimates?: () => readonly RecordedEstimate[];
  /** Figures of the operator for a resource that its catalogue lists by units of amounts, such as 1,000 tokens; the oldest first. */
  readonly cataloguedEstimates?: (scope: DependencyContainer) => FindCatalogued;
}

export function definePlugin(plugin: ProductPlugin): ProductPlugin {
  return Object.freeze(plugin);
}

/** What each plugin has, by the type of the member. */
const SHAPE: Readonly<Partial<Record<keyof ProductPlugin, string>>> = {
  kind: "string",
  contract: "string",
  product: "object",
  setUp: "function",
};
/** In words, for messages. */
export const MEMBERS_OF_PLUGINS = Object.keys(SHAPE).join(", ");

/** Whether it may be a plugin, of whatever version of the contract: JavaScript passes anything. */
export function isPlugin(value: unknown): value is ProductPlugin {
  return isRecord(value) && Object.entries(SHAPE).every(([member, type]) => typeof value[member] === type);
}
