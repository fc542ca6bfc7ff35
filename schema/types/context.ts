import { createParameterDecorator } from "type-graphql";
import type { Footprint, Period } from "../../src/core/footprint";
import type { Factor } from "../../src/core/formulas";
import type { Benchmark } from "./language-model";
import type { ItemError } from "./portfolio";
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

/** `hours`, or `start` and `end`, and the day whose factors are asked for, as a client sent them. */
export interface PeriodArgument {
  readonly hours?: number | null;
  readonly start?: Date | null;
  readonly end?: Date | null;
  readonly asOf?: Date | null;
}

/** The same resource in another place, with what it emits there or why that is not known. */
export interface AlternativeView {
  readonly place: string;
  readonly resource: Resource;
  readonly outcome: { readonly footprint: Footprint } | { readonly error: ItemError };
}

/** A resource beside the same one in every other place where it can be had. */
export interface AlternativesView {
  readonly own: Footprint;
  readonly others: readonly AlternativeView[];
}

/** What the types of the graph ask for; the GraphQL layer provides it with each request. */
export interface Graph {
  footprint(kind: string, spec: object, during: PeriodArgument | null | undefined): Promise<Footprint>;
  /** The period that a client asked for. @throws DomainError BAD_USER_INPUT. */
  period(during: PeriodArgument | null | undefined): Period;
  /** The factor of a series in force today, or on the day that the query is pinned to. */
  factor(series: string): Factor;
  place(name: string): PlaceView;
  product(kind: string): ProductView;
  /** The resource of another product that a component leads to. */
  resource(kind: string, spec: object): Resource;
  equivalences(kgCo2Equivalent: number): EquivalenceView[];
  /** The resource in every other place; null where its product does not say where else it exists. */
  alternatives(
    kind: string,
    spec: object,
    during: PeriodArgument | null | undefined,
  ): Promise<AlternativesView | null>;
  /** How fast a language model runs, on each GPU that was measured; empty where nothing was. */
  benchmarks(modelId: string): Promise<Benchmark[]>;
  readonly methodology: MethodologyView;
  /** ISO day (UTC) whose factors are in force where no dates are given: today, or the day of `asOf`. */
  readonly today: string;
  /** Identity of the request: what is cached or batched for its length hangs on it. */
  readonly request: object;
}

export interface GraphContext {
  /** The graph that a field of the query is answered from, by its name in the answer: of today, or pinned by `asOf`. */
  graphOf(rootField: string | number): Graph;
}

/** Hands a resolver the graph of the query that it is part of. */
export function TheGraph(): ParameterDecorator {
  return createParameterDecorator<GraphContext>(({ context, info }) => {
    let { path } = info;
    while (path.prev !== undefined) path = path.prev;
    return context.graphOf(path.key);
  }) as ParameterDecorator;
}
