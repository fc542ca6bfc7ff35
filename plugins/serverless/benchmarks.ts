import { DomainError } from "../../src/core/errors";
import type { VintageSpan } from "../../src/core/formulas";
import {
  type Benchmark,
  type BenchmarkStore,
  benchmarkLoader,
  type LanguageModels,
  spanOfBenchmarks,
  type TokenType,
} from "../../src/core/language-models";
import { noBenchmark, notInQuantization } from "./no-benchmark";
import type { ServingNode, ServingNodes } from "./serving-nodes";
import { type CheckedSpec, fieldOf, type ServerlessSpec } from "./spec";

/** Benchmarks of one model on one node, by type of token. */
export interface ServingBenchmarks {
  readonly node: ServingNode;
  readonly gpuModel: string;
  readonly gpuCount: number;
  /** Number format of the weights that it was measured with, for example FP8. */
  readonly precision: string;
  readonly byType: ReadonlyMap<TokenType, Benchmark>;
  /** The days on which all that the choice rests on stays as it is. */
  readonly span: VintageSpan;
}

/** Finds benchmarks: all that a request needs, with one database query. */
export class BenchmarkFinder {
  constructor(
    private readonly store: BenchmarkStore,
    private readonly nodes: ServingNodes,
    private readonly models: LanguageModels,
  ) {}

  /**
   * The benchmarks of the node that the specification picks, or of the model's usual serving node, in force on a day.
   * @param day ISO day in UTC
   * @throws DomainError NO_BENCHMARK naming what there is; NOT_AVAILABLE_IN_LOCALITY for a region without serving nodes.
   */
  async find(asked: CheckedSpec, day: string, request: object): Promise<ServingBenchmarks> {
    const { spec } = asked;
    const vintage = await benchmarkLoader(this.store, request, day).load(spec.model);
    const known = vintage.inForce;
    const isServable = (one: Benchmark): boolean =>
      this.nodes.find(one.gpuModel, one.gpuCount, spec.region) !== null;
    const servable = known.filter(isServable);
    const fitting = servable.filter((one) => isPicked(one, spec));
    if (fitting.length === 0) throw noBenchmark(asked, { known, servable, upcoming: vintage.upcoming });
    const picked = this.inQuantization(fitting, asked);
    const { gpuModel, gpuCount } = picked;
    const ofNode = servable.filter((one) => one.gpuModel === gpuModel && one.gpuCount === gpuCount);
    const node = this.nodes.find(gpuModel, gpuCount, spec.region) as ServingNode;
    const { precision } = picked;
    return {
      node,
      gpuModel,
      gpuCount,
      precision,
      span: spanOfBenchmarks(vintage, (one) => isServable(one) && isPicked(one, spec)),
      byType: new Map(ofNode.map((one) => [one.tokenType, one])),
    };
  }

  revision(): Promise<string | null> {
    return this.store.revision();
  }

  /**
   * The first of them that was measured with the quantisation that the model's name says. Where the operator serves
   * the model in it and no benchmark has it, the first of all is the evidence there is, as without a quantisation.
   */
  private inQuantization(fitting: readonly Benchmark[], { model, quantization }: CheckedSpec): Benchmark {
    const [first] = fitting as [Benchmark];
    if (quantization === null) return first;
    const measured = fitting.find(({ precision }) => this.models.areAlike(precision, quantization));
    if (measured !== undefined) return measured;
    const served = model.row.quantization;
    if (served !== null && this.models.areAlike(served, quantization)) return first;
    throw notInQuantization(model, quantization, fitting);
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
