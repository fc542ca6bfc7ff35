import type { ProductTypes } from "../../src/core/contract";
import { clusterEntity } from "./entity";
import { KubernetesCluster, KubernetesPresenter, KubernetesQueries } from "./graphql";

export const types: Partial<ProductTypes> = {
  resource: KubernetesCluster,
  resolvers: [KubernetesQueries],
  presenter: KubernetesPresenter,
  entity: clusterEntity,
};
