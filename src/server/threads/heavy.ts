import type { GraphQLSchema } from "graphql";
import { HttpProblem } from "../http-problem";
import { DEAR } from "../limits";
import type { NamedOperation } from "./named-operation";
import { OperationCosts } from "./operation-costs";

/** Longer bodies, and documents that are named by a hash, are heavy by themselves [bytes; characters]. */
const LONG_BODY = 16_000;

/** Asks for the schema: a thread makes what it shows at the first such question, which takes 100 ms however little is asked. */
const INTROSPECTS = /\b__(?:schema|type)\b/;

export const isShort = (length: number): boolean => length <= LONG_BODY;
export const isCheap = (cost: number): boolean => cost <= DEAR;

/** Decides whether a request is heavy, and would block others. */
export class Weights {
  private readonly costs: OperationCosts;

  constructor(schema: GraphQLSchema) {
    this.costs = new OperationCosts(schema);
  }

  /** @param length of the body [bytes] */
  isHeavy(length: number, read: () => NamedOperation): boolean {
    if (!isShort(length)) return true;
    try {
      const { text, operationName, variables } = read();
      if (text === undefined) return false;
      if (!isShort(text.length) || INTROSPECTS.test(text)) return true;
      return !isCheap(this.costs.of(text, operationName, variables));
    } catch (problem) {
      // Refused immediately.
      if (problem instanceof HttpProblem) return false;
      throw problem;
    }
  }
}
