import { type Calculation, defineFormula, fromFactor, input, type Value } from "../../src/core/formulas";
import { type Benchmark, speedFactor } from "../../src/core/language-models";
import { type ServingNode, shareOfNode } from "./serving-nodes";
import type { TokenCount } from "./spec";

const BUSY = defineFormula({
  symbol: "dU_type",
  label: "Time that the tokens keep a node busy",
  unit: "h",
  expression: "tokens × stretch / speed / 3600 × share_node",
});

const BUSY_IN_ALL = defineFormula({
  symbol: "dU_nodes",
  label: "Time that tokens of all types keep a node busy",
  unit: "h",
  expression: "dU_others + dU_type",
});

/** The hour over which other products are computed: the same for all lines of a request, so computed once. */
export const ONE_HOUR = input(1, "h");

/** tokens / speed, and of that the part of the node that the benchmark used [h]. `stretch`: share of the period [-]. */
export function busyTime(
  { type, count }: TokenCount,
  stretch: Value,
  speed: Benchmark,
  node: ServingNode,
): Calculation {
  return BUSY.apply({
    tokens: input(count, type === "AUDIO_SECOND" ? "s" : "tokens"),
    stretch,
    speed: fromFactor(speedFactor(speed)),
    share_node: shareOfNode(speed.gpuCount, node),
  });
}

/** Of at least one type [h]. */
export function busyInAll(ofTypes: readonly Calculation[]): Calculation {
  return ofTypes.reduce((dU_others, dU_type) => BUSY_IN_ALL.apply({ dU_others, dU_type }));
}
