import { type Inventory, realisticLines } from "../test/support/realistic-lines";
import { type Child, startChild } from "./child";
import { composedInventory } from "./inventory";
import { portfolioRequest } from "./queries";
import { median } from "./statistics";

/** Medians of alternating measurements. */
export interface PortfolioTime {
  readonly size: number;
  /** From sending the request to the last byte of the response [ms]. */
  readonly ms: number;
  /** The same for reference C, which reads the same request and sends as many bytes [ms]. */
  readonly floorMs: number;
  /** JSON.stringify of the same response [ms]. */
  readonly serialiseMs: number;
  /** Resident memory of the graph afterwards [bytes]. */
  readonly bytes: number;
}

/** Portfolios of increasing size, end to end over HTTP. */
export async function measurePortfolios(
  sizes: readonly number[],
  repeats: number,
): Promise<readonly PortfolioTime[]> {
  const inventory = await composedInventory();
  const graph = await startChild("graph");
  const times: PortfolioTime[] = [];
  for (const size of sizes) times.push(await measureSize(size, repeats, { graph, inventory }));
  await graph.stop();
  return times;
}

async function measureSize(
  size: number,
  repeats: number,
  { graph, inventory }: { readonly graph: Child; readonly inventory: Inventory },
): Promise<PortfolioTime> {
  const body = JSON.stringify(portfolioRequest(realisticLines(size, inventory)));
  const { text: answer } = await ask(graph, body);
  const floor = await startChild("floor", answer);
  const taken = { graph: [] as number[], floor: [] as number[], print: [] as number[] };
  for (let repeat = -warmUps(size); repeat < repeats; repeat++) {
    const { ms, text } = await ask(graph, body);
    const { ms: floorMs } = await ask(floor, body);
    const data = JSON.parse(text) as { data: { portfolio: { items: { error: unknown }[] } } };
    if (data.data.portfolio.items.some(({ error }) => error !== null)) throw new Error("an item failed");
    const before = performance.now();
    JSON.stringify(data);
    if (repeat < 0) continue;
    taken.print.push(performance.now() - before);
    taken.graph.push(ms);
    taken.floor.push(floorMs);
  }
  await floor.stop();
  return {
    size,
    ms: median(taken.graph),
    floorMs: median(taken.floor),
    serialiseMs: median(taken.print),
    bytes: await graph.memory(),
  };
}

/** Enough requests that operation and code are compiled: the same number of items for each size. */
function warmUps(size: number): number {
  return Math.min(200, Math.max(5, Math.ceil(50_000 / size)));
}

export async function ask({ url }: Pick<Child, "url">, body: string): Promise<{ text: string; ms: number }> {
  const start = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const text = await response.text();
  return { text, ms: performance.now() - start };
}
