import type { EngineSession } from "../../src/estimates";
import { RequestContext } from "../../src/graphql/context";

/** The context of one request, in which a fault of ours fails the test. */
export function contextOf(session: EngineSession): RequestContext {
  return new RequestContext(session, "test", (cause) => {
    throw cause;
  });
}
