import { join } from "node:path";
import { definePlugin, LANGUAGE_MODELS } from "../../src/core/contract";
import { DedicatedDeploymentCalculator } from "./calculator";
import { DedicatedCatalogue, loadCatalogue } from "./catalogue";
import { deploymentEntity } from "./entity";
import { DedicatedDeployment, DedicatedDeploymentInput, DedicatedDeploymentPresenter } from "./graphql";
import { DedicatedDeploymentQueries } from "./queries";
import { ServingQueries } from "./serving-queries";

/** Language models on GPU nodes of one's own. */
export const dedicatedDeployment = definePlugin({
  kind: "dedicatedDeployment",
  product: {
    id: "dedicatedDeployment",
    name: "Generative APIs, Dedicated Deployment",
    serviceCategory: "AI & Data",
    description: "A language model served from GPU nodes that are reserved for one customer.",
  },
  calculator: DedicatedDeploymentCalculator,
  graphql: {
    input: DedicatedDeploymentInput,
    resource: DedicatedDeployment,
    resolvers: [DedicatedDeploymentQueries, ServingQueries],
    presenter: DedicatedDeploymentPresenter,
    entity: deploymentEntity,
  },
  setUp: (setup) => {
    const models = setup.scope.resolve(LANGUAGE_MODELS);
    const catalogue = loadCatalogue(setup, models, join(__dirname, "data"));
    setup.scope.registerInstance(DedicatedCatalogue, catalogue);
  },
});
