import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { SheetItem } from "../../../src/spreadsheet";
import { writeAddress } from "../app/address-text";
import { type PeriodValues, readPeriod } from "../form/period";
import type { ResourceValues } from "../form/settings";
import { readForm } from "../form/values";
import { addByHand, basket } from "./basket";

type AddToBasketProps = ResourceValues & { readonly period: PeriodValues };

/** Adds the configured resource to the basket, with its own period. */
export function AddToBasket({ product, values, period }: AddToBasketProps): VNode {
  const [added, setAdded] = useState(0);
  const { input, problems } = readForm(product, values);
  const { during, problems: ofPeriod } = readPeriod(period);
  const add = (): void => {
    const item = { count: 1, during, resource: { [product.kind]: input } } as unknown as SheetItem;
    addByHand(item);
    setAdded(added + 1);
  };
  const many = basket.value.length;
  return (
    <p class="copy">
      <button type="button" onClick={add} disabled={problems.length + ofPeriod.length > 0}>
        Add to the basket
      </button>
      <span role="status">
        {added > 0 && (
          <>
            Added: <a href={writeAddress({ view: "basket", settings: {} })}>the basket</a> has {many}{" "}
            {many === 1 ? "line" : "lines"}.
          </>
        )}
      </span>
    </p>
  );
}
