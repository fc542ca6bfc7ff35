import { type DocumentNode, type GraphQLSchema, getOperationAST } from "graphql";
import { fragmentsOf, inOrder } from "../fragments";
import { SelectionCosts } from "./selections";
import { type CostedRequest, evaluate } from "./variable-cost";
import { WEIGHTS, type Weights } from "./weights";

/** What an operation costs with these variables, before anything of it is run. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

let turn = 0;

/**
 * Finds the cost of an operation once; the function that is returned looks at no more than the variables that matter. Directives
 * that leave fields out are not evaluated: the cost is that of everything that could be selected. An operation that is
 * not there, or not valid, is free: it is not run.
 */
export function compileCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
  weights: Weights = WEIGHTS,
): Cost {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  const fragments = inOrder(fragmentsOf(document));
  if (!root || fragments === null) return () => 0;
  const costs = new SelectionCosts(schema, operation, weights);
  for (const fragment of fragments) costs.addFragment(fragment);
  const { written, each } = costs.selection(operation.selectionSet, root);
  return (variables) => {
    turn = (turn + 1) % Number.MAX_SAFE_INTEGER;
    const of: CostedRequest = { variables, turn };
    return weights.request + evaluate(written, of) + evaluate(each, of);
  };
}
