import { type Calculation, defineFormula, type Value } from "../../formulas";
import type { ServingGpus } from "./serving-gpus";

/** How busy a fleet is that serves. */
export interface ServingLoadValues {
  /** Requests that a node processes simultaneously [requests]. */
  readonly concurrency: Value;
  /** Share of time in which it works [-]. */
  readonly utilisation: Value;
}

/** Weights of a model: how many [10^9], and how many bits each takes. */
export interface ServedWeights {
  readonly parameters: Value;
  readonly bits: Value;
}

/** What GPUs do with a token: write it, which has to wait for the weights; read it; or hear it. */
export type ServedToken =
  | { readonly task: "DECODE"; readonly speed: Value; readonly weights: ServedWeights }
  | { readonly task: "PROMPT" | "AUDIO"; readonly speed: Value };

/**
 * Where on its curve of power over speed a node serves tokens of one type: time and power of the same moment. Times are of one
 * token [s], powers of all GPUs of the node and of their part of the host [W].
 */
export interface OperatingPoint {
  /** Arithmetic waits for memory; null for what never does. */
  readonly waiting: { readonly time: Calculation; readonly power: Calculation } | null;
  readonly working: { readonly time: Calculation; readonly power: Calculation };
  /** Power of the GPUs without a request. */
  readonly idle: Calculation;
  /** Power of the rest of the node, at any time. */
  readonly rest: Calculation;
  readonly load: ServingLoadValues;
}

const WEIGHTS = defineFormula({
  symbol: "W",
  label: "Weights of the model, in the number format of its benchmark",
  unit: "GB",
  expression: "parameters × bits / 8",
});
const STEP = defineFormula({
  symbol: "t_step",
  label: "Least time of a decode step: the GPUs read all weights once",
  unit: "s",
  expression: "kappa × W / (n × bandwidth) / 1000",
});
const WAITING = defineFormula({
  symbol: "t_waiting",
  label: "Time for each output token that arithmetic waits for memory",
  unit: "s",
  expression: "t_step / B",
});
const WORKING = defineFormula({
  symbol: "t_working",
  label: "Time for each token at the saturated speed",
  unit: "s",
  expression: "1 / speed",
});
const gpuPower = (symbol: string, doing: string) =>
  defineFormula({ symbol, label: `Power of the GPUs ${doing}`, unit: "W", expression: "n × TDP × phi" });
const POWER_WAITING = gpuPower("P_waiting", "while arithmetic waits for memory");
const POWER_WORKING = gpuPower("P_working", "at work");
const POWER_IDLE = gpuPower("P_idle", "without a request, the model loaded");
const POWER_REST = defineFormula({
  symbol: "P_rest",
  label: "Power of the rest of the node",
  unit: "W",
  expression: "n × rest",
});

/**
 * A decode step of B requests takes t_step + B / speed: reading the weights is shared by the requests, arithmetic is not. A
 * prompt is bound by arithmetic, so that it never waits. Source: data/serving.csv and docs/llm-validation.md.
 */
export function operatingPoint(
  token: ServedToken,
  gpus: ServingGpus,
  load: ServingLoadValues,
): OperatingPoint {
  const { count: n, tdp: TDP } = gpus;
  const phi = { DECODE: gpus.working, PROMPT: gpus.prompt, AUDIO: gpus.audio }[token.task];
  return {
    waiting: token.task === "DECODE" ? waitingFor(token.weights, gpus, load) : null,
    working: {
      time: WORKING.apply({ speed: token.speed }),
      power: POWER_WORKING.apply({ n, TDP, phi }),
    },
    idle: POWER_IDLE.apply({ n, TDP, phi: gpus.idle }),
    rest: POWER_REST.apply({ n, rest: gpus.rest }),
    load,
  };
}

function waitingFor(weights: ServedWeights, gpus: ServingGpus, { concurrency: B }: ServingLoadValues) {
  const { count: n, tdp: TDP, bandwidth, step: kappa } = gpus;
  const W = WEIGHTS.apply({ parameters: weights.parameters, bits: weights.bits });
  const t_step = STEP.apply({ kappa, W, n, bandwidth });
  return {
    time: WAITING.apply({ t_step, B }),
    power: POWER_WAITING.apply({ n, TDP, phi: gpus.waiting }),
  };
}
