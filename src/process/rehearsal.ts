import { setImmediate as turn } from "node:timers/promises";
import type { ResourceChoice } from "../estimates";

/** What inventories ask: the totals of many lines. */
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
/** Lines of a request: whoever asks meanwhile waits for one of them to be answered. */
const LINES = 250;

/**
 * Answers portfolios that nobody asked for, so that the engine has compiled what answers the first one that somebody does: it
 * takes half of the time then.
 *
 * @param resources whose lines they are, each time of other amounts and for other hours
 * @param isIdle whether to go on: whoever asks comes first
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
    // Neighbours in the list are alike: lines of a request are from all over it.
    const { kind, spec } = resources[(line * STRIDE) % resources.length] as ResourceChoice;
    const resource = { [kind]: withOtherNumbers(spec, line) };
    return { label: `line ${line}`, resource, during: { hours: 1 + line / 7 } };
  });
}

/** The same with other numbers, so that no cache has it: what is to be compiled is what new lines need. */
function withOtherNumbers(value: unknown, line: number): unknown {
  // Limits are at both ends: small ones become more, large ones less.
  if (typeof value === "number" && Number.isInteger(value))
    return value + (value < 100 ? 1 : -1) * (line % 7);
  if (typeof value === "number") return value * (1 - (line % 97) / 1_000);
  if (Array.isArray(value)) return value.map((one) => withOtherNumbers(one, line));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withOtherNumbers(one, line)]));
}

/** A prime, so that it leads everywhere. */
const STRIDE = 7919;
