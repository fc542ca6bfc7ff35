import type { VNode } from "preact";
import { writeAddress } from "../../app/address-text";
import { AddToBasket } from "../../basket/add-to-basket";
import { resourceSettings } from "../../form/settings";
import type { EstimateState } from "./state";

/** Links to other views with the configured resource. */
export function Onward({ product, values, period }: EstimateState): VNode {
  const resource = { product, values };
  const history = writeAddress({ view: "history", settings: resourceSettings(resource) });
  const settings = { ...resourceSettings(resource, "a."), ...resourceSettings(resource, "b.") };
  return (
    <>
      <AddToBasket {...{ product, values, period }} />
      <p class="copy">
        <a href={writeAddress({ view: "compare", settings })}>Compare with another</a>
        <a href={history}>See its history</a>
      </p>
    </>
  );
}
