import { setImmediate as turn } from "node:timers/promises";
import type { ResourceChoice } from "../estimates";

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

const REQUESTS = 40;
/** Lines of a request: a client's request meanwhile waits for the end of one. */
const LINES = 250;

/**
 * Answers made-up portfolios, so that V8 has compiled the code before the first portfolio of a client, which
 * then takes half of the time.
 *
 * @param resources of the lines, each time with other amounts and hours
 * @param isIdle whether to continue: requests take precedence
 */
export async function rehearse(
  ask: (body: string) => Promise<unknown>,
  resources: readonly ResourceChoice[],
  isIdle: () => boolean,
): Promise<void> {
  if (resources.length === 0) return;
  for (let request = 0; request < REQUESTS; request++) {
    if (!isIdle()) return;
    await ask(JSON.stringify({ query: QUERY, variables: { items: linesOf(resources, request) } }));
    await turn();
  }
}

function linesOf(resources: readonly ResourceChoice[], request: number): object[] {
  return Array.from({ length: LINES }, (_, index) => {
    const line = request * LINES + index;
    // Neighbours in the list are similar: a request has lines from all of it.
    const { kind, spec } = resources[(line * STRIDE) % resources.length] as ResourceChoice;
    const resource = { [kind]: withOtherNumbers(spec, line) };
    return { label: `line ${line}`, resource, during: { hours: 1 + line / 7 } };
  });
}

/** The same with other numbers, so that it is in no cache, and the code for new lines is compiled. */
function withOtherNumbers(value: unknown, line: number): unknown {
  // Within the limits: small numbers are increased, large ones reduced.
  if (typeof value === "number" && Number.isInteger(value))
    return value + (value < 100 ? 1 : -1) * (line % 7);
  if (typeof value === "number") return value * (1 - (line % 97) / 1_000);
  if (Array.isArray(value)) return value.map((one) => withOtherNumbers(one, line));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withOtherNumbers(one, line)]));
}

/** A prime, so that the steps reach every element. */
const STRIDE = 7919;
