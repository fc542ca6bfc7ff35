import type { ProductTypes } from "../../src/core/contract";
import { deploymentEntity } from "./entity";
import { DedicatedDeployment, DedicatedDeploymentPresenter } from "./graphql";
import { DedicatedDeploymentQueries } from "./queries";
import { ServingQueries } from "./serving-queries";

export const types: Partial<ProductTypes> = {
  resource: DedicatedDeployment,
  resolvers: [DedicatedDeploymentQueries, ServingQueries],
  presenter: DedicatedDeploymentPresenter,
  entity: deploymentEntity,
};
