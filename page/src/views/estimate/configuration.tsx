import type { VNode } from "preact";
import { PeriodFields } from "../../form/period-fields";
import { ProductChoice } from "../../form/product-choice";
import { ProductForm } from "../../form/product-form";
import { type FieldProblem, startValues } from "../../form/values";
import { CopyLink } from "../../ui/copy-link";
import type { EstimateProps } from "./estimate-props";
import { Onward } from "./onward";

/** Form of the resource and the period. */
export function Configuration(
  props: EstimateProps & {
    readonly problems: readonly FieldProblem[];
    /** Places where the resource is not available. */
    readonly without: readonly string[];
  },
): VNode {
  const { catalogue, state, change, problems } = props;
  const { product, values, period, unknownProduct } = state;
  return (
    <form class="configuration" aria-label="What to estimate" onSubmit={(event) => event.preventDefault()}>
      <ProductChoice
        id="product"
        product={product}
        products={catalogue.products}
        onChange={(taken) =>
          change({ product: taken, values: startValues(taken, values), explained: null }, "push")
        }
        unknownProduct={unknownProduct}
      />
      <ProductForm
        idPrefix="input"
        {...{ product, values, catalogue, problems }}
        without={props.without}
        onChange={(changed, how) => change({ values: changed, explained: null }, how)}
      />
      <PeriodFields
        period={period}
        problems={problems}
        onChange={(changed, how) => change({ period: changed }, how)}
      />
      <div class="onward">
        <Onward {...state} />
        <CopyLink />
      </div>
    </form>
  );
}
