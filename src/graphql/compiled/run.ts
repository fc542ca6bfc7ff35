import type { GraphQLResolveInfo, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { Fragments } from "./selected-fields";
import type { Text } from "./text";

export type Path = GraphQLResolveInfo["path"];

/** What is compiled: an operation of a valid document, without directives and without introspection. */
export interface Source {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
}

/** One time that an operation is run. */
export interface Run {
  readonly context: unknown;
  /** Coerced. */
  readonly variables: Record<string, unknown>;
  /** Arguments of fields that variables say, once for all objects that have the field. */
  readonly args: Map<object, Record<string, unknown>>;
}

/**
 * Prints a value as JSON.
 * @throws NotAnswered, or what a resolver threw, where there is more to tell than data.
 */
export interface Printer {
  print(value: unknown, run: Run, path: Path | undefined): Text;
  /** Whether it reads properties and nothing else: the text is there at once, and depends on the value alone. */
  readonly isPure: boolean;
}
