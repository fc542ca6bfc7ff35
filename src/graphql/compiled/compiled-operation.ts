import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { type Cost, compileCost } from "../limits";
import { type Known, type OnPiece, plus } from "./pieces";
import { objectPrinter } from "./printers";
import type { Printer } from "./run";
import { isKnown, type Text } from "./text";
import { type CoerceVariables, compileVariables } from "./variables";

/** An operation as a function from variables to the JSON of its answer, without walking the document each time. */
export interface CompiledOperation {
  /** Null for an operation without a name. */
  readonly name: string | null;
  /** By the variables as they were sent. */
  readonly cost: Cost;
  readonly coerce: CoerceVariables;
  /**
   * What graphql-js would answer where nothing goes wrong, as text.
   * @throws AnswerTooLong, or whatever where there is more to tell than data; also as a rejected promise
   */
  run(context: unknown, variables: Record<string, unknown>, mostBytes?: number, onPiece?: OnPiece): Text;
}

/**
 * Compiles a valid operation, or gives null for one that is better executed as it stands: introspection, and documents with
 * directives, which change the selection with each request.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation | null {
  const root = schema.getRootType(operation.operation);
  if (root == null || isBetterExecuted(document)) return null;
  let printer: Printer;
  try {
    const source = { schema, operation, fragments: fragmentsOf(document) };
    printer = objectPrinter(root, { selections: [operation.selectionSet], source, areItems: false });
  } catch {
    // An argument that its scalar refuses: graphql-js gives the error.
    return null;
  }
  const data = (text: Known): Known => plus(plus('{"data":', text), "}");
  return {
    name: operation.name?.value ?? null,
    cost: compileCost(schema, document, operation.name?.value),
    coerce: compileVariables(schema, operation),
    run: (context, variables, mostBytes = Number.POSITIVE_INFINITY, onPiece) => {
      const run = { context, variables, mostBytes, onPiece, texts: new Map() };
      const text = printer.print(undefined, run, undefined);
      return isKnown(text) ? data(text) : text.then(data);
    },
  };
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  return fragments;
}

function isBetterExecuted(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: () => {
      found = true;
    },
    Field: ({ name }) => {
      if (name.value.startsWith("__") && name.value !== "__typename") found = true;
    },
  });
  return found;
}
