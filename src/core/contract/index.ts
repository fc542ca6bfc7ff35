export type { CalculationContext, ProductCalculator } from "./calculator";
export {
  definePlugin,
  type Elsewhere,
  inOtherPlaces,
  type OptionalField,
  type PluginEntity,
  type PluginSetup,
  type ProductPlugin,
  type ProductText,
  type RecordedEstimate,
  type ResourcePresenter,
} from "./plugin";
export { type NameOf, ProductNames } from "./product-names";
export { asEntityError, fullyRead, Representation } from "./representation";
export { BENCHMARK_STORE, LANGUAGE_MODELS, PLACES, PRODUCT_CALCULATOR, PRODUCT_NAMES } from "./tokens";
