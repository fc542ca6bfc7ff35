import type { PeriodValues } from "../../form/period";
import type { PageEstimateQuery } from "../../generated/operations";

type Item = NonNullable<PageEstimateQuery["portfolio"]>["items"][number];

/** A resource that has a footprint. */
export interface EstimateAnswer {
  readonly footprint: NonNullable<Item["footprint"]>;
  readonly resource: NonNullable<Item["resource"]>;
  /** Its period, which can differ from the present form. */
  readonly period: PeriodValues;
}
