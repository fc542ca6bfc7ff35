import type { VNode } from "preact";
import type { ViewProps } from "../../app/view-props";
import { WithCatalogue } from "../with-catalogue";
import { History } from "./history";

/** The figure of a resource from change to change. */
export function HistoryView(props: ViewProps): VNode {
  return (
    <WithCatalogue title="History">
      {(catalogue) => <History {...props} catalogue={catalogue} />}
    </WithCatalogue>
  );
}
