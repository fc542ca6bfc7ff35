import type { FieldPath, GraphContext, ScopeOfItem } from "../../schema/types";
import type { EngineSession, PortfolioOptions, Scope } from "../estimates";
import type { OnPiece } from "./compiled";
import { DEFAULT_LIMITS, type Limits } from "./limits";

/** The context of every resolver; a new one for each request. */
export class RequestContext implements GraphContext {
  /** By path of a field: one object throughout the execution. */
  private sessions: Map<FieldPath, EngineSession> | null = null;
  private scopesOfItems: Map<FieldPath, ScopeOfItem> | null = null;
  /** When the fields of an object are done that were started so far, by its path; null while a compiled operation runs. */
  underWay: Map<FieldPath | undefined, Promise<unknown>> | null = null;

  /**
   * @param session as of today
   * @param requestId identifies the request in logs and in masked errors
   * @param report called with a fault of ours that an answer masks
   * @param limits what the request may ask
   * @param client name of the client; null if it is anonymous
   * @param onPiece called with each piece of a long answer as it is printed
   */
  constructor(
    readonly session: EngineSession,
    readonly requestId: string,
    readonly report: (cause: unknown) => void,
    readonly limits: Limits = DEFAULT_LIMITS,
    readonly client: string | null = null,
    readonly onPiece?: OnPiece,
  ) {}

  get portfolioOptions(): PortfolioOptions {
    return { mostItems: this.limits.items, report: this.report };
  }

  sessionAt(path: FieldPath): EngineSession {
    if (this.sessions === null && this.scopesOfItems === null) return this.session;
    for (let at: FieldPath | undefined = path; at !== undefined; at = at.prev) {
      const session = this.sessions?.get(at) ?? this.enteredItem(at);
      if (session !== undefined) return session;
    }
    return this.session;
  }

  enter(path: FieldPath, scope: Scope): EngineSession {
    const session = this.sessionAt(path).within(scope);
    this.set(path, session);
    return session;
  }

  enterItems(list: FieldPath, scopeOf: ScopeOfItem): void {
    this.scopesOfItems ??= new Map();
    this.scopesOfItems.set(list, scopeOf);
  }

  /** The path of an item is known when one of its fields is read. */
  private enteredItem({ prev, key }: FieldPath): EngineSession | undefined {
    const scope = prev === undefined ? null : (this.scopesOfItems?.get(prev)?.(key as number) ?? null);
    return scope === null ? undefined : this.sessionAt(prev as FieldPath).within(scope);
  }

  /** Answers a field, and all below it, with the factors in force on a day. */
  pin(path: FieldPath, day: Date): void {
    this.set(path, this.sessionAt(path).asOf(day));
  }

  /** Most requests name no period and no day by field: they need no map. */
  private set(path: FieldPath, session: EngineSession): void {
    this.sessions ??= new Map();
    this.sessions.set(path, session);
  }
}
