import { LRUCache } from "lru-cache";
import { type Eventually, then } from "../../core/helpers";
import { documentParameters } from "../request/document-parameters";
import { JsonBody } from "../request/json-body";
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

  set(hash: string, text: string): void {
    this.texts.set(hash, text);
  }
}

/** These texts, or questions for them. */
interface Texts {
  get(hash: string): Eventually<string | undefined>;
  set(hash: string, text: string): Eventually<void>;
}

/**
 * The body, with the text that it names by its hash. A text that comes with its hash is registered.
 * @throws HttpProblem for parameters of the wrong form
 */
export function completed(body: JsonBody, texts: Texts): Eventually<JsonBody> {
  if (!body.text.includes("persistedQuery")) return body;
  const { query, sha256Hash } = documentParameters({ method: "POST", search: "", body: body.value });
  if (sha256Hash === undefined) return body;
  if (query !== undefined)
    return sha256(query) === sha256Hash ? then(texts.set(sha256Hash, query), () => body) : body;
  return then(texts.get(sha256Hash), (text) =>
    text === undefined ? body : new JsonBody(JSON.stringify({ ...(body.value as object), query: text })),
  );
}
