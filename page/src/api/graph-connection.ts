import { signal } from "@preact/signals";
import { CONNECTED, Connection } from "./connection";

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
