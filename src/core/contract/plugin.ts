import type { DependencyContainer } from "tsyringe";
import type { DataReader } from "../factors";
import type { ProductCalculator } from "./calculator";
import type { HardwareCatalogue } from "./hardware-catalogue";
import type { Places } from "./places";

// biome-ignore lint/suspicious/noExplicitAny: a constructor of any arguments, as the container resolves it
type Class<T = object> = new (...args: any[]) => T;

/** What a client reads about a product. */
export interface ProductText {
  readonly id: string;
  readonly name: string;
  /** Category of the service, in the operator's words, for example Compute. */
  readonly serviceCategory: string;
  readonly description: string;
}

/** One estimate that the operator published, to compare ours with. */
export interface RecordedEstimate {
  readonly label: string;
  readonly spec: object;
  readonly zone: string;
  /** ISO day of the recording. */
  readonly recordedOn: string;
  readonly kgCo2EquivalentPerHour: number;
  readonly m3WaterPerHour: number | null;
  readonly source: string;
}

/** What a plugin reads its data with, and where it registers what is its own. */
export interface PluginSetup {
  readonly reader: DataReader;
  readonly places: Places;
  readonly hardware: HardwareCatalogue;
  /** The plugin's own container, a child of the composition's: nobody else sees what is registered here. */
  readonly scope: DependencyContainer;
}

/** A specification to the object that the graph shows. @throws DomainError for a specification that is not sound. */
export interface ResourcePresenter {
  present(spec: object): object;
}

/** Everything the core may know of a product. A plugin is one value of this shape and one line in the composition. */
export interface ProductPlugin {
  readonly kind: string;
  readonly product: ProductText;
  readonly calculator: Class<ProductCalculator>;
  readonly graphql: {
    /** Input type of the product in `ResourceInput`. */
    readonly input: Class;
    /** Object type that implements `Resource`. */
    readonly resource: Class;
    readonly resolvers: readonly Class[];
    /** Makes the object of the graph from a specification, which it validates. */
    readonly presenter: Class<ResourcePresenter>;
  };
  /** Reads the plugin's data and registers what is private to it; what is wrong with the data is reported to the reader. */
  readonly setUp: (setup: PluginSetup) => void;
  /** Files of recorded estimates, for the accuracy report. */
  readonly recordedEstimates?: () => readonly RecordedEstimate[];
}

export function definePlugin(plugin: ProductPlugin): ProductPlugin {
  return Object.freeze(plugin);
}
