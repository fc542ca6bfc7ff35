import { didYouMean, foldName, shorten, suggest } from "../core/errors";
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

/** How an offer is given together with its product, where it was taken for one. */
export type WriteOffer = (product: Product, offer: string) => string;

/** As a command line has them: `instance PRO2-S`. */
export const inWords: WriteOffer = (product, offer) => `${idOf(product)} ${offer}`;

/** As a request of a program has them. */
const inRequest: WriteOffer = ({ id, fields }, offer) =>
  `{ product: ${JSON.stringify(id)}, ${offerFieldOf(fields)?.name}: ${JSON.stringify(offer)} }`;

interface Named {
  /** Path of the enclosing field, if any. */
  readonly path?: string;
  readonly writeOffer?: WriteOffer;
}

/** @throws FootprintError UNKNOWN_PRODUCT with the nearest names, or the products that have an offer of that name */
export function productNamed(
  name: unknown,
  index: ProductIndex,
  { path = "", writeOffer = inRequest }: Named = {},
): Product {
  const found = typeof name === "string" ? findProduct(name, index) : undefined;
  if (found !== undefined) return found;
  const products = [...new Set(index.values())];
  const there = products.map(idOf);
  const field = `${path}product`;
  if (typeof name !== "string")
    throw unknown(field, `No product is named. There are ${there.join(", ")}.`, there);
  const offers = offersCalled(name, products);
  const near = offers.length > 0 ? [] : idsNear(name, products);
  const nearOffers = near.length > 0 || offers.length > 0 ? offers : offersNear(name, products);
  const ids = near.length > 0 ? near : [...new Set(nearOffers.map(({ product }) => idOf(product)))];
  const meant = near.length > 0 ? near : nearOffers.map(({ product, offer }) => writeOffer(product, offer));
  const message = `Unknown product ${JSON.stringify(shorten(name))}.${didYouMean(meant, there)}`;
  throw unknown(field, message, ids.length > 0 ? ids : there);
}

function unknown(field: string, message: string, suggestions: readonly string[]): FootprintError {
  return new FootprintError({ code: "UNKNOWN_PRODUCT", message, field, suggestions });
}

/** Products that have an offer of this name. */
export function productsWithOffer(name: string, products: readonly Product[]): Product[] {
  return [...new Set(offersCalled(name, products).map(({ product }) => product))];
}

/** The id as it is written on a command line: `dedicated-deployment`. */
export function idOf({ id }: Pick<Product, "id">): string {
  return kebab(id);
}

/** Words in lower case with dashes: `cpuLoadPercent` is `cpu-load-percent`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

/** Offers of what is nested have a path. */
function offerFieldOf(fields: Product["fields"]): Product["fields"][number] | undefined {
  return fields.find(({ role, name }) => role === "OFFER" && !name.includes("."));
}

function offersOf({ fields }: Product): readonly string[] {
  return offerFieldOf(fields)?.choices ?? [];
}

interface OfferOfProduct {
  readonly product: Product;
  readonly offer: string;
}

function allOffers(products: readonly Product[]): OfferOfProduct[] {
  return products.flatMap((product) => offersOf(product).map((offer) => ({ product, offer })));
}

function offersCalled(name: string, products: readonly Product[]): OfferOfProduct[] {
  return allOffers(products).filter(({ offer }) => folded(offer) === folded(name));
}

/** The nearest first. */
function offersNear(name: string, products: readonly Product[]): OfferOfProduct[] {
  const all = allOffers(products);
  const near = suggest(name, new Set(all.map(({ offer }) => offer)));
  return near.flatMap((one) => all.filter(({ offer }) => offer === one));
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
