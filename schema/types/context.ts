import type { Factor, Footprint } from "../../src/core/domain";
import type { Benchmark } from "./language-model";
import type { Resource } from "./resource";

/** A place as its factors on a day describe it. */
export interface PlaceView {
  readonly name: string;
  readonly region: string;
  readonly country: string;
  readonly pue: Factor;
  readonly wue: Factor | null;
  readonly electricity: Factor;
  readonly leaves: number;
}

export interface ProductView {
  readonly id: string;
  readonly name: string;
  readonly serviceCategory: string;
  readonly description: string;
}

export interface EquivalenceView {
  readonly id: string;
  readonly label: string;
  readonly amount: number;
  readonly unit: string;
}

export interface MethodologyView {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly url: string;
}

/** `hours`, or `start` and `end`, as a client sent them. */
export interface PeriodArgument {
  readonly hours?: number | null;
  readonly start?: Date | null;
  readonly end?: Date | null;
}

/** What the types of the graph ask for; the GraphQL layer provides it with each request. */
export interface Graph {
  footprint(kind: string, spec: object, during: PeriodArgument | null | undefined): Promise<Footprint>;
  place(name: string): PlaceView;
  product(kind: string): ProductView;
  /** The resource of another product that a component leads to. */
  resource(kind: string, spec: object): Resource;
  equivalences(kgCo2Equivalent: number): EquivalenceView[];
  /** How fast a language model runs, on each GPU that was measured; empty where nothing was. */
  benchmarks(modelId: string): Promise<Benchmark[]>;
  readonly methodology: MethodologyView;
}

export interface GraphContext {
  readonly graph: Graph;
}
