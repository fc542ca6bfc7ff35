import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Composition } from "../compose";
import { DataError, defineTable, number, oneOf, parseTable, type RowOf, text } from "../core/factors";
import { startOfDay } from "../core/footprint";
import { type FactorValue, fromFactor, type Range } from "../core/formulas";
import type { Benchmark, TokenType } from "../core/language-models";
import type { OperatingFigures } from "../core/method";

/** FITTED: parameters of the model were fitted to the source of the row. APART: kept apart from it, to check. */
export const SPLITS = ["FITTED", "APART"] as const;
export type Split = (typeof SPLITS)[number];

/** Measured pairs of power and speed of GPUs that serve, each with the node of ours that it is compared with. */
const OPERATING_POINTS = defineTable("operating-points", ["id"], {
  id: text(),
  split: oneOf(SPLITS),
  their_model: text(),
  their_gpu: text(),
  their_gpus: number("GPU", { min: 1, integer: true }),
  precision: text(),
  task: text(),
  /** Requests at once. */
  concurrency: number("requests", { min: 1 }),
  /** Output tokens of the node. */
  tokens_per_second: number("tokens/s", { min: 0 }),
  /** Of one GPU. */
  gpu_watts: number("W", { min: 0 }),
  /** Of all GPUs, for each output token; the work on the prompt is in it. */
  joules_per_token: number("J", { min: 0 }),
  our_model: text(),
  gpu_model: text(),
  gpu_count: number("GPU", { min: 1, integer: true }),
  mapping: text(),
});
export type MeasuredPoint = RowOf<typeof OPERATING_POINTS>;

/** A measured pair beside ours: the GPUs alone, at the same concurrency, at work all the time. */
export interface PointComparison {
  readonly row: MeasuredPoint;
  /** [J] for each output token */
  readonly ours: Range;
  /** ours / theirs. */
  readonly ratio: number;
  /** Of one GPU [W]. */
  readonly watts: Range;
  /** [tokens/s] */
  readonly speed: Range;
}

/** What the product of tokens says of a sound specification: the same that the graph shows. */
export interface ServedUsage {
  benchmarksOn(day: string, request: object): Promise<UsedBenchmarks>;
  figuresOf(
    benchmarks: UsedBenchmarks,
    factor: (series: string) => FactorValue,
  ): { readonly byType: ReadonlyMap<TokenType, OperatingFigures> };
}

interface UsedBenchmarks {
  readonly byType: ReadonlyMap<TokenType, Benchmark>;
}

/** A node of ours at a concurrency, at work all the time. */
export interface NodeOfOurs {
  readonly model: string;
  readonly gpuModel: string;
  readonly gpuCount: number;
}

const FILE = join(__dirname, "..", "..", "plugins", "serverless", "validation", "operating-points.csv");
const REGION = "fr-par";

/** @throws DataError naming all that is wrong */
export function measuredPoints(): MeasuredPoint[] {
  const { rows, problems } = parseTable(OPERATING_POINTS, readFileSync(FILE, "utf8"), FILE);
  if (problems.length > 0) throw new DataError(problems);
  return rows.map(({ cells }) => cells);
}

export async function comparePoints(composition: Composition, day: string): Promise<PointComparison[]> {
  return Promise.all(
    measuredPoints().map(async (row) => {
      const node = { model: row.our_model, gpuModel: row.gpu_model, gpuCount: row.gpu_count };
      const { gpuJoules, gpuWatts, tokensPerSecondBusy } = await figuresAt(
        row.concurrency,
        node,
        composition,
        day,
      );
      const ratio = gpuJoules.expected / row.joules_per_token;
      return { row, ours: gpuJoules, ratio, watts: gpuWatts, speed: tokensPerSecondBusy };
    }),
  );
}

/** What the graph answers as `operatingPoint` for output tokens. */
export async function figuresAt(
  concurrency: number,
  node: NodeOfOurs,
  composition: Composition,
  day: string,
) {
  const session = composition.sessionAt(startOfDay(day));
  const spec = { ...node, region: REGION, outputTokens: 1, concurrency, utilisation: 1 };
  const usage = session.resource("serverlessUsage", spec).checked as unknown as ServedUsage;
  const benchmarks = await usage.benchmarksOn(day, session.request);
  const { byType } = usage.figuresOf(benchmarks, (series) => fromFactor(session.factor(series)));
  const figures = byType.get("OUTPUT");
  if (figures === undefined) throw new Error(`${node.model} writes no tokens on ${node.gpuModel}`);
  return figures;
}
