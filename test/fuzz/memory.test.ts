import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { INSTANCE, portfolioItems, repeat } from "../support/limits";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** @alone It measures the heap: what is still held once nobody uses it [MiB]. */
function held(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

describe("after many requests, refused and answered", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterAll(() => graph.stop());

  async function round(number: number): Promise<void> {
    await graph.askText(`{ a${number}: ${INSTANCE} { footprint { total { kgCo2Equivalent } } } }`);
    await graph.askText(`{ ${repeat(20, () => "x")} y${number} }`);
    await graph.askText("{a".repeat(2000));
    await graph.askText(
      `{ ${INSTANCE} { ${"alternatives { resource { ".repeat(9)} name ${"} }".repeat(9)} } }`,
    );
    await graph.askText(
      "query($i: [PortfolioItemInput!]!) { portfolio(items: $i) { footprint { notes } } }",
      { i: portfolioItems(number % 50) },
    );
    // A client that leaves before its answer.
    const signal = AbortSignal.timeout(1);
    await fetch(graph.url, { method: "POST", body: "{}", signal }).catch(() => {});
  }

  it("memory is where it was", async () => {
    for (let number = 0; number < 15; number += 1) await round(number);
    const before = held();
    for (let number = 15; number < 60; number += 1) await round(number);
    expect(held() - before).toBeLessThan(40);
  });
});
