import type { DescribedTypes, OwnTypes } from "../../src/core/contract";
import { ServingQueries } from "./serving-queries";
import { showDeploymentsAs } from "./serving-types";

/** What no description says: nodes of one's own against tokens of a shared model. */
export function typesWith({ resource }: DescribedTypes): OwnTypes {
  showDeploymentsAs(resource);
  return { resolvers: [ServingQueries] };
}
