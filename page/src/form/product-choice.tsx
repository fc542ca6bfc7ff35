import type { VNode } from "preact";
import type { Product } from "./fields";

interface ProductChoiceProps {
  readonly id: string;
  readonly product: Product;
  readonly products: readonly Product[];
  readonly onChange: (product: Product) => void;
  /** Named in a link, and not in this graph. */
  readonly unknownProduct: string | null | undefined;
}

/** Which product, with what it is. */
export function ProductChoice({
  id,
  product,
  products,
  onChange,
  unknownProduct,
}: ProductChoiceProps): VNode {
  return (
    <div class="field">
      <label for={id}>Product</label>
      <select
        id={id}
        value={product.id}
        onChange={({ currentTarget: { value } }) =>
          onChange(products.find((one) => one.id === value) ?? product)
        }
      >
        {byCategory(products).map(([category, some]) => (
          <optgroup key={category} label={category}>
            {some.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p class="hint">{product.description}</p>
      {unknownProduct != null && (
        <p class="said" role="alert">
          This graph has no product “{unknownProduct}”: here is {product.name} instead.
        </p>
      )}
    </div>
  );
}

/** In the order of the graph, under the names of its categories. */
function byCategory(products: readonly Product[]): readonly (readonly [string, readonly Product[]])[] {
  return [...Map.groupBy(products, ({ serviceCategory }) => serviceCategory)];
}
