import type { GraphQLResolveInfo } from "graphql";
import { createParameterDecorator } from "type-graphql";
import type { Scope, Session } from "../../src/estimates";

/** Path of a field in the answer. */
export type FieldPath = GraphQLResolveInfo["path"];

export interface GraphContext {
  /** The session that a field is answered from: of the period, or of the day, that the nearest field above it names. */
  sessionAt(path: FieldPath): Session;
  /** Lets a scope hold for a field and for all below it. */
  enter(path: FieldPath, scope: Scope): void;
  /** The same for each item of a list by its index; null for one that adds nothing. */
  enterItems(path: FieldPath, scopeOf: ScopeOfItem): void;
}

export type ScopeOfItem = (index: number) => Scope | null;

/** Hands a resolver the session that its field is answered from. */
export function CurrentSession(): ParameterDecorator {
  return createParameterDecorator<GraphContext>(({ context, info }) =>
    context.sessionAt(info.path),
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
