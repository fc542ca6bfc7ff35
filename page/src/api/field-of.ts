import type { Product } from "../form/fields";
import type { FieldProblem } from "../form/values";
import { inWords } from "../text/words";
import type { GraphProblem } from "./ask";

/**
 * Maps errors of the graph to fields of a form, in the words of the form: `input.pools.0.nodeType` and
 * `items.0.resource.kubernetesCluster.pools.0.nodeType` are both `pools.0.nodeType`; a period stays `during.start`.
 */
export function fieldProblem(
  { field, message, suggestions }: GraphProblem,
  products: readonly Product[],
): FieldProblem {
  return { field: pathOf({ field }), message: inWords(message, products), suggestions };
}

export function pathOf({ field }: Pick<GraphProblem, "field">): string {
  return (field ?? "")
    .replace(/^items\.\d+\./, "")
    .replace(/^resource\.\w+\./, "")
    .replace(/^input\./, "");
}
