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
import { memo } from "../core/lang";
import { Footprints } from "./footprints";
import { InProcess } from "./in-process";

export type { Amount, Amounts } from "./amounts";
export type * from "./answer";
export { FootprintError, type Problem } from "./failure";
export { Footprints } from "./footprints";
export type * from "./request";

export interface FootprintsOptions {
  /** Folder of data of one's own, laid over ours row by row. */
  readonly dataOverlay?: string | null;
  /** Products beside ours. */
  readonly plugins?: readonly ProductPlugin[];
  /** The moment that answers are of: the present when left out. */
  readonly now?: () => Date;
}

/**
 * Footprints with data or products of one's own.
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

/** Those that functions without more options answer from; read once, when somebody first asks. */
const asShipped = memo(() => openFootprints());

type Method<Name extends keyof Footprints> = Footprints[Name];

/** {@inheritDoc Footprints.estimate} */
export const estimate: Method<"estimate"> = (request) => asShipped().estimate(request);
/** {@inheritDoc Footprints.explain} */
export const explain: Method<"explain"> = (request) => asShipped().explain(request);
/** {@inheritDoc Footprints.compare} */
export const compare: Method<"compare"> = (request) => asShipped().compare(request);
/** {@inheritDoc Footprints.alternatives} */
export const alternatives: Method<"alternatives"> = (request) => asShipped().alternatives(request);
/** {@inheritDoc Footprints.history} */
export const history: Method<"history"> = (request) => asShipped().history(request);
/** {@inheritDoc Footprints.factors} */
export const factors: Method<"factors"> = (request) => asShipped().factors(request);
/** {@inheritDoc Footprints.products} */
export const products: Method<"products"> = () => asShipped().products();
/** {@inheritDoc Footprints.portfolio} */
export const portfolio: Method<"portfolio"> = (items, request) => asShipped().portfolio(items, request);
