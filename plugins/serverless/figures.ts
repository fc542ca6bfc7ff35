import { add, exactly, multiply, type Range } from "../../src/core/formulas";
import type { TokenType } from "../../src/core/language-models";
import { type OperatingFigures, operatingFigures, servingLoad } from "../../src/core/method";
import { pointOf, type Served } from "./serving-point";
import { loadOf, type TokenCount } from "./spec";

/** Power and speed of the node that serves a usage. */
export interface ServingFigures {
  /** [requests] */
  readonly concurrency: number;
  readonly utilisation: number;
  readonly gpuModel: string;
  readonly gpuCount: number;
  /** Of each type of token that was measured on the node. */
  readonly byType: ReadonlyMap<TokenType, OperatingFigures>;
  /** At work on the tokens of the usage, by the time that each type takes [W]. */
  readonly nodeWattsBusy: Range;
  readonly nodeWattsIdle: Range;
}

/** @throws DomainError NO_BENCHMARK where the size of the model is not known */
export function servingFigures(tokens: readonly TokenCount[], served: Served): ServingFigures {
  const { asked, benchmarks, factor } = served;
  const { gpuModel, gpuCount } = benchmarks;
  const load = servingLoad(loadOf(asked.spec), factor);
  const byType = new Map(
    [...benchmarks.byType.keys()].map((type) => [
      type,
      operatingFigures(pointOf(type, load, served), gpuCount),
    ]),
  );
  const [first] = [...byType.values()] as [OperatingFigures];
  return {
    ...{ gpuModel, gpuCount, byType },
    concurrency: load.concurrency.range.expected,
    utilisation: load.utilisation.range.expected,
    nodeWattsBusy: wattsOver(tokens, byType) ?? (byType.get("OUTPUT") ?? first).nodeWattsBusy,
    nodeWattsIdle: first.nodeWattsIdle,
  };
}

/** Null where none of the tokens was measured. */
function wattsOver(tokens: readonly TokenCount[], byType: ServingFigures["byType"]): Range | null {
  const busy = tokens.flatMap(({ type, count }) => {
    const figures = byType.get(type);
    return figures === undefined
      ? []
      : [{ watts: figures.nodeWattsBusy, seconds: count / figures.tokensPerSecondBusy.expected }];
  });
  const seconds = busy.reduce((sum, one) => sum + one.seconds, 0);
  if (seconds === 0) return null;
  return busy
    .map((one) => multiply(one.watts, exactly(one.seconds / seconds)))
    .reduce((sum, one) => add(sum, one));
}
