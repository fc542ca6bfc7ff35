import { join } from "node:path";
import { definePlugin } from "../../src/core/contract";
import { KubernetesCalculator } from "./calculator";
import { KubernetesCatalogue, loadCatalogue } from "./catalogue";
import { clusterEntity } from "./entity";
import { KubernetesCluster, KubernetesPresenter, KubernetesQueries } from "./graphql";
import { KubernetesClusterInput } from "./types";

/** Kubernetes clusters: a control plane, mutualised or dedicated, and pools of Instances. */
export const kubernetes = definePlugin({
  kind: "kubernetesCluster",
  product: {
    id: "kubernetes",
    name: "Kubernetes",
    serviceCategory: "Containers",
    description: "Managed Kubernetes clusters, Kapsule and Kosmos: a control plane and pools of nodes.",
  },
  calculator: KubernetesCalculator,
  graphql: {
    input: KubernetesClusterInput,
    resource: KubernetesCluster,
    resolvers: [KubernetesQueries],
    presenter: KubernetesPresenter,
    entity: clusterEntity,
  },
  setUp: (setup) => {
    setup.scope.registerInstance(KubernetesCatalogue, loadCatalogue(setup, join(__dirname, "data")));
  },
});
