/** What of the graph a wider one is offered, and under which names. */
export interface GraphForm {
  /** `entities`: no queries and no resources of ours, but footprints of what others own. */
  readonly graph: "full" | "entities";
  /** Put before the names of our types and queries; null for the names as they are. */
  readonly prefix: string | null;
}

export const PLAIN_FORM: GraphForm = { graph: "full", prefix: null };

export { entitiesAlone } from "./entities-alone";
export { Names } from "./names";
export { plainName } from "./plain-name";
export { resolversIn } from "./resolvers";
