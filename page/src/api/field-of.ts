import type { FieldProblem } from "../form/values";
import type { GraphProblem } from "./ask";

/**
 * What the graph says is wrong, at the field of a form that it names: `input.pools.0.nodeType` and
 * `items.0.resource.kubernetesCluster.pools.0.nodeType` are both `pools.0.nodeType`; a period stays `during.start`.
 */
export function fieldProblem({ field, message, suggestions }: GraphProblem): FieldProblem {
  const path = (field ?? "")
    .replace(/^items\.\d+\./, "")
    .replace(/^resource\.\w+\./, "")
    .replace(/^input\./, "");
  return { field: path, message, suggestions };
}
