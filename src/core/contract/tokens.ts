import type { InjectionToken } from "tsyringe";
import type { BenchmarkStore, LanguageModels } from "../language-models";
import type { Places } from "../method";
import type { ProductCalculator } from "./calculator";
import type { LoadedProduct } from "./description";
import type { InfrastructureRow } from "./infrastructure";
import type { ProductNames } from "./product-names";

/** Symbols are shared between copies of the package, so that a plugin from outside registers under the same ones. */
export const PRODUCT_CALCULATOR: InjectionToken<ProductCalculator> = Symbol.for(
  "footprint-graph/ProductCalculator",
);
export const PLACES: InjectionToken<Places> = Symbol.for("footprint-graph/Places");
export const PRODUCT_NAMES: InjectionToken<ProductNames> = Symbol.for("footprint-graph/ProductNames");
export const BENCHMARK_STORE: InjectionToken<BenchmarkStore> = Symbol.for("footprint-graph/BenchmarkStore");
export const LANGUAGE_MODELS: InjectionToken<LanguageModels> = Symbol.for("footprint-graph/LanguageModels");
/** In the container of a defined product: the product with its data. */
export const LOADED_PRODUCT: InjectionToken<LoadedProduct> = Symbol.for("footprint-graph/LoadedProduct");
/** In the container of a product: which resources of infrastructure as code are of it. */
export const INFRASTRUCTURE: InjectionToken<readonly InfrastructureRow[]> = Symbol.for(
  "footprint-graph/Infrastructure",
);
