/** What clients of the graph need, without the graph: `footprint-graph/client`. The schema as text is added when it is packed. */
export { typePolicies } from "./apollo";
export * from "./generated/operations";
export * from "./generated/types";
export { keys } from "./graphcache";
export { getDataID } from "./relay";
