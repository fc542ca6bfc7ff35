import type { GraphQLResolveInfo } from "graphql";
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
  readonly fields: readonly ProductFieldView[];
}

export interface ProductFieldView {
  readonly name: string;
  readonly role: string;
  readonly description: string;
  readonly unit: string | null;
  readonly required: boolean;
  readonly default: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly choices: readonly string[] | null;
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
  /** How fast a language model runs, on each GPU that was measured; empty where nothing was. Without a day, `today`. */
  benchmarks(modelId: string, asOf?: Date | null): Promise<Benchmark[]>;
  readonly methodology: MethodologyView;
  /** ISO day (UTC) whose factors are in force where no dates are given: today, or the day of `asOf`. */
  readonly today: string;
  /** Identity of the request: what is cached or batched for its length hangs on it. */
  readonly request: object;
}

/** Where a field stands in the answer. */
export type FieldPath = GraphQLResolveInfo["path"];

/** What holds for a field and for all below it, where they say nothing else. */
export interface Scope {
  readonly during?: PeriodArgument | null | undefined;
  /** How long of the period the resource is had [h]; all of it when left out. */
  readonly hours?: number | null;
}

export interface GraphContext {
  /** The graph that a field is answered from: of the period, or of the day, that the nearest field above it names. */
  graphAt(path: FieldPath): Graph;
  /** Lets a scope hold for a field and for all below it. */
  enter(path: FieldPath, scope: Scope): void;
  /** The same for each item of a list by its index; null for one that adds nothing. */
  enterItems(path: FieldPath, scopeOf: ScopeOfItem): void;
}

export type ScopeOfItem = (index: number) => Scope | null;

/** Hands a resolver the graph that its field is answered from. */
export function TheGraph(): ParameterDecorator {
  return createParameterDecorator<GraphContext>(({ context, info }) =>
    context.graphAt(info.path),
  ) as ParameterDecorator;
}

/** Hands a resolver the function that says what holds for all below its field; arguments named `during` do so by themselves. */
export function EnterScope(): ParameterDecorator {
  return createParameterDecorator<GraphContext>(
    ({ context, info }) =>
      (scope: Scope) =>
        context.enter(info.path, scope),
  ) as ParameterDecorator;
}

/** The same for each item of the list that the field is. */
export function EnterItems(): ParameterDecorator {
  return createParameterDecorator<GraphContext>(
    ({ context, info }) =>
      (scopeOf: ScopeOfItem) =>
        context.enterItems(info.path, scopeOf),
  ) as ParameterDecorator;
}
