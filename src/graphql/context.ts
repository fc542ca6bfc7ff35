import type { FieldPath, GraphContext, Scope, ScopeOfItem } from "../../schema/types";
import type { EngineGraph } from "./graph";
import { DEFAULT_LIMITS, type Limits } from "./limits";

/** What every resolver is given; made anew for each request. */
export class RequestContext implements GraphContext {
  /** By where a field stands: one object through the whole execution. */
  private readonly graphs = new Map<FieldPath, EngineGraph>();
  private readonly scopesOfItems = new Map<FieldPath, ScopeOfItem>();

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

  graphAt(path: FieldPath): EngineGraph {
    for (let at: FieldPath | undefined = path; at !== undefined; at = at.prev) {
      const graph = this.graphs.get(at) ?? this.enteredItem(at);
      if (graph !== undefined) return graph;
    }
    return this.graph;
  }

  enter(path: FieldPath, scope: Scope): EngineGraph {
    const graph = this.graphAt(path).within(scope);
    this.graphs.set(path, graph);
    return graph;
  }

  enterItems(list: FieldPath, scopeOf: ScopeOfItem): void {
    this.scopesOfItems.set(list, scopeOf);
  }

  /** Where an item stands is known when something of it is read. */
  private enteredItem({ prev, key }: FieldPath): EngineGraph | undefined {
    const scope = prev === undefined ? null : (this.scopesOfItems.get(prev)?.(key as number) ?? null);
    return scope === null ? undefined : this.graphAt(prev as FieldPath).within(scope);
  }

  /** Answers a field, and all below it, with the factors in force on a day. */
  pin(path: FieldPath, day: Date): void {
    this.graphs.set(path, this.graphAt(path).asOf(day));
  }
}
