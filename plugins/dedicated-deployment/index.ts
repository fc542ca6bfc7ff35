import { join } from "node:path";
import { definePlugin, LANGUAGE_MODELS } from "../../src/core/contract";
import { unknownName } from "../../src/core/errors";
import { productFields, samplesIn } from "../../src/product";
import { DedicatedDeploymentCalculator } from "./calculator";
import { DedicatedCatalogue, loadCatalogue } from "./catalogue";
import { DEPLOYMENT, fieldsWithin } from "./description";

/** Language models on GPU nodes of one's own. */
export const dedicatedDeployment = definePlugin({
  kind: "dedicatedDeployment",
  contract: "1.0",
  product: {
    id: "dedicatedDeployment",
    name: "Generative APIs, Dedicated Deployment",
    serviceCategory: "AI & Data",
    description: "A language model served from GPU nodes that are reserved for one customer.",
  },
  calculator: DedicatedDeploymentCalculator,
  description: DEPLOYMENT,
  samples: samplesIn(__dirname),
  errors: { UNKNOWN_NODE_TYPE: unknownName("node type") },
  fields: (scope) => {
    const catalogue = scope.resolve(DedicatedCatalogue);
    const { nodeTypes: types, models } = catalogue;
    const most = {
      nodes: catalogue.maximum("nodes"),
      importedModelGb: catalogue.maximum("imported-model"),
    };
    return productFields(fieldsWithin(most), {
      offers: new Map(types.map((type) => [type.row.name, type])),
      choices: {
        region: types.flatMap(({ zoneByRegion }) => [...zoneByRegion.keys()]),
        model: models.models.keys(),
      },
    });
  },
  graphql: () => (require("./types-of-graph") as typeof import("./types-of-graph")).types,
  setUp: (setup) => {
    const models = setup.scope.resolve(LANGUAGE_MODELS);
    const catalogue = loadCatalogue(setup, models, join(__dirname, "data"));
    setup.scope.registerInstance(DedicatedCatalogue, catalogue);
  },
});
