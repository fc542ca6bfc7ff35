import { signal } from "@preact/signals";
import { CONNECTED, Connection } from "./connection";

/** The reason if there is no response at all. */
export const NOBODY_ANSWERS =
  "The graph does not answer: it may be starting anew, or this device be offline.";

export const connectionState = signal(CONNECTED);

export const connection = new Connection((state) => {
  connectionState.value = state;
});

/** Retries at once when the device is online again or the page visible again. */
export function followConnection(): void {
  addEventListener("online", () => connection.tryAgain());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connection.tryAgain();
  });
}
