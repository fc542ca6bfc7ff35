import { LRUCache } from "lru-cache";
import { documentParameters } from "../document-parameters";
import { JsonBody } from "../json-body";
import { sha256 } from "../sha256";

/** Most characters of all texts in the cache; the least recently used are evicted. */
const MOST_TEXT = 10_000_000;

/**
 * Texts of automatic persisted queries, from all threads: a request that names one by its hash
 * gets the text, and can be answered in any thread.
 */
export class RegisteredTexts {
  private readonly texts = new LRUCache<string, string>({
    maxSize: MOST_TEXT,
    sizeCalculation: (text) => text.length + 1,
  });

  get(hash: string): string | undefined {
    return this.texts.get(hash);
  }

  /** @throws HttpProblem for parameters of the wrong form */
  completed(body: JsonBody): JsonBody {
    if (!body.text.includes("persistedQuery")) return body;
    const { query, sha256Hash } = documentParameters({ method: "POST", search: "", body: body.value });
    if (sha256Hash === undefined) return body;
    if (query !== undefined) {
      if (sha256(query) === sha256Hash) this.texts.set(sha256Hash, query);
      return body;
    }
    const text = this.texts.get(sha256Hash);
    return text === undefined
      ? body
      : new JsonBody(JSON.stringify({ ...(body.value as object), query: text }));
  }
}
