import type { CatalogueProduct } from "./product";

/** Statuses of what is no longer in use at all; what is only sold no more still runs. */
const GONE: ReadonlySet<string> = new Set(["end_of_life", "retired"]);
const MODEL_TYPES: ReadonlySet<string> = new Set(["generative_apis", "managed_inference"]);
const BYTES_PER_GIB = 2 ** 30;

/** An Instance type as the catalogue offers it. */
export interface OfferedType {
  readonly name: string;
  /** Every number of vCPU that its SKUs state: one, unless the catalogue contradicts itself. */
  readonly vcpus: readonly number[];
  /** Likewise memory [GiB]. */
  readonly ramGibs: readonly number[];
  readonly zones: readonly string[];
  readonly statuses: readonly string[];
}

export function isInForce({ status }: CatalogueProduct): boolean {
  return !GONE.has(status);
}

/** Instance types that are in force in some zone, by name. */
export function instanceTypesOf(products: readonly CatalogueProduct[]): ReadonlyMap<string, OfferedType> {
  const skus = new Map<string, CatalogueProduct[]>();
  for (const product of products) {
    if (product.type !== "instance" || product.offerId === null || !isInForce(product)) continue;
    skus.set(product.offerId, [...(skus.get(product.offerId) ?? []), product]);
  }
  return new Map([...skus].map(([name, group]) => [name, offeredType(name, group)]));
}

/** Names of the language models that are offered, per token or as a deployment. */
export function modelsOf(products: readonly CatalogueProduct[]): string[] {
  return distinct(
    products.filter((one) => MODEL_TYPES.has(one.type ?? "") && isInForce(one)).map(({ name }) => name),
  );
}

export function zonesOf(products: readonly CatalogueProduct[]): string[] {
  return distinct(products.map(zoneOf));
}

/** Null for a product that is not sold by zone. */
export function zoneOf({ locality }: CatalogueProduct): string | null {
  return locality?.level === "zone" ? locality.name : null;
}

function offeredType(name: string, skus: readonly CatalogueProduct[]): OfferedType {
  return {
    name,
    vcpus: distinct(skus.map(({ vcpu }) => vcpu)),
    ramGibs: distinct(skus.map(({ ramBytes }) => (ramBytes === null ? null : ramBytes / BYTES_PER_GIB))),
    zones: distinct(skus.map(zoneOf)),
    statuses: distinct(skus.map(({ status }) => status)),
  };
}

/** Each known value once, sorted. */
function distinct<T extends string | number>(values: readonly (T | null)[]): T[] {
  const known = new Set(values.filter((one): one is T => one !== null));
  return [...known].sort((a, b) => (a < b ? -1 : 1));
}
