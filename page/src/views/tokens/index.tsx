import type { VNode } from "preact";
import type { ViewProps } from "../../app/view-props";
import { Problem } from "../../ui/problem";
import { WithCatalogue } from "../with-catalogue";
import { servedBy } from "./state";
import { Tokens } from "./tokens";

/** Serving a model: dedicated nodes compared with Serverless. */
export function TokensView(props: ViewProps): VNode {
  return (
    <WithCatalogue title="Tokens">
      {({ products }) => {
        const served = servedBy(products);
        return served === null ? (
          <Problem message="No product of this graph counts tokens." />
        ) : (
          <Tokens {...props} {...{ served, products }} />
        );
      }}
    </WithCatalogue>
  );
}
