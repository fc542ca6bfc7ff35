/**
 * The door for authors of plugins: everything that a plugin may use of the graph, and the kit that checks a plugin.
 * What cannot be reached from here may change without notice.
 */

/** The shared GraphQL types: `graph.Resource`, `graph.Footprint`. In a name of their own, as the domain has the same names. */
export * as graph from "../../schema/types";
export * from "../core/contract";
export * from "../core/differences";
export * from "../core/engine";
export * from "../core/errors";
export * from "../core/factors";
export * from "../core/footprint";
export * from "../core/formulas";
export * from "../core/language-models";
export * from "../core/method";
export * from "../product";
export { type CheckOptions, checkPlugin } from "./check";
export { type Finding, RULES, type Rule } from "./finding";
export type { Amounts, Triple } from "./period-rules";
