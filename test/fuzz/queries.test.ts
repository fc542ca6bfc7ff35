import fc from "fast-check";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { postJson } from "../support/post-json";
import { usualComposition } from "../support/usual";
import { faultsOf } from "./support/closed-list";
import { dice } from "./support/dice";
import { type Operation, operationOf } from "./support/operations";
import { runs } from "./support/seed";

/** More often than an operation is asked before it is compiled. */
const OFTEN = 5;

describe("operations made from the schema", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterAll(() => graph.stop());

  const schema = usualComposition().schema.executable;

  async function answered(operation: Operation): Promise<string> {
    return (await postJson(graph.url, operation)).text;
  }

  it("are valid, and answered alike however often, without a fault of ours", async () => {
    const one = fc.asyncProperty(dice, async (source) => {
      const operation = operationOf(schema, source);
      const first = await answered(operation);
      const invalid = /GRAPHQL_(VALIDATION|PARSE)_FAILED/.test(first) ? [first] : [];
      expect({ operation, faults: [...faultsOf(first), ...invalid] }).toEqual({ operation, faults: [] });
      for (let time = 1; time < OFTEN; time++)
        expect({ operation, answer: await answered(operation) }).toEqual({ operation, answer: first });
    });
    await fc.assert(one, runs(150));
    expect(graph.faults).toEqual([]);
  });
});
