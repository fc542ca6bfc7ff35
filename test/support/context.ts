import { RequestContext } from "../../src/graphql/context";
import type { EngineGraph } from "../../src/graphql/graph";

/** The context of one request, in which a fault of ours fails the test. */
export function contextOf(graph: EngineGraph): RequestContext {
  return new RequestContext(graph, "test", (cause) => {
    throw cause;
  });
}
