import type { VNode } from "preact";
import type { ViewProps } from "../../app/view-props";
import { WithCatalogue } from "../with-catalogue";
import { Compare } from "./compare";

/** Two configurations side by side. */
export function CompareView(props: ViewProps): VNode {
  return (
    <WithCatalogue title="Compare">
      {(catalogue) => <Compare {...props} catalogue={catalogue} />}
    </WithCatalogue>
  );
}
