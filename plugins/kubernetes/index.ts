import { join } from "node:path";
import { definePlugin, PLACES } from "../../src/core/contract";
import { unknownName } from "../../src/core/errors";
import { productFields, samplesIn } from "../../src/product";
import { KubernetesCalculator } from "./calculator";
import { KubernetesCatalogue, loadCatalogue } from "./catalogue";
import { CLUSTER } from "./description";

/** Kubernetes clusters: a control plane, mutualised or dedicated, and pools of Instances. */
export const kubernetes = definePlugin({
  kind: "kubernetesCluster",
  contract: "1.0",
  product: {
    id: "kubernetes",
    name: "Kubernetes",
    serviceCategory: "Containers",
    description: "Managed Kubernetes clusters, Kapsule and Kosmos: a control plane and pools of nodes.",
  },
  calculator: KubernetesCalculator,
  description: CLUSTER,
  samples: samplesIn(__dirname),
  errors: { UNKNOWN_CONTROL_PLANE: unknownName("control plane") },
  fields: (scope) => {
    const { controlPlanes, regions } = scope.resolve(KubernetesCatalogue);
    const zones = [...regions.keys()].flatMap((region) =>
      scope
        .resolve(PLACES)
        .region(region, "region")
        .zones.map(({ zone }) => zone),
    );
    const choices = { region: regions.keys(), zone: zones, "pools.zone": zones };
    return productFields(CLUSTER.fields, { offers: controlPlanes, choices });
  },
  graphql: () => (require("./types-of-graph") as typeof import("./types-of-graph")).types,
  setUp: (setup) => {
    setup.scope.registerInstance(KubernetesCatalogue, loadCatalogue(setup, join(__dirname, "data")));
  },
});
