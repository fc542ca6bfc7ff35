import { setTimeout as sleep } from "node:timers/promises";

/** Far longer than anything takes: it bounds a wait for what never comes, and judges no speed. */
const PATIENCE_MS = 300_000;

/** Waits for something to become true. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`this did not become true: ${holds}`);
    await sleep(20);
  }
}
