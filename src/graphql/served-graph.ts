import type { Deadline, EngineSession } from "../estimates";
import type { ComposedSchema } from "./schema";

/** What is served of a composition: a schema, and a session for each request. */
export interface ServedGraph {
  readonly schema: ComposedSchema;
  /** A session at a moment: today's factors are those in force then. */
  readonly sessionAt: (now: Date, deadline?: Deadline) => EngineSession;
}
