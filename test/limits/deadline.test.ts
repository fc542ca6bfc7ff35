import { compose } from "../../src/compose";
import { RequestContext } from "../../src/graphql/context";
import { EngineGraph } from "../../src/graphql/graph";
import { DEFAULT_LIMITS, Deadline } from "../../src/graphql/limits";
import { computePortfolio } from "../../src/graphql/portfolio";

describe("a deadline", () => {
  it("lets work go on until then, and not after", () => {
    let now = 0;
    const deadline = new Deadline(2, () => now);
    now = 1999;
    expect(() => deadline.check()).not.toThrow();
    now = 2000;
    expect(deadline.wasMissed).toBe(false);
    expect(() => deadline.check()).toThrow("The request took longer than 2 s (FOOTPRINT_REQUEST_TIMEOUT).");
    expect(deadline.wasMissed).toBe(true);
  });

  it("is over when nobody waits any more", () => {
    const deadline = new Deadline(2, () => 0);
    deadline.abandon();
    expect(() => deadline.check()).toThrow("took longer");
  });

  it("stops a long portfolio between its stretches, where others have their turn", async () => {
    let now = 0;
    const deadline = new Deadline(1, () => now);
    const graph = compose().graphAt(new Date("2026-11-25T00:00:00Z"), deadline);
    const context = new RequestContext(graph, "test", () => {}, DEFAULT_LIMITS);
    // Lines are asked of a graph of their own, within the period of the whole.
    const asked = jest.spyOn(EngineGraph.prototype, "resource");
    setImmediate(() => {
      now = 5000;
    });
    // Lines that say the same are asked once: these do not.
    const items = Array.from({ length: 3000 }, (_, sizeGb) => ({
      count: 1,
      resource: { blockVolume: { storageClass: "sbs_5k", sizeGb: 5 + sizeGb, zone: "fr-par-1" } },
    }));
    await expect(computePortfolio(items, null, graph, context)).rejects.toMatchObject({
      code: "REQUEST_TIMEOUT",
    });
    expect(asked.mock.calls.length).toBeLessThan(3000);
    expect(asked.mock.calls.length).toBeGreaterThanOrEqual(500);
    asked.mockRestore();
  });
});
