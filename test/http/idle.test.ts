import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { DEFAULT_LIMITS } from "../../src/graphql/limits";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";

/** For how long the usual load balancers keep a connection that nothing is sent on [s]. */
const LOAD_BALANCER = 60;

describe("an idle connection", () => {
  it("is kept for longer than a load balancer keeps it, one that was never used too", () => {
    const { idleSeconds, headerSeconds, receiveSeconds } = DEFAULT_LIMITS;
    expect(idleSeconds).toBeGreaterThan(LOAD_BALANCER);
    // Node counts the time for the first headers from when a connection is opened.
    expect(headerSeconds).toBeGreaterThan(idleSeconds);
    expect(receiveSeconds).toBeGreaterThan(headerSeconds);
  });

  it("is told for how long", async () => {
    const graph = await startLiveGraph();
    const { headers } = await fetch(graph.url.replace("/graphql", "/health"));
    expect(headers.get("keep-alive")).toBe(`timeout=${DEFAULT_LIMITS.idleSeconds}`);
    await graph.stop();
  });

  it("is closed when its time is over, and not before", async () => {
    const graph: LiveGraph = await startLiveGraph({}, { limits: { ...DEFAULT_LIMITS, idleSeconds: 1 } });
    const { hostname, port } = new URL(graph.url);
    const socket = connect(Number(port), hostname);
    const ask = "GET /health HTTP/1.1\r\nhost: graph\r\n\r\n";
    socket.write(ask);
    setTimeout(() => socket.write(ask), 100);
    // It ends when the server closes it.
    expect((await text(socket)).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
    await graph.stop();
  });
});
