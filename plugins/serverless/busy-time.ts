import type { Benchmark } from "../../src/core/contract";
import { speedFactor } from "../../src/core/contract";
import {
  type Calculation,
  type Component,
  defineFormula,
  fromFactor,
  type Impact,
  input,
  type Parts,
  type Range,
  type Value,
} from "../../src/core/domain";
import type { ServingNode } from "./serving-nodes";
import { shareOfNode } from "./serving-nodes";
import type { TokenCount } from "./spec";

const BUSY = defineFormula({
  symbol: "dU",
  label: "Time that the tokens keep a node busy",
  unit: "h",
  expression: "tokens × stretch / speed / 3600 × share_node",
});

const BUSY_IN_ALL = defineFormula({
  symbol: "dU",
  label: "Time that tokens of all types keep a node busy",
  unit: "h",
  expression: "dU_others + dU_type",
});

const OVER_HOURS = defineFormula({
  symbol: "over_hours",
  label: "One hour of it, for the hours that a node is busy",
  unit: "",
  expression: "dU × one_hour",
});

/** What other products are asked for: the same for all lines of a request, so computed once. */
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

/**
 * One hour of a component, over hours [h]: every product is linear in its hours.
 * What is below the component is made when it is opened, because a portfolio of thousands is mostly read as a total.
 */
export function overHours(oneHour: Component, hours: Calculation): Component {
  const { name, kind, quantity, allocation, resource, parts } = oneHour;
  const explained = (one: Calculation): Calculation => ({
    ...OVER_HOURS.apply({ dU: hours, one_hour: one }),
    unit: one.unit,
  });
  const children = once(() => oneHour.children.map((child) => overHours(child, hours)));
  const contributions = once(() =>
    oneHour.contributions.map((one) => ({ ...one, calculation: explained(one.calculation) })),
  );
  return {
    ...{ name, kind, quantity, allocation, resource },
    parts: partsOver(parts, hours),
    get children() {
      return children();
    },
    get contributions() {
      return contributions();
    },
    // Powers and shares: they are the same however long it lasts.
    workings: oneHour.workings,
  };
}

function partsOver({ manufacturing, usage, operational }: Parts, hours: Value): Parts {
  return {
    manufacturing: impactOver(manufacturing, hours),
    usage: impactOver(usage, hours),
    operational: {
      manufacturing: impactOver(operational.manufacturing, hours),
      use: impactOver(operational.use, hours),
    },
  };
}

function impactOver(impact: Impact, hours: Value): Impact {
  const over = (range: Range): Range => OVER_HOURS.apply({ dU: hours, one_hour: { range, unit: "" } }).range;
  const known = (range: Range | null): Range | null => (range === null ? null : over(range));
  return {
    kgCo2Equivalent: over(impact.kgCo2Equivalent),
    m3WaterUsage: known(impact.m3WaterUsage),
    kwhFinalEnergy: over(impact.kwhFinalEnergy),
    kgSbEquivalent: known(impact.kgSbEquivalent),
    mjPrimaryEnergy: known(impact.mjPrimaryEnergy),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
