import { signal } from "@preact/signals";

const STORAGE_KEY = "footprint-graph.key";

/** The API key, if the server needs one. In session storage: for this tab only, until it is closed. */
export const key = signal<string | null>(kept());

/** Message of the last refusal for a missing or wrong key; null while requests are admitted. */
export const refusal = signal<string | null>(null);

export function enterKey(entered: string): void {
  key.value = entered === "" ? null : entered;
  refusal.value = null;
  try {
    if (key.value === null) sessionStorage.removeItem(STORAGE_KEY);
    else sessionStorage.setItem(STORAGE_KEY, key.value);
  } catch {
    // Without storage, it lasts until the page is left.
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
