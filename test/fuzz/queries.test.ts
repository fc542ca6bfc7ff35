import fc from "fast-check";
import { compose } from "../../src/compose";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { faultsOf } from "./support/closed-list";
import { dice, QueryMaker } from "./support/queries";
import { runs } from "./support/seed";

describe("queries made from the schema", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterAll(() => graph.stop());

  const schema = compose().schema.executable;

  it("are valid, and answered without a fault of ours", async () => {
    const one = fc.asyncProperty(dice, async (source) => {
      const query = new QueryMaker(schema, source).query();
      const answer = await fetch(graph.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      const text = await answer.text();
      const invalid = /GRAPHQL_(VALIDATION|PARSE)_FAILED/.test(text) ? [text] : [];
      expect({ query, faults: [...faultsOf(text), ...invalid] }).toEqual({ query, faults: [] });
    });
    await fc.assert(one, runs(300));
    expect(graph.faults).toEqual([]);
  });
});
