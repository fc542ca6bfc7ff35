import { foldName, suggest } from "../core/errors";
import type { Product } from "./answer";
import { FootprintError } from "./failure";

/** What products are called, without case, spaces and what joins words. */
export type ProductIndex = ReadonlyMap<string, Product>;

/** Products by id, kind, name and alias. */
export function indexProducts(products: readonly Product[]): ProductIndex {
  return new Map(
    products.flatMap((product) => namesOf(product).map((name) => [folded(name), product] as const)),
  );
}

/** Undefined where none is called so. */
export function findProduct(name: string, index: ProductIndex): Product | undefined {
  return index.get(folded(name));
}

/**
 * @param path what stands before the field, where it is part of something
 * @throws FootprintError UNKNOWN_PRODUCT with the nearest names
 */
export function productNamed(name: unknown, index: ProductIndex, path = ""): Product {
  const found = typeof name === "string" ? findProduct(name, index) : undefined;
  if (found !== undefined) return found;
  const products = [...new Set(index.values())];
  const near = typeof name === "string" ? idsNear(name, products) : [];
  const hint = hintOf(
    near.length > 0 || typeof name !== "string" ? near : offersNear(name, products),
    products,
  );
  const what = typeof name === "string" ? `Unknown product "${name}".` : "No product is named.";
  throw new FootprintError({
    code: "UNKNOWN_PRODUCT",
    message: `${what} ${hint}`,
    field: `${path}product`,
    suggestions: near.length > 0 ? near : products.map(idOf),
  });
}

/** Products that have an offer of this name. */
export function productsWithOffer(name: string, products: readonly Product[]): Product[] {
  return products.filter((product) => offersOf(product).some((offer) => folded(offer) === folded(name)));
}

/** The id as it is written on a command line: `dedicated-deployment`. */
export function idOf({ id }: Pick<Product, "id">): string {
  return kebab(id);
}

/** Words in lower case with dashes: `cpuLoadPercent` is `cpu-load-percent`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

function hintOf(near: readonly string[], products: readonly Product[]): string {
  if (near.length > 0) return `Did you mean ${near.join(", ")}?`;
  return `There are ${products.map(idOf).join(", ")}.`;
}

function offersOf({ fields }: Product): readonly string[] {
  // Offers of what is nested have a path.
  return fields.find(({ role, name }) => role === "OFFER" && !name.includes("."))?.choices ?? [];
}

/** Offers that are called so, or nearly, behind their products: `instance PRO2-S`. */
function offersNear(name: string, products: readonly Product[]): string[] {
  const offers = new Map(
    products.flatMap((one) => offersOf(one).map((offer) => [`${idOf(one)} ${offer}`, offer] as const)),
  );
  const isCalledSo = [...offers].filter(([, offer]) => folded(offer) === folded(name));
  const near = isCalledSo.length > 0 ? [name] : suggest(name, new Set(offers.values()));
  return [...offers]
    .filter(([, offer]) => near.some((one) => folded(one) === folded(offer)))
    .map(([text]) => text);
}

function namesOf({ id, kind, name, aliases }: Product): string[] {
  return [id, kind, name, ...aliases];
}

function folded(name: string): string {
  return foldName(name).replace(/[\s,&-]+/g, "");
}

/** Each product once, by the nearest of its names. */
function idsNear(name: string, products: readonly Product[]): string[] {
  const ids = new Map(
    products.flatMap((one) => [idOf(one), ...namesOf(one)].map((each) => [each, idOf(one)])),
  );
  return [...new Set(suggest(name, ids.keys()).map((each) => ids.get(each) as string))];
}
