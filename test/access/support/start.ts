import type { CompositionOptions } from "../../../src/compose";
import type { AccessOptions } from "../../../src/server/access";
import { type LiveGraph, startLiveGraph } from "../../support/live-graph";
import { type KeyServer, startKeyServer } from "./issuer";

/** Starts what a test needs and ends it after the test, also when it fails: what stays open keeps the tests from ending. */
export function startsForEachTest(): {
  graph(access: Partial<AccessOptions>, composition?: CompositionOptions): Promise<LiveGraph>;
  keys: typeof startKeyServer;
} {
  const graphs: LiveGraph[] = [];
  const servers: KeyServer[] = [];
  afterEach(async () => {
    await Promise.all(graphs.splice(0).map((graph) => graph.stop()));
    await Promise.all(servers.splice(0).map((server) => server.goAway()));
  });
  return {
    graph: async (access, composition = {}) => {
      const graph = await startLiveGraph(composition, {}, {}, access);
      graphs.push(graph);
      return graph;
    },
    keys: async (keys) => {
      const server = await startKeyServer(keys);
      servers.push(server);
      return server;
    },
  };
}
