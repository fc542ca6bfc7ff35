import { join } from "node:path";
import { definePlugin } from "../../src/core/contract";
import { BenchmarkFinder } from "./benchmarks";
import { ServerlessCalculator } from "./calculator";
import { ServerlessPresenter, ServerlessQueries, ServerlessUsage, ServerlessUsageInput } from "./graphql";
import { loadServingPlatform, ServingPlatform } from "./platform";
import { loadServingNodes, ServingNodes } from "./serving-nodes";

/** Generative APIs Serverless: tokens of a model that many share. */
export const serverless = definePlugin({
  kind: "serverlessUsage",
  product: {
    id: "serverless",
    name: "Generative APIs Serverless",
    serviceCategory: "AI",
    description: "Language models billed by token, on nodes that many share.",
  },
  calculator: ServerlessCalculator,
  graphql: {
    input: ServerlessUsageInput,
    resource: ServerlessUsage,
    resolvers: [ServerlessQueries],
    presenter: ServerlessPresenter,
  },
  setUp: (setup) => {
    const data = { owner: "serverlessUsage", path: join(__dirname, "data") };
    setup.reader.factorFile(data, "serverless-shares");
    setup.scope.registerInstance(ServingNodes, loadServingNodes(setup, data));
    setup.scope.registerInstance(ServingPlatform, loadServingPlatform(setup, data));
    setup.scope.registerSingleton(BenchmarkFinder);
  },
});
