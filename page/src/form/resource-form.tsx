import type { VNode } from "preact";
import type { Catalogue } from "./fields";
import { ProductChoice } from "./product-choice";
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
  const { product, values, catalogue, problems, idPrefix, unknownProduct, onChange } = props;
  return (
    <>
      <ProductChoice
        id={`${idPrefix}-product`}
        product={product}
        products={catalogue.products}
        unknownProduct={unknownProduct}
        onChange={(taken) => onChange({ product: taken, values: startValues(taken, values) }, "push")}
      />
      <ProductForm
        {...{ product, values, catalogue, problems, idPrefix }}
        onChange={(changed, how) => onChange({ product, values: changed }, how)}
      />
    </>
  );
}
