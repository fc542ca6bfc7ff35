import { type Calculation, defineFormula, input, type Value } from "../../src/core/formulas";
import type { OperatingPoint } from "../../src/core/method";
import type { TokenCount } from "./spec";

const WAITING = defineFormula({
  symbol: "dU_waiting",
  label: "Time that the tokens keep a node waiting for memory",
  unit: "h",
  expression: "tokens × stretch × t_waiting / 3600",
});
const WORKING = defineFormula({
  symbol: "dU_working",
  label: "Time that the tokens keep a node at work",
  unit: "h",
  expression: "tokens × stretch × t_working / 3600",
});
const BUSY = defineFormula({
  symbol: "dU_busy",
  label: "Time that the tokens keep a node busy",
  unit: "h",
  expression: "dU_waiting + dU_working",
});
const IDLE = defineFormula({
  symbol: "dU_idle",
  label: "Idle time of the node that the tokens answer for",
  unit: "h",
  expression: "dU_busy × (1 / u − 1)",
});
const IN_SERVICE = defineFormula({
  symbol: "dU_service",
  label: "Time of a node in service for the tokens, busy and idle",
  unit: "h",
  expression: "dU_busy / u",
});
const OF_INSTANCE = defineFormula({
  symbol: "dU_type",
  label: "Time in service of the whole Instance that the node is part of",
  unit: "h",
  expression: "dU_service × share_node",
});
const IN_ALL = defineFormula({
  symbol: "dU_nodes",
  label: "Time in service of Instances for tokens of all types",
  unit: "h",
  expression: "dU_others + dU_type",
});

/** How long tokens of one type keep a node [h]. */
export interface TokenHours {
  /** Null for what never waits. */
  readonly waiting: Calculation | null;
  readonly working: Calculation;
  readonly idle: Calculation;
  /** All of it. */
  readonly inService: Calculation;
  /** The same of the Instance that the node is a part of. */
  readonly ofInstance: Calculation;
}

/**
 * @param stretch share of the period [-]
 * @param share GPUs of the node, over those of the Instance [-]
 */
export function tokenHours(
  { type, count }: TokenCount,
  { waiting, working, load }: OperatingPoint,
  { stretch, share }: { readonly stretch: Value; readonly share: Value },
): TokenHours {
  const tokens = input(count, type === "AUDIO_SECOND" ? "s" : "tokens");
  const ofWork = WORKING.apply({ tokens, stretch, t_working: working.time });
  const ofWait = waiting && WAITING.apply({ tokens, stretch, t_waiting: waiting.time });
  const dU_busy = ofWait === null ? ofWork : BUSY.apply({ dU_waiting: ofWait, dU_working: ofWork });
  const u = load.utilisation;
  const inService = IN_SERVICE.apply({ dU_busy, u });
  return {
    waiting: ofWait,
    working: ofWork,
    idle: IDLE.apply({ dU_busy, u }),
    inService,
    ofInstance: OF_INSTANCE.apply({ dU_service: inService, share_node: share }),
  };
}

/** Of at least one type [h]. */
export function hoursInAll(ofTypes: readonly Calculation[]): Calculation {
  return ofTypes.reduce((dU_others, dU_type) => IN_ALL.apply({ dU_others, dU_type }));
}
