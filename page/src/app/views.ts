import type { ComponentType } from "preact";
import { EstimateView } from "../views/estimate";
import type { ViewProps } from "./view-props";

/** A view of the page: a folder of `views`, and its line below. */
export interface View {
  /** In the address. */
  readonly id: string;
  /** In the navigation. */
  readonly title: string;
  /** What is not shown first is loaded when it is opened: `later(() => import("../views/compare").then((one) => one.CompareView))`. */
  readonly Show: ComponentType<ViewProps>;
}

/** In the order of the navigation; the first is shown where the address names none. */
export const VIEWS: readonly [View, ...View[]] = [{ id: "estimate", title: "Estimate", Show: EstimateView }];

export function viewOf(id: string): View {
  return VIEWS.find((view) => view.id === id) ?? VIEWS[0];
}
