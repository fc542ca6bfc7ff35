import type { EngineSession } from "../../src/estimates";
import { RequestContext } from "../../src/graphql/context";

/** The context of a request, in which an internal error fails the test. */
export function contextOf(session: EngineSession): RequestContext {
  return new RequestContext(session, "test", (cause) => {
    throw cause;
  });
}
