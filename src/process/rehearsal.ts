import { setImmediate as turn } from "node:timers/promises";
import { type KnownResource, madeUpLine } from "./made-up-lines";

/** The query of inventories: totals of many lines. */
const QUERY = `query Rehearsal($items: [PortfolioItemInput!]!) {
  portfolio(items: $items) {
    footprint { ...Totals }
    items { label footprint { ...Totals } error { code message } }
  }
}
fragment Totals on Footprint {
  total { kgCo2Equivalent m3WaterUsage }
  manufacturing { kgCo2Equivalent }
  usage { kgCo2Equivalent }
  operational { kgCo2Equivalent }
}`;

const REQUESTS = 64;
/** Lines of a request: a client's request meanwhile waits for the end of one. */
const LINES = 250;

/**
 * Answers made-up portfolios, so that V8 has compiled the code before the first portfolio of a client, which
 * then takes half of the time.
 *
 * @param resources of the lines, each time with other amounts, loads and hours
 * @param isIdle whether to continue: requests take precedence
 */
export async function rehearse(
  ask: (body: string) => Promise<unknown>,
  resources: readonly KnownResource[],
  isIdle: () => boolean,
): Promise<void> {
  if (resources.length === 0) return;
  for (let request = 0; request < REQUESTS; request++) {
    if (!isIdle()) return;
    await ask(JSON.stringify({ query: QUERY, variables: { items: linesOf(resources, request) } }));
    await turn();
  }
}

function linesOf(resources: readonly KnownResource[], request: number): object[] {
  return Array.from({ length: LINES }, (_, index) => {
    const line = request * LINES + index;
    // Neighbours in the list are similar: a request has lines from all of it.
    return madeUpLine(resources[(line * STRIDE) % resources.length] as KnownResource, line);
  });
}

/** A prime, so that the steps reach every element. */
const STRIDE = 7919;
