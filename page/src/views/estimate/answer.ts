import type { PeriodValues } from "../../form/period";
import type { PageEstimateQuery } from "../../generated/operations";

type Item = NonNullable<PageEstimateQuery["portfolio"]>["items"][number];

/** A resource that has a footprint. */
export interface EstimateAnswer {
  readonly footprint: NonNullable<Item["footprint"]>;
  readonly resource: NonNullable<Item["resource"]>;
  /** Of which period it is, whatever the form says since. */
  readonly period: PeriodValues;
}
