/**
 * Footprints of products in a program: no server, no GraphQL.
 *
 * ```js
 * const { estimate } = require("footprint-graph");
 * const { total } = await estimate({ product: "instance", type: "PRO2-S", zone: "fr-par-2", hours: 730 });
 * ```
 */
import { composeEstimates, PLUGINS } from "../compose-estimates";
import type { ProductPlugin } from "../core/contract";
import { memo } from "../core/helpers";
import { Footprints } from "./footprints";
import { InProcess } from "./in-process";

export type { Amount, Amounts } from "./amounts";
export type * from "./answer";
export type * from "./explanation-answer";
export { FootprintError, type Problem } from "./failure";
export { Footprints } from "./footprints";
export type * from "./request";
export type * from "./terraform-answer";

export interface FootprintsOptions {
  /** Folder of your own data, which replace or extend ours row by row. */
  readonly dataOverlay?: string | null;
  /** Products in addition to ours. */
  readonly plugins?: readonly ProductPlugin[];
  /** The moment that answers are of: the present when left out. */
  readonly now?: () => Date;
}

/**
 * Footprints with your own data or products.
 * @throws DataError with everything that is wrong with the data
 */
export function openFootprints({
  dataOverlay = null,
  plugins = [],
  now,
}: FootprintsOptions = {}): Footprints {
  const composed = composeEstimates({ dataOverlay, plugins: [...PLUGINS, ...plugins] });
  return new Footprints(new InProcess(composed, now));
}

/** Used by the functions without options; loaded once, on first use. */
const asShipped = memo(() => openFootprints());

type Method<Name extends keyof Footprints> = Footprints[Name];

/**
 * What one resource emits and draws in a period.
 *
 * ```js
 * const { total, notes } = await estimate({ product: "instance", type: "PRO2-S", zone: "fr-par-2", hours: 730 });
 * total.kgCo2Equivalent; // { low, expected, high, unit: "kgCO2e" }
 * ```
 *
 * @throws FootprintError with code, field and suggestions
 */
export const estimate: Method<"estimate"> = (request) => asShipped().estimate(request);
/** The same with its explanation: components, formulas with their terms, and factors with their sources. */
export const explain: Method<"explain"> = (request) => asShipped().explain(request);
/** Two resources over one period, and what drives the difference: `compare({ a, b, hours: 730 })`. */
export const compare: Method<"compare"> = (request) => asShipped().compare(request);
/** The same resource in every other place where it can be had, the least emissions first. */
export const alternatives: Method<"alternatives"> = (request) => asShipped().alternatives(request);
/** The figure of the same hours from change to change of what it rests on: `history({ …, from, to })`. */
export const history: Method<"history"> = (request) => asShipped().history(request);
/** The numbers that figures rest on, with source, validity and range: `factors({ matching: "pue fr-par-2" })`. */
export const factors: Method<"factors"> = (request) => asShipped().factors(request);
/** What can be estimated, with the fields that a request of it has. */
export const products: Method<"products"> = () => asShipped().products();
/** Many resources and their sum: an array or a stream of them. A line that fails has its own error and does not affect the others. */
export const portfolio: Method<"portfolio"> = (items, request) => asShipped().portfolio(items, request);
/** What a Terraform or OpenTofu plan, or a state, emits: `terraform(readFileSync("plan.json"), { baseline, usage })`. */
export const terraform: Method<"terraform"> = (plan, request) => asShipped().terraform(plan, request);
