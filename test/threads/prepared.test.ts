import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "../operations/support/graph-process";

/** Bounds a hang. */
const PATIENCE_MS = 300_000;

/** Threads of the process, as Linux counts them: some of Node's own are among them. */
function threadsOf({ child }: GraphProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/^Threads:\s*(\d+)/m.exec(status)?.[1]);
}

describe("a thread for heavy requests", () => {
  it("is begun before anybody needs it", async () => {
    const [prepared, alone] = await Promise.all([startGraph(WITH_THREADS), startGraph()]);
    try {
      const until = Date.now() + PATIENCE_MS;
      while (threadsOf(prepared) <= threadsOf(alone) && Date.now() < until) await sleep(50);
      expect(threadsOf(prepared)).toBeGreaterThan(threadsOf(alone));
      const health = await fetch(new URL("/health", prepared.url));
      expect(health.status).toBe(200);
      expect(prepared.log().filter(({ level }) => level === "error")).toEqual([]);
    } finally {
      await Promise.all([stopGraph(prepared), stopGraph(alone)]);
    }
  });

  (availableParallelism() > 1 ? it : it.skip)("is begun before the process listens", async () => {
    // Counted as soon as each listens.
    const counted = [WITH_THREADS, {}].map(async (settings) => {
      const graph = await startGraph(settings);
      const threads = threadsOf(graph);
      await stopGraph(graph);
      return threads;
    });
    const [prepared = 0, alone = 0] = await Promise.all(counted);
    expect(prepared).toBeGreaterThan(alone);
  });

  it("does not keep a process that is stopped while it begins", async () => {
    const graph = await startGraph(WITH_THREADS);
    await sleep(600);
    await stopGraph(graph);
    expect((await graph.ended).code).toBe(0);
  });
});
