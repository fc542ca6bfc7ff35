import type { LoadedProduct, ResourcePresenter } from "../../core/contract";
import type { PresentedResource } from "./session";

/** Presents the resources of a described product as plain values: for programs, which show no types of a graph. */
export function plainPresenter(kind: string, product: LoadedProduct): ResourcePresenter {
  return {
    present: (spec, today): PresentedResource => {
      const { name, place, checked } = product.check(spec);
      product.checkLimits(spec, today);
      return { kind, name, spec, checked, placeIn: () => place.name };
    },
    otherPlaces: (spec) => product.otherPlaces(spec),
  };
}
