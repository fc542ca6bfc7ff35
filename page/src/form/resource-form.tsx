import type { VNode } from "preact";
import type { Catalogue, Product } from "./fields";
import { ProductForm } from "./product-form";
import type { ResourceValues } from "./settings";
import { type FieldProblem, startValues } from "./values";

interface ResourceFormProps extends ResourceValues {
  readonly catalogue: Catalogue;
  readonly problems: readonly FieldProblem[];
  /** Tells the forms of a page apart. */
  readonly idPrefix: string;
  readonly onChange: (resource: ResourceValues, how: "push" | "replace") => void;
}

/** Which product, and its fields. */
export function ResourceForm(props: ResourceFormProps): VNode {
  const { product, values, catalogue, problems, idPrefix, onChange } = props;
  const take = (id: string): void => {
    const taken = catalogue.products.find((one) => one.id === id) ?? product;
    onChange({ product: taken, values: startValues(taken, values) }, "push");
  };
  return (
    <>
      <div class="field">
        <label for={`${idPrefix}-product`}>Product</label>
        <select
          id={`${idPrefix}-product`}
          value={product.id}
          onChange={({ currentTarget }) => take(currentTarget.value)}
        >
          {byCategory(catalogue.products).map(([category, products]) => (
            <optgroup key={category} label={category}>
              {products.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <ProductForm
        {...{ product, values, catalogue, problems, idPrefix }}
        onChange={(changed, how) => onChange({ product, values: changed }, how)}
      />
    </>
  );
}

/** In the order of the graph, under the names of its categories. */
function byCategory(products: readonly Product[]): readonly (readonly [string, readonly Product[]])[] {
  return [...Map.groupBy(products, ({ serviceCategory }) => serviceCategory)];
}
