import type { ProductTypes } from "../../src/core/contract";
import { serverEntity } from "./entity";
import { Instance, InstancePresenter, InstanceQueries } from "./graphql";

export const types: Partial<ProductTypes> = {
  resource: Instance,
  resolvers: [InstanceQueries],
  presenter: InstancePresenter,
  entity: serverEntity,
};
