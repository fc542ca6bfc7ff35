import {
  add,
  type Bound,
  type Calculation,
  defineFormula,
  divide,
  exactly,
  multiply,
  type Range,
  range,
} from "../../formulas";
import type { OperatingPoint } from "./operating-point";

const BUSY_TIME = defineFormula({
  symbol: "t_busy",
  label: "Time for each token that the node is busy",
  unit: "s",
  expression: "t_waiting + t_working",
});
const GPU_ENERGY = defineFormula({
  symbol: "J_gpus",
  label: "Energy of the GPUs for each token, at work",
  unit: "J",
  expression: "P_waiting × t_waiting + P_working × t_working",
});
const GPU_ENERGY_WITHOUT_WAITING = defineFormula({
  symbol: "J_gpus",
  label: "Energy of the GPUs for each token that waits for nothing, at work",
  unit: "J",
  expression: "P_working × t_working",
});
const NODE_ENERGY = defineFormula({
  symbol: "J_node",
  label: "Energy of the node for each token, its share of the idle time included",
  unit: "J",
  expression: "J_gpus + P_idle × t_busy × (1 / u − 1) + P_rest × t_busy / u",
});

/** Figures of an operating point: IT power and energy, before PUE. */
export interface OperatingFigures {
  /** [tokens/s], [s/s] of audio */
  readonly tokensPerSecondBusy: Range;
  /** Over all hours, idle ones included. */
  readonly tokensPerSecondMean: Range;
  /** One GPU at work on such tokens [W]. */
  readonly gpuWatts: Range;
  /** The node at work on such tokens [W]. */
  readonly nodeWattsBusy: Range;
  readonly nodeWattsIdle: Range;
  /** The GPUs alone, at work, no idle share [J]. */
  readonly gpuJoules: Range;
  /** The whole node, idle share included [J]. */
  readonly nodeJoules: Range;
}

/** Time for each token that the node is busy [s]. */
export function busyTime({ waiting, working }: OperatingPoint): Calculation {
  return waiting === null
    ? working.time
    : BUSY_TIME.apply({ t_waiting: waiting.time, t_working: working.time });
}

export function operatingFigures(point: OperatingPoint, gpus: number): OperatingFigures {
  const { waiting, working, idle, rest, load } = point;
  const t_busy = busyTime(point);
  const J_gpus =
    waiting === null
      ? GPU_ENERGY_WITHOUT_WAITING.apply({ P_working: working.power, t_working: working.time })
      : GPU_ENERGY.apply({
          ...{ P_waiting: waiting.power, t_waiting: waiting.time },
          ...{ P_working: working.power, t_working: working.time },
        });
  const u = load.utilisation;
  const J_node = NODE_ENERGY.apply({ J_gpus, P_idle: idle, t_busy, u, P_rest: rest });
  const gpusBusy = powerAtWork(point);
  const perSecond = divide(exactly(1), t_busy.range);
  return {
    tokensPerSecondBusy: perSecond,
    tokensPerSecondMean: multiply(perSecond, u.range),
    gpuWatts: multiply(gpusBusy, exactly(1 / gpus)),
    nodeWattsBusy: add(gpusBusy, rest.range),
    nodeWattsIdle: add(idle.range, rest.range),
    gpuJoules: J_gpus.range,
    nodeJoules: J_node.range,
  };
}

/**
 * Power of the GPUs at work [W]: of waiting and working, by the time that each takes. Both times stand above and below the
 * fraction line, so that interval arithmetic would count them twice: an end of the mean is at an end of their ratio.
 */
function powerAtWork({ waiting, working }: OperatingPoint): Range {
  if (waiting === null) return working.power.range;
  const [wait, work] = [waiting.time.range, working.time.range];
  const mean = (bound: Bound, waited: number, worked: number): number =>
    (waiting.power.range[bound] * waited + working.power.range[bound] * worked) / (waited + worked);
  const ends = (bound: Bound) => [mean(bound, wait.low, work.high), mean(bound, wait.high, work.low)];
  return range(
    Math.min(...ends("low")),
    mean("expected", wait.expected, work.expected),
    Math.max(...ends("high")),
  );
}
