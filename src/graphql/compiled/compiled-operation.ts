import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import { type Cost, compileCost } from "../limits";
import { boundFieldsOf } from "./bound-fields";
import { type CoerceVariables, compileVariables } from "./variables";

/** An operation as a function: what graphql-js would answer, without walking the document each time. */
export interface CompiledOperation {
  /** Null for an operation without a name. */
  readonly name: string | null;
  /** By the variables as they were sent. */
  readonly cost: Cost;
  readonly coerce: CoerceVariables;
  run(context: unknown, variables: Record<string, unknown>): Promise<ExecutionResult> | ExecutionResult;
  stringify(result: ExecutionResult): string;
}

/** A scalar of the subgraph that takes any value as it is. */
const ANY = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: "_Any" } } as const;

/**
 * Compiles a valid operation, or gives null for one that is better executed as it stands: introspection, and documents with
 * `@skip` or `@include`, which graphql-jit and graphql-js do not treat alike in fragments.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation | null {
  if (isBetterExecuted(document)) return null;
  const name = operation.name?.value;
  const bounds = boundFieldsOf(schema);
  const compiled = compileQuery(bounds.schema, withCoercedVariables(bounds.rewrite(document)), name, {
    customJSONSerializer: true,
    disablingCapturingStackErrors: true,
  });
  if (!isCompiledQuery(compiled)) return null;
  return {
    name: name ?? null,
    cost: compileCost(schema, document, name),
    coerce: compileVariables(schema, operation),
    run: (context, variables) => compiled.query(undefined, context, variables),
    stringify: compiled.stringify,
  };
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

/** Variables reach the operation coerced: graphql-jit has other words for what is wrong, and knows no default of a `!`. */
function withCoercedVariables(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: ({ defaultValue: _, ...definition }) => ({ ...definition, type: ANY }),
  });
}
