import type { GraphQLSchema } from "graphql";
import { HttpProblem } from "../errors/http-problem";
import { DEAR } from "../limits";
import type { NamedOperation } from "./named-operation";
import { OperationCosts } from "./operation-costs";
import { asksForSchemaAlone, INTROSPECTS, type SchemaQuestion } from "./schema-answers";

/** Longer bodies, and documents that are named by a hash, are heavy by themselves [bytes; characters]. */
const LONG_BODY = 16_000;

export const isShort = (length: number): boolean => length <= LONG_BODY;
export const isCheap = (cost: number): boolean => cost <= DEAR;

/** A question for the schema that costs no more waits for little: the usual ones cost 1,500. */
const SHORT_QUESTION = 3_000;

/** Decides whether a request is heavy, and would block others. */
export class Weights {
  private readonly costs: OperationCosts;

  constructor(schema: GraphQLSchema) {
    this.costs = new OperationCosts(schema);
  }

  isShortQuestion(question: SchemaQuestion): boolean {
    return asksForSchemaAlone(question) && this.costs.of(question.query, null, {}) <= SHORT_QUESTION;
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
