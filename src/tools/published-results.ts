import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  DataError,
  defineTable,
  number,
  oneOf,
  optionalNumber,
  parseTable,
  type RowOf,
  text,
} from "../core/factors";

/** What a result counts, so that ours is counted alike. */
export const BOUNDARIES = {
  GPUS: "electricity of the GPUs alone, before PUE",
  NODE: "electricity of the whole node, with PUE",
  NODE_MADE: "manufacturing of the node",
  NODE_MADE_AND_USED: "manufacturing and electricity of the node",
  ALL: "everything: the node, the data centre, network, control plane and the rest of the operational part",
} as const;
export type Boundary = keyof typeof BOUNDARIES;

/** How a result came about. */
export const RESULT_KINDS = {
  MEASURED_AT_BEST: "measured, at the batch of least energy per token",
  MEASURED: "measured, at a smaller batch",
  MODELLED: "modelled",
  REPORTED: "reported by a maker of models",
} as const;
export type ResultKind = keyof typeof RESULT_KINDS;

export const RESULT_UNITS = ["J/token", "Wh/response", "gCO2e/response", "mgSbe/response"] as const;

/** Results that others measured or modelled, each with the usage of ours that it is compared with. */
const PUBLISHED_RESULTS = defineTable("published-results", ["id"], {
  id: text(),
  system: text(),
  their_model: text(),
  their_node: text(),
  kind: oneOf(Object.keys(RESULT_KINDS) as ResultKind[]),
  value: number("", { min: 0 }),
  /** J/token is per output token. */
  unit: oneOf(RESULT_UNITS),
  boundary: oneOf(Object.keys(BOUNDARIES) as Boundary[]),
  conditions: text(),
  our_model: text(),
  gpu_model: text(),
  gpu_count: number("GPU", { min: 1, integer: true }),
  input_tokens: number("tokens", { min: 0 }),
  output_tokens: number("tokens", { min: 1 }),
  /** Requests at once, and share of the time at work; those of the load that is taken by default where it is empty. */
  concurrency: optionalNumber("requests", { min: 1 }),
  utilisation: optionalNumber("-", { min: 0 }),
  /** Why our model and node are the ones to compare with. */
  mapping: text(),
});
export type PublishedResult = RowOf<typeof PUBLISHED_RESULTS>;

const FILE = join(__dirname, "..", "..", "plugins", "serverless", "validation", "published-results.csv");

/** The note of a row says why ours differs, where it does. @throws DataError naming all that is wrong. */
export function publishedResults(): PublishedResult[] {
  const { rows, problems } = parseTable(PUBLISHED_RESULTS, readFileSync(FILE, "utf8"), FILE);
  if (problems.length > 0) throw new DataError(problems);
  return rows.map(({ cells }) => cells);
}
