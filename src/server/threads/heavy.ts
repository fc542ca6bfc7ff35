import type { GraphQLSchema } from "graphql";
import { isRecord } from "../../core/lang";
import { HttpProblem } from "../http-problem";
import type { NamedOperation } from "./named-operation";
import { OperationWeights } from "./operation-weights";

/** Characters of a body beyond which reading it is work already. */
const LONG_BODY = 16_000;
/**
 * Cost beyond which an operation is heavy, by how many input objects it has at most. The cost of what explains a resource is
 * that of the largest there is: one Instance with every formula costs 10,000 and is answered in some 10 ms. What is asked of
 * many, such as the pools of a cluster, adds up.
 */
const DEAR: readonly { readonly objects: number; readonly cost: number }[] = [
  { objects: 3, cost: 20_000 },
  { objects: 30, cost: 600 },
  { objects: Number.POSITIVE_INFINITY, cost: 100 },
];

/** Tells requests that would hold up others from those that are answered at once. */
export class Weights {
  private readonly weights: OperationWeights;

  constructor(schema: GraphQLSchema) {
    this.weights = new OperationWeights(schema);
  }

  /** @param length of the body, in characters */
  isHeavy(length: number, read: () => NamedOperation): boolean {
    if (length > LONG_BODY) return true;
    try {
      return this.isHeavyOperation(read());
    } catch (problem) {
      // Refused, and at once.
      if (problem instanceof HttpProblem) return false;
      throw problem;
    }
  }

  private isHeavyOperation({ text, operationName, variables }: NamedOperation): boolean {
    if (text === undefined) return false;
    const { cost: costOf, compares, objects } = this.weights.of(text, operationName);
    if (compares) return true;
    const found = objects + objectsIn(variables);
    const most = DEAR.find((row) => found <= row.objects)?.cost ?? 0;
    return costOf(variables) > most;
  }
}

function objectsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + objectsIn(one), 0);
  if (!isRecord(value)) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + objectsIn(one), 1);
}
