import { signal } from "@preact/signals";
import { type Address, readAddress, writeAddress } from "./address-text";

export const address = signal<Address>(readAddress(location.hash));

/**
 * Navigates to another address. `replace`: without a new entry in the history, as while
 * the user types.
 */
export function go(next: Address, how: "push" | "replace" = "push"): void {
  const written = writeAddress(next);
  if (written === location.hash) return;
  if (how === "push") history.pushState(null, "", written);
  else history.replaceState(null, "", written);
  address.value = readAddress(written);
}

/** Follows "back", "forward", links, and the address bar. */
export function followAddress(): void {
  const read = (): void => {
    // An anchor within the page is no other view.
    if (location.hash !== "" && !location.hash.startsWith("#/")) return;
    const next = readAddress(location.hash);
    if (writeAddress(next) !== writeAddress(address.peek())) address.value = next;
  };
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
}
