import type { InjectionToken } from "tsyringe";
import type { ProductCalculator } from "./calculator";
import type { FootprintEngine } from "./engine";
import type { Places } from "./places";

/** Symbols are shared between copies of the package, so that a plugin from outside registers under the same ones. */
export const PRODUCT_CALCULATOR: InjectionToken<ProductCalculator> = Symbol.for(
  "footprint-graph/ProductCalculator",
);
export const ENGINE: InjectionToken<FootprintEngine> = Symbol.for("footprint-graph/FootprintEngine");
export const PLACES: InjectionToken<Places> = Symbol.for("footprint-graph/Places");
