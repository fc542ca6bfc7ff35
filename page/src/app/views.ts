import type { ComponentType } from "preact";
import { EstimateView } from "../views/estimate";
import { later } from "./later";
import type { ViewProps } from "./view-props";

/** A view of the page: a folder of `views`, and its line below. */
export interface View {
  /** Name in the URL. */
  readonly id: string;
  /** Title in the navigation. */
  readonly title: string;
  /** All but the first are lazily loaded: `later(() => import("../views/compare").then((one) => one.CompareView))`. */
  readonly Show: ComponentType<ViewProps>;
}

/** In the order of the navigation; the first is the default. */
export const VIEWS: readonly [View, ...View[]] = [
  { id: "estimate", title: "Estimate", Show: EstimateView },
  {
    id: "compare",
    title: "Compare",
    Show: later(() => import("../views/compare").then((one) => one.CompareView)),
  },
  {
    id: "basket",
    title: "Basket",
    Show: later(() => import("../views/portfolio").then((one) => one.PortfolioView)),
  },
  {
    id: "history",
    title: "History",
    Show: later(() => import("../views/history").then((one) => one.HistoryView)),
  },
  {
    id: "tokens",
    title: "Tokens",
    Show: later(() => import("../views/tokens").then((one) => one.TokensView)),
  },
];

/** The view of a link; the first one if it names none. */
export const isView = (id: string): boolean => id === "" || VIEWS.some((view) => view.id === id);

export function viewOf(id: string): View {
  return VIEWS.find((view) => view.id === id) ?? VIEWS[0];
}
