export { ProductCaches } from "./product-caches";
export type { Rate } from "./rate-cache";
export type { RateSort } from "./rates-by-sort";
export type { CachedResult } from "./result-cache";
export { resultKey, specKey } from "./spec-key";
