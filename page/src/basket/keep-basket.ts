import { effect, signal } from "@preact/signals";
import { basket, fillBasket, type KeptBasket, sources } from "./basket";
import { keptBasket, packedText, plainText } from "./kept-text";

const KEPT_AS = "footprint-graph.basket";
/** Larger baskets are stored compressed, after a debounce. */
const LINES_AT_ONCE = 2_000;
const REST_MS = 300;

/** Whether session storage has the basket; it can be unavailable, or too small. */
export const isBasketKept = signal(true);

/** Restores the basket of this tab from session storage, and stores it on every change. */
export function followBasket(): void {
  const kept = read();
  const found = kept === null ? null : keptBasket(kept);
  if (found instanceof Promise) void found.then(begin);
  else begin(found);
}

function begin(found: KeptBasket | null): void {
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
    return sessionStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

function keep(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(KEPT_AS);
    else sessionStorage.setItem(KEPT_AS, text);
    isBasketKept.value = true;
  } catch {
    isBasketKept.value = false;
  }
}
