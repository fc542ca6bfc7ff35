import DataLoader from "dataloader";
import { inject, injectable } from "tsyringe";
import {
  BENCHMARK_STORE,
  type Benchmark,
  type BenchmarkStore,
  DomainError,
  type TokenType,
} from "../../src/core/contract";
import { type ServingNode, ServingNodes } from "./serving-nodes";
import type { ServerlessSpec } from "./spec";

/** Benchmarks of one model on one node, by type of token. */
export interface ServingBenchmarks {
  readonly node: ServingNode;
  readonly gpuModel: string;
  readonly gpuCount: number;
  readonly byType: ReadonlyMap<TokenType, Benchmark>;
}

type Loader = DataLoader<string, readonly Benchmark[]>;

/** Finds benchmarks: all that a request asks for in one query to the store. */
@injectable()
export class BenchmarkFinder {
  private readonly loaders = new WeakMap<object, Map<string, Loader>>();

  constructor(
    @inject(BENCHMARK_STORE) private readonly store: BenchmarkStore,
    @inject(ServingNodes) private readonly nodes: ServingNodes,
  ) {}

  /**
   * The benchmarks of the node that the specification picks, or of the model's usual serving node, in force on a day.
   * @throws DomainError NO_BENCHMARK naming what there is; NOT_AVAILABLE_IN_LOCALITY for a region without serving nodes.
   */
  async find(spec: ServerlessSpec, day: string, request: object): Promise<ServingBenchmarks> {
    const known = await this.loaderFor(request, day).load(spec.model);
    const servable = known.filter((one) => this.nodes.find(one.gpuModel, one.gpuCount, spec.region) !== null);
    const picked = servable.find((one) => isPicked(one, spec)) ?? noBenchmark(spec, servable);
    const { gpuModel, gpuCount } = picked;
    const ofNode = servable.filter((one) => one.gpuModel === gpuModel && one.gpuCount === gpuCount);
    const node = this.nodes.find(gpuModel, gpuCount, spec.region) as ServingNode;
    return { node, gpuModel, gpuCount, byType: new Map(ofNode.map((one) => [one.tokenType, one])) };
  }

  private loaderFor(request: object, day: string): Loader {
    const ofRequest = this.loaders.get(request) ?? new Map<string, Loader>();
    this.loaders.set(request, ofRequest);
    const existing = ofRequest.get(day);
    if (existing !== undefined) return existing;
    const loader: Loader = new DataLoader(
      async (models) => {
        const found = await this.store.findByModels([...new Set(models)], day);
        return models.map((model) => found.get(model) ?? []);
      },
      { name: "benchmarks" },
    );
    ofRequest.set(day, loader);
    return loader;
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
    { field: "input", suggestions: types },
  );
}

function isPicked(benchmark: Benchmark, { gpuModel, gpuCount }: ServerlessSpec): boolean {
  return (
    (gpuModel ?? benchmark.gpuModel) === benchmark.gpuModel &&
    (gpuCount ?? benchmark.gpuCount) === benchmark.gpuCount
  );
}

function noBenchmark({ model, gpuModel, gpuCount }: ServerlessSpec, servable: readonly Benchmark[]): never {
  const nodes = [...new Set(servable.map((one) => `${one.gpuCount} x ${one.gpuModel}`))];
  const wanted = gpuModel == null ? "" : ` on ${gpuCount == null ? "" : `${gpuCount} x `}${gpuModel}`;
  const there = nodes.length > 0 ? ` There are some on ${nodes.join(", ")}.` : " There is none on any node.";
  throw new DomainError("NO_BENCHMARK", `No benchmark of ${model}${wanted}.${there}`, {
    field: gpuModel == null ? "input.model" : "input.gpuModel",
    suggestions: nodes,
  });
}
