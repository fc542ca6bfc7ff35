import { effect, signal } from "@preact/signals";
import { basket, fillBasket, type StoredBasket, sources } from "./basket";
import { packedText, plainText, storedBasket } from "./stored-text";

const STORAGE_KEY = "footprint-graph.basket";
/** Larger baskets are stored compressed, after a debounce. */
const LINES_AT_ONCE = 2_000;
const REST_MS = 300;

/** Whether session storage has the basket; it can be unavailable, or too small. */
export const isBasketStored = signal(true);

/** Restores the basket of this tab from session storage, and stores it on every change. */
export function followBasket(): void {
  const kept = read();
  const found = kept === null ? null : storedBasket(kept);
  if (found instanceof Promise) void found.then(begin);
  else begin(found);
}

function begin(found: StoredBasket | null): void {
  // Meanwhile, a link may have loaded another basket.
  if (found !== null && basket.peek().length === 0) fillBasket(found);
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const now = { lines: basket.value, sources: sources.value };
    clearTimeout(timer);
    if (now.lines.length <= LINES_AT_ONCE) keep(now.lines.length === 0 ? null : plainText(now));
    else
      timer = setTimeout(async () => {
        const text = await packedText(now);
        if (basket.peek() === now.lines) keep(text);
      }, REST_MS);
  });
}

function read(): string | null {
  try {
    return sessionStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function keep(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(STORAGE_KEY);
    else sessionStorage.setItem(STORAGE_KEY, text);
    isBasketStored.value = true;
  } catch {
    isBasketStored.value = false;
  }
}
