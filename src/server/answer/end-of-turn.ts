/** How long a response waits at most for others of the same turn [ms]. */
const MOST_MS = 1;

const waiting: (() => void)[] = [];
/** When the first response of the batch was ready [ms of the monotonic clock]. */
let since = 0;

/**
 * Sends all responses that become ready in one turn of the event loop together at its end. Each write may wake a reader that
 * sleeps, which can cost more than the response itself: a reader of several of them, such as a proxy, is woken once.
 */
export function atEndOfTurn(send: () => void): void {
  if (waiting.length === 0) {
    since = performance.now();
    setImmediate(sendAll);
  }
  waiting.push(send);
  if (performance.now() - since > MOST_MS) sendAll();
}

function sendAll(): void {
  for (const send of waiting.splice(0)) send();
}
