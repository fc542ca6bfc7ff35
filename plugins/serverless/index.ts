import { join } from "node:path";
import { definePlugin, LANGUAGE_MODELS } from "../../src/core/contract";
import { productFields, samplesIn } from "../../src/product";
import { BenchmarkFinder } from "./benchmarks";
import { ServerlessCalculator } from "./calculator";
import { fieldsWithin, USAGE } from "./description";
import { loadServingPlatform, ServingPlatform } from "./platform";
import { loadServingNodes, ServingNodes } from "./serving-nodes";

/** Generative APIs Serverless: tokens of a model that many share. */
export const serverless = definePlugin({
  kind: "serverlessUsage",
  contract: "1.0",
  product: {
    id: "serverless",
    name: "Generative APIs Serverless",
    serviceCategory: "AI",
    description: "Language models billed by token, on nodes that many share.",
  },
  calculator: ServerlessCalculator,
  description: USAGE,
  samples: samplesIn(__dirname),
  fields: (scope, today) => {
    const { models } = scope.resolve(LANGUAGE_MODELS);
    const nodes = scope.resolve(ServingNodes);
    const maximum = today.value("serverless.most-tokens").range.expected;
    const choices = { region: nodes.regions, gpuModel: nodes.gpuModels };
    return productFields(fieldsWithin({ maximum }), { offers: models, choices });
  },
  graphql: () => (require("./types-of-graph") as typeof import("./types-of-graph")).types,
  setUp: (setup) => {
    const data = { owner: "serverlessUsage", path: join(__dirname, "data") };
    setup.reader.factorFile(data, "serverless-shares");
    setup.scope.registerInstance(ServingNodes, loadServingNodes(setup, data));
    setup.scope.registerInstance(ServingPlatform, loadServingPlatform(setup, data));
    setup.scope.registerSingleton(BenchmarkFinder);
  },
});
