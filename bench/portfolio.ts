import { startChild } from "./child";
import { portfolioRequest } from "./queries";
import { median } from "./statistics";

export interface PortfolioTime {
  readonly size: number;
  /** From sending to the last byte [ms]: median. */
  readonly ms: number;
  /** To print the same answer from an object that is there [ms]: median, measured in turn. */
  readonly serialiseMs: number;
}

export interface PortfolioTimes {
  readonly times: readonly PortfolioTime[];
  /** Resident memory [bytes] after each size. */
  readonly memory: ReadonlyMap<number, number>;
}

/** Portfolios of growing size, end to end over HTTP. */
export async function measurePortfolios(sizes: readonly number[], repeats: number): Promise<PortfolioTimes> {
  const server = await startChild("graph");
  const times: PortfolioTime[] = [];
  const memory = new Map<number, number>();
  for (const size of sizes) {
    const body = JSON.stringify(portfolioRequest(size));
    const taken: number[] = [];
    const printed: number[] = [];
    // The first ones warm up: operations are compiled when they are asked often.
    for (let repeat = -5; repeat < repeats; repeat++) {
      const start = performance.now();
      const response = await fetch(server.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const text = await response.text();
      const ms = performance.now() - start;
      const answer = JSON.parse(text) as { data: { portfolio: { items: { error: unknown }[] } } };
      if (answer.data.portfolio.items.some(({ error }) => error !== null)) throw new Error("an item failed");
      const before = performance.now();
      JSON.stringify(answer);
      if (repeat >= 0) {
        taken.push(ms);
        printed.push(performance.now() - before);
      }
    }
    times.push({ size, ms: median(taken), serialiseMs: median(printed) });
    memory.set(size, await server.memory());
  }
  await server.stop();
  return { times, memory };
}
