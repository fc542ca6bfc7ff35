import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf, post } from "../http/support/ask";
import { DEAREST, SMALL_PORTFOLIO } from "../threads/support/dearest";
import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "./support/graph-process";

const folder = mkdtempSync(join(tmpdir(), "footprint-clock-"));
const file = join(folder, "hours");
const TOKENS = {
  query:
    '{ serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1e6}) { footprint { total { kgCo2Equivalent } } } }',
};

/** Sets the clock of the process so many hours off. */
function jump(hours: number): void {
  writeFileSync(file, String(hours));
}

let graph: GraphProcess;
async function started(settings: Record<string, string>): Promise<GraphProcess> {
  jump(0);
  graph = await startGraph({
    NODE_OPTIONS: `--require "${join(__dirname, "support/shifted-clock.cjs")}"`,
    CLOCK_FILE: file,
    ...settings,
  });
  return graph;
}
afterEach(() => stopGraph(graph));
afterAll(() => rmSync(folder, { recursive: true }));

const JUMPS = [-5, 7, -3, 0];

describe("a clock on the wall that jumps by hours", () => {
  it("moves what the log says, and so is one; it neither frees a client of its limit nor holds it for longer", async () => {
    const { url, log, untilLogged } = await started({ FOOTPRINT_RATE_LIMIT: "1/600s" });
    jump(24);
    expect((await post(url, TOKENS)).status).toBe(200);
    await untilLogged(({ message }) => message === "request");
    const [start, request] = ["The graph is served", "request"].map((begin) =>
      Date.parse(String(log().find(({ message }) => String(message).startsWith(begin))?.time)),
    ) as [number, number];
    expect(request - start).toBeGreaterThan(23 * 3_600_000);
    for (const hours of JUMPS) {
      jump(hours);
      const refused = await post(url, TOKENS);
      expect(refused.status).toBe(429);
      const [wait, reset] = ["retry-after", "ratelimit-reset"].map((name) =>
        Number(refused.headers.get(name)),
      );
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(600);
      expect(reset).toBe(wait);
    }
  });

  it("neither ends a request nor lets it go on", async () => {
    const { url } = await started({
      ...WITH_THREADS,
      FOOTPRINT_REQUEST_TIMEOUT: "600",
      FOOTPRINT_STORE: join(folder, "benchmarks.duckdb"),
    });
    for (const hours of JUMPS) {
      const asked = [post(url, SMALL_PORTFOLIO), post(url, TOKENS)];
      jump(hours);
      for (const answer of await Promise.all(asked)) expect(answer.body.errors).toBeUndefined();
    }
  });

  it("does not move the end of a request's time", async () => {
    const { url } = await started({
      ...WITH_THREADS,
      FOOTPRINT_REQUEST_TIMEOUT: "1",
      FOOTPRINT_MAX_COST: "1000000000",
    });
    for (const hours of [-5, 7]) {
      const asked = post(url, DEAREST.drivers);
      jump(hours);
      expect(codeOf(await asked)).toBe("REQUEST_TIMEOUT");
    }
  });
});
