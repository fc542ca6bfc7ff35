import { signal } from "@preact/signals";
import { CONNECTED, Connection } from "./connection";

/** Why there is no answer, where nothing at all comes back. */
export const NOBODY_ANSWERS =
  "The graph does not answer: it may be starting anew, or this device be offline.";

export const connectionState = signal(CONNECTED);

export const connection = new Connection((state) => {
  connectionState.value = state;
});

/** A device that is online again, or is looked at again, does not wait for the next try. */
export function followConnection(): void {
  addEventListener("online", () => connection.tryAgain());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connection.tryAgain();
  });
}
