import type { VNode } from "preact";
import type { ViewProps } from "../../app/view-props";
import { WithCatalogue } from "../with-catalogue";
import { Portfolio } from "./portfolio";

/** Several resources and their sum. */
export function PortfolioView(props: ViewProps): VNode {
  return (
    <WithCatalogue title="Basket">
      {(catalogue) => <Portfolio {...props} catalogue={catalogue} />}
    </WithCatalogue>
  );
}
