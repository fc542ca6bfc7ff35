import type { ComponentChildren, VNode } from "preact";
import type { Product } from "./fields";

interface ProductChoiceProps {
  readonly id: string;
  readonly product: Product;
  readonly products: readonly Product[];
  readonly onChange: (product: Product) => void;
  /** What else is said of the choice. */
  readonly children?: ComponentChildren;
}

/** Which product, with what it is. */
export function ProductChoice({ id, product, products, onChange, children }: ProductChoiceProps): VNode {
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
      {children}
    </div>
  );
}

/** In the order of the graph, under the names of its categories. */
function byCategory(products: readonly Product[]): readonly (readonly [string, readonly Product[]])[] {
  return [...Map.groupBy(products, ({ serviceCategory }) => serviceCategory)];
}
