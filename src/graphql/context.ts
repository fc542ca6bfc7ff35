import type { GraphContext } from "../../schema/types";
import type { EngineGraph } from "./graph";
import { DEFAULT_LIMITS, type Limits } from "./limits";

/** What every resolver is given; made anew for each request. */
export class RequestContext implements GraphContext {
  private readonly pinned = new Map<string | number, EngineGraph>();

  /**
   * @param graph as of today
   * @param requestId identifies the request in logs and in masked errors
   * @param report told of a fault of ours that an answer masks
   * @param limits what the request may ask
   * @param client name of who asks; null for who is not known by name
   */
  constructor(
    readonly graph: EngineGraph,
    readonly requestId: string,
    readonly report: (cause: unknown) => void,
    readonly limits: Limits = DEFAULT_LIMITS,
    readonly client: string | null = null,
  ) {}

  graphOf(rootField: string | number): EngineGraph {
    return this.pinned.get(rootField) ?? this.graph;
  }

  /** Answers a field of the query, and all below it, with the factors in force on a day. */
  pin(rootField: string | number, day: Date): void {
    this.pinned.set(rootField, this.graph.asOf(day));
  }
}
