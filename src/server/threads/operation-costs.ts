import { type GraphQLSchema, parse } from "graphql";
import { LRUCache } from "lru-cache";
import { type Cost, compileCost } from "../../graphql/limits";

/** Most operations in the cache; the least recently used is evicted. */
const MOST_OPERATIONS = 200;
/** Most characters of all texts in the cache. */
const MOST_TEXT = 4_000_000;

/** Costs of operations, before anything else is done with them. An invalid text costs nothing, as it is refused. */
export class OperationCosts {
  private readonly costs = new LRUCache<string, Cost>({
    max: MOST_OPERATIONS,
    maxSize: MOST_TEXT,
    sizeCalculation: (_, key) => key.length,
  });

  constructor(private readonly schema: GraphQLSchema) {}

  of(text: string, operationName: string | null, variables: Readonly<Record<string, unknown>>): number {
    const key = `${operationName?.length ?? ""}:${operationName ?? ""}${text}`;
    let cost = this.costs.get(key);
    if (cost === undefined) {
      cost = this.compile(text, operationName);
      this.costs.set(key, cost);
    }
    return cost(variables);
  }

  private compile(text: string, operationName: string | null): Cost {
    try {
      return compileCost(this.schema, parse(text), operationName);
    } catch {
      return () => 0;
    }
  }
}
