import type { VNode } from "preact";
import { AddToBasket } from "../../basket/add-to-basket";
import { PeriodFields } from "../../form/period-fields";
import { ProductForm } from "../../form/product-form";
import { type FieldProblem, startValues } from "../../form/values";
import { CopyLink } from "../../ui/copy-link";
import type { EstimateProps } from "./estimate-props";

/** What is estimated, and for how long. */
export function Configuration(props: EstimateProps & { readonly problems: readonly FieldProblem[] }): VNode {
  const { catalogue, state, unknownProduct, change, problems } = props;
  const { product, values, period } = state;
  const take = (id: string): void => {
    const taken = catalogue.products.find((one) => one.id === id) ?? product;
    change({ product: taken, values: startValues(taken, values), explained: null }, "push");
  };
  return (
    <form class="configuration" aria-label="What to estimate" onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for="product">Product</label>
        <select id="product" value={product.id} onChange={(event) => take(event.currentTarget.value)}>
          {categories(catalogue.products).map(([category, products]) => (
            <optgroup key={category} label={category}>
              {products.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <p class="hint">{product.description}</p>
        {unknownProduct !== null && (
          <p class="said" role="alert">
            This graph has no product “{unknownProduct}”: here is {product.name} instead.
          </p>
        )}
      </div>
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
      <AddToBasket {...{ product, values, period }} />
      <CopyLink />
    </form>
  );
}

type Product = EstimateProps["catalogue"]["products"][number];

/** In the order of the graph, under the names of its categories. */
function categories(products: readonly Product[]): readonly (readonly [string, readonly Product[]])[] {
  return [...Map.groupBy(products, ({ serviceCategory }) => serviceCategory)];
}
