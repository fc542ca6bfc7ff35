import type { ProductTypes } from "../../src/core/contract";
import { ServerlessPresenter, ServerlessUsage } from "./graphql";

export const types: Partial<ProductTypes> = {
  resource: ServerlessUsage,
  presenter: ServerlessPresenter,
};
