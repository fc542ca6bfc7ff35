import type { VNode } from "preact";
import type { ViewProps } from "../../app/view-props";

export function EstimateView({ settings }: ViewProps): VNode {
  return <h1>Estimate {settings.product}</h1>;
}
