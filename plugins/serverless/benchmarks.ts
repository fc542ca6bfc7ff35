import { inject, injectable } from "tsyringe";
import { BENCHMARK_STORE } from "../../src/core/contract";
import { DomainError } from "../../src/core/errors";
import {
  type Benchmark,
  type BenchmarkStore,
  benchmarkLoader,
  type TokenType,
} from "../../src/core/language-models";
import { noBenchmark } from "./no-benchmark";
import { type ServingNode, ServingNodes } from "./serving-nodes";
import { fieldOf, type ServerlessSpec } from "./spec";

/** Benchmarks of one model on one node, by type of token. */
export interface ServingBenchmarks {
  readonly node: ServingNode;
  readonly gpuModel: string;
  readonly gpuCount: number;
  readonly byType: ReadonlyMap<TokenType, Benchmark>;
}

/** Finds benchmarks: all that a request asks for in one query to the store. */
@injectable()
export class BenchmarkFinder {
  constructor(
    @inject(BENCHMARK_STORE) private readonly store: BenchmarkStore,
    @inject(ServingNodes) private readonly nodes: ServingNodes,
  ) {}

  /**
   * The benchmarks of the node that the specification picks, or of the model's usual serving node, in force on a day.
   * A calculation asks for the first day of its stretch. The store does not tell when a version gives way to the
   * next, so a version that begins inside a period does not split it: it counts from the next stretch on.
   * @param day ISO day in UTC
   * @throws DomainError NO_BENCHMARK naming what there is; NOT_AVAILABLE_IN_LOCALITY for a region without serving nodes.
   */
  async find(spec: ServerlessSpec, day: string, request: object): Promise<ServingBenchmarks> {
    this.nodes.requireIn(spec.region);
    const known = await benchmarkLoader(this.store, request, day).load(spec.model);
    const servable = known.filter((one) => this.nodes.find(one.gpuModel, one.gpuCount, spec.region) !== null);
    const picked = servable.find((one) => isPicked(one, spec));
    if (picked === undefined) throw noBenchmark(spec, known, servable);
    const { gpuModel, gpuCount } = picked;
    const ofNode = servable.filter((one) => one.gpuModel === gpuModel && one.gpuCount === gpuCount);
    const node = this.nodes.find(gpuModel, gpuCount, spec.region) as ServingNode;
    return { node, gpuModel, gpuCount, byType: new Map(ofNode.map((one) => [one.tokenType, one])) };
  }
}

/** @throws DomainError NO_BENCHMARK naming model, GPU and the types of token that were measured. */
export function speedOf(benchmarks: ServingBenchmarks, spec: ServerlessSpec, type: TokenType): Benchmark {
  const benchmark = benchmarks.byType.get(type);
  if (benchmark !== undefined) return benchmark;
  const types = [...benchmarks.byType.keys()];
  throw new DomainError(
    "NO_BENCHMARK",
    `No benchmark of ${type} for ${spec.model} on ${benchmarks.gpuCount} x ${benchmarks.gpuModel}. There is one of ${types.join(", ")}.`,
    { field: `input.${fieldOf(type)}`, suggestions: types },
  );
}

function isPicked(benchmark: Benchmark, { gpuModel, gpuCount }: ServerlessSpec): boolean {
  return (
    (gpuModel ?? benchmark.gpuModel) === benchmark.gpuModel &&
    (gpuCount ?? benchmark.gpuCount) === benchmark.gpuCount
  );
}
