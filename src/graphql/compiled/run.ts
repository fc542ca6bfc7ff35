import type { GraphQLResolveInfo, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { OnPiece } from "./pieces";
import type { Fragments } from "./selected-fields";
import type { Text } from "./text";
import type { TextsOfRun } from "./texts-of-run";

/** Undefined for the root. */
export type Path = GraphQLResolveInfo["path"] | undefined;

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
  /** Of its answer. */
  readonly mostBytes: number;
  readonly onPiece?: OnPiece | undefined;
  /** Texts of objects that lists repeat, by what prints them. */
  readonly texts: Map<Printer, TextsOfRun>;
}

/**
 * Prints a value as JSON.
 * @throws NotAnswered, or what a resolver threw, where there is more to tell than data.
 */
export interface Printer {
  print(value: unknown, run: Run, path: Path): Text;
  /** Whether it reads properties and nothing else: the text is there at once, and the value alone decides on it. */
  readonly isPure: boolean;
  /** Whether it is pure, and the text one string: never pieces. */
  readonly isString?: boolean;
  /** Of objects that are printed as one string: what is printed of them, for what prints it in their place. */
  readonly fields?: readonly StringField[];
}

/** A field that is read from its object alone and printed as one string, by its name in the answer as JSON. */
export type StringField =
  | { readonly name: string; readonly member: Member; readonly values: Printer }
  | { readonly name: string; readonly constant: string };

/** What is read of an object: a property, or what a method returns that is called with these arguments. */
export interface Member {
  readonly name: string;
  readonly call: readonly unknown[] | null;
}
