import { isRecord, messageOf } from "../../core/helpers";
import { type JsonObject } from "./fields";

type Unmarshal<T> = (answer: unknown) => T;

/** Lets the sound products of one page through to the SDK, which otherwise gives up a page for one product. */
export class PageSieve {
  /** Products of the page, in order, that the SDK can read. */
  readonly kept: JsonObject[] = [];
  readonly refused: { readonly sku: string | null; readonly problem: string }[] = [];

  /** Products on the page, sound or not: what paging counts. */
  get received(): number {
    return this.kept.length + this.refused.length;
  }

  /** The SDK's reading of a page, given only what it can read. The reader throws when the answer is no page at all. */
  around<T>(unmarshal: Unmarshal<T>): Unmarshal<T> {
    return (answer) => {
      const { products, total } = readPage(answer);
      for (const product of products) this.sort(product, unmarshal);
      return unmarshal({ products: this.kept, total_count: total });
    };
  }

  private sort<T>(product: unknown, unmarshal: Unmarshal<T>): void {
    try {
      if (!isRecord(product)) throw new TypeError("a product must be an object");
      unmarshal({ products: [product], total_count: 1 });
      this.kept.push(product);
    } catch (error) {
      this.refused.push({ sku: skuOf(product), problem: messageOf(error) });
    }
  }
}

export function skuOf(product: unknown): string | null {
  return isRecord(product) && typeof product.sku === "string" && product.sku !== "" ? product.sku : null;
}

function readPage(answer: unknown): { products: readonly unknown[]; total: number } {
  if (!isRecord(answer)) throw new TypeError("the answer is not a JSON object");
  const { products, total_count: total } = answer;
  if (!Array.isArray(products)) throw new TypeError("the answer has no list of products");
  if (typeof total !== "number" || !Number.isInteger(total) || total < 0) {
    throw new TypeError("the answer has no total_count");
  }
  return { products, total };
}
