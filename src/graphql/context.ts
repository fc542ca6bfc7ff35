import type { GraphContext } from "../../schema/types";
import type { EngineGraph } from "./graph";

/** What every resolver is given; made anew for each request. */
export interface RequestContext extends GraphContext {
  readonly graph: EngineGraph;
  /** Identifies the request in logs and in masked errors. */
  readonly requestId: string;
  /** Told of a fault of ours that an answer masks. */
  readonly report: (cause: unknown) => void;
}
