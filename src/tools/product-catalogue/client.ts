import { type Client, createAdvancedClient, withHTTPClient, withProfile } from "@scaleway/sdk-client";
import { ProductCatalogv2alpha1 } from "@scaleway/sdk-product-catalog";
import { messageOf } from "../../core/helpers";
import { type Clock, SYSTEM_CLOCK } from "./clock";
import { PageSieve, skuOf } from "./page-sieve";
import type { CatalogueProduct, ProductProblem } from "./product";
import { readProduct } from "./read-product";
import { LIMITS, type Limits, persistentFetch } from "./transport";

const PAGE_SIZE = 100;

export interface ReadOptions {
  /** Base URL without trailing slash; null for the operator's own. */
  readonly apiUrl: string | null;
  readonly pageSize?: number;
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
}

/** Everything that the public catalogue holds, and what of it could not be read. */
export interface CatalogueReading {
  readonly products: readonly CatalogueProduct[];
  readonly problems: readonly ProductProblem[];
  /** When the reading began. */
  readonly readAt: Date;
  /** Where it was read. */
  readonly source: string;
}

interface Page {
  readonly products: readonly CatalogueProduct[];
  readonly problems: readonly ProductProblem[];
  readonly received: number;
  readonly total: number;
}

/**
 * Reads all pages of the public catalogue, which needs no key. A malformed product is left out and reported.
 * @throws UnreachableError when no sound answer came within the limits; Error when the answer is refused,
 * is no page, or ends before all products were read.
 */
export async function readCatalogue(options: ReadOptions): Promise<CatalogueReading> {
  const { apiUrl, pageSize = PAGE_SIZE, limits, clock = SYSTEM_CLOCK } = options;
  // createClient would leave out an HTTP client without saying so.
  const client = createAdvancedClient(
    withProfile(apiUrl === null ? {} : { apiURL: apiUrl }),
    withHTTPClient(persistentFetch({ ...LIMITS, ...limits }, clock)),
  );
  const readAt = new Date(clock.now());
  const pages: Page[] = [];
  let received = 0;
  do {
    const page = await readPage(client, { page: pages.length + 1, pageSize }, readAt);
    received += page.received;
    pages.push(page);
    if (page.received === 0 && received < page.total) {
      throw new Error(`The catalogue ended after ${received} of ${page.total} products.`);
    }
  } while (received < (pages.at(-1)?.total ?? 0));
  return { ...withoutRepeats(pages), readAt, source: client.settings.apiURL ?? "" };
}

async function readPage(
  client: Client,
  request: { page: number; pageSize: number },
  readAt: Date,
): Promise<Page> {
  const sieve = new PageSieve();
  const api = new ProductCatalogv2alpha1.PublicCatalogAPI({
    settings: client.settings,
    fetch: (call, unmarshal) => client.fetch(call, unmarshal && sieve.around(unmarshal)),
  });
  const answer = await api.listPublicCatalogProducts(request);
  const readOn = readAt.toISOString().slice(0, 10);
  const products: CatalogueProduct[] = [];
  const problems = sieve.refused.map((one) => ({ ...one, page: request.page }));
  for (const [index, raw] of sieve.kept.entries()) {
    const product = answer.products[index];
    if (product === undefined) continue;
    try {
      products.push(readProduct(product, raw, readOn));
    } catch (error) {
      problems.push({ sku: skuOf(raw), page: request.page, problem: messageOf(error) });
    }
  }
  return { products, problems, received: sieve.received, total: answer.totalCount };
}

/** Products move between pages while the catalogue changes: one that came twice is taken once, and reported. */
function withoutRepeats(pages: readonly Page[]): Pick<CatalogueReading, "products" | "problems"> {
  const bySku = new Map<string, CatalogueProduct>();
  const problems: ProductProblem[] = [];
  for (const [index, page] of pages.entries()) {
    problems.push(...page.problems);
    for (const product of page.products) {
      if (!bySku.has(product.sku)) bySku.set(product.sku, product);
      else
        problems.push({
          sku: product.sku,
          page: index + 1,
          problem: "the SKU came before; the first is taken",
        });
    }
  }
  return { products: [...bySku.values()], problems };
}
