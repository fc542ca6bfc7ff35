import { BENCHMARK_STORE, LANGUAGE_MODELS, type PluginSetup } from "../../src/core/contract";
import type { DataFolder } from "../../src/core/factors";
import type { LanguageModelEntry, LanguageModels, ModelChoice } from "../../src/core/language-models";
import type { HardwareCatalogue } from "../../src/core/method";
import { BenchmarkFinder } from "./benchmarks";
import { loadOperatorFigures, type OperatorFigures } from "./operator-figures";
import { loadServingPlatform, type ServingPlatform } from "./platform";
import { loadServingNodes, type ServingNodes } from "./serving-nodes";

/** What serves tokens: models, the nodes of regions, their benchmarks, and the platform. */
export class ServerlessCatalogue {
  readonly choices: ReadonlyMap<string, ModelChoice<LanguageModelEntry>>;

  constructor(
    readonly models: LanguageModels,
    readonly nodes: ServingNodes,
    readonly platform: ServingPlatform,
    readonly finder: BenchmarkFinder,
    readonly hardware: HardwareCatalogue,
    readonly operatorFigures: OperatorFigures,
  ) {
    this.choices = new Map([...models.models].map(([id, model]) => [id, { model, quantization: null }]));
  }
}

export function loadCatalogue(setup: PluginSetup, data: DataFolder): ServerlessCatalogue {
  const { reader, scope } = setup;
  reader.factorFile(data, "serverless-shares");
  const models = scope.resolve(LANGUAGE_MODELS);
  const nodes = loadServingNodes(setup, data);
  const finder = new BenchmarkFinder(scope.resolve(BENCHMARK_STORE), nodes, models);
  const figures = loadOperatorFigures(setup, data, models.models);
  const platform = loadServingPlatform(setup, data);
  return new ServerlessCatalogue(models, nodes, platform, finder, setup.hardware, figures);
}
