import { type LiveGraph, startLiveGraph } from "./live-graph";

/** A graph for all tests of a suite: whatever they ask, it is never a fault of ours. */
export function graphWithoutFaults(): () => LiveGraph {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterEach(() => {
    expect(graph.faults).toEqual([]);
  });
  afterAll(() => graph.stop());
  return () => graph;
}
