/** How long one piece of work goes on before others have their turn [ms]. */
const TURN_MS = 10;

/** There is one event loop for all requests: whose work is long takes turns with the others, and with what comes in. */
const waiting: (() => void)[] = [];
let began = 0;

/** Whether the current work has taken its share of time. */
export function isTurnOver(): boolean {
  return performance.now() - began > TURN_MS;
}

/** One turn in each round of the event loop, in the order of the calls: other events are handled in between. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(beginTurn);
  });
}

function beginTurn(): void {
  began = performance.now();
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(beginTurn);
}
