/** How long an answer waits at most for others of its turn [ms]: they may be slower to make than it. */
const MOST_MS = 1;

const waiting: (() => void)[] = [];
/** When the first of them was ready [ms of the monotonic clock]. */
let since = 0;

/**
 * Sends what is ready in one turn of the event loop when that is over, all of it together. Each write may wake a reader that
 * sleeps, which can cost more than to make an answer: who reads several of them, such as a proxy, is woken once.
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
