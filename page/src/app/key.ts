import { signal } from "@preact/signals";

const KEPT_AS = "footprint-graph.key";

/** The API key of a graph that wants one. Kept for this tab alone, and forgotten when it is closed. */
export const key = signal<string | null>(kept());

/** What the graph said when it refused a request for want of a key, or for a wrong one; null while it admits them. */
export const refusal = signal<string | null>(null);

export function enterKey(entered: string): void {
  key.value = entered === "" ? null : entered;
  refusal.value = null;
  try {
    if (key.value === null) sessionStorage.removeItem(KEPT_AS);
    else sessionStorage.setItem(KEPT_AS, key.value);
  } catch {
    // A browser may refuse to keep anything: it holds until the page is left.
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}
