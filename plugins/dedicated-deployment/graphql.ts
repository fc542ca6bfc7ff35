import type { DescribedTypes, OwnTypes } from "../../src/core/contract";
import { ServingQueries } from "./serving-queries";
import { showDeploymentsAs } from "./serving-types";

/** Types beyond the description: dedicated nodes compared with tokens of a shared model. */
export function typesWith({ resource }: DescribedTypes): OwnTypes {
  showDeploymentsAs(resource);
  return { resolvers: [ServingQueries] };
}
