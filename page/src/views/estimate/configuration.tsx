import type { VNode } from "preact";
import { PeriodFields } from "../../form/period-fields";
import { ProductChoice } from "../../form/product-choice";
import { ProductForm } from "../../form/product-form";
import { type FieldProblem, startValues } from "../../form/values";
import { CopyLink } from "../../ui/copy-link";
import type { EstimateProps } from "./estimate-props";
import { Onward } from "./onward";

/** What is estimated, and for how long. */
export function Configuration(props: EstimateProps & { readonly problems: readonly FieldProblem[] }): VNode {
  const { catalogue, state, unknownProduct, change, problems } = props;
  const { product, values, period } = state;
  return (
    <form class="configuration" aria-label="What to estimate" onSubmit={(event) => event.preventDefault()}>
      <ProductChoice
        id="product"
        product={product}
        products={catalogue.products}
        onChange={(taken) =>
          change({ product: taken, values: startValues(taken, values), explained: null }, "push")
        }
      >
        {unknownProduct !== null && (
          <p class="said" role="alert">
            This graph has no product “{unknownProduct}”: here is {product.name} instead.
          </p>
        )}
      </ProductChoice>
      <ProductForm
        idPrefix="input"
        {...{ product, values, catalogue, problems }}
        onChange={(changed, how) => change({ values: changed, explained: null }, how)}
      />
      <PeriodFields
        period={period}
        problems={problems}
        onChange={(changed, how) => change({ period: changed }, how)}
      />
      <Onward {...state} />
      <CopyLink />
    </form>
  );
}
