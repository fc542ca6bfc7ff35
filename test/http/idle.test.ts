import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
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
    const graph: LiveGraph = await startLiveGraph({}, { limits: { ...DEFAULT_LIMITS, idleSeconds: 2 } });
    const socket = connectedTo(graph);
    // By a clock: however long the process stands still, it is no shorter. Node adds a second to what it is told.
    const sentMs = performance.now();
    socket.write(ASK);
    expect(await text(socket)).toMatch(ONE_ANSWER);
    expect(performance.now() - sentMs).toBeGreaterThanOrEqual(2000);
    await graph.stop();
  });

  it("answers again within its time", async () => {
    const graph: LiveGraph = await startLiveGraph({}, { limits: { ...DEFAULT_LIMITS, idleSeconds: 3600 } });
    const socket = connectedTo(graph);
    for (const _ of [1, 2]) {
      socket.write(ASK);
      const [answer] = (await once(socket, "data")) as [Buffer];
      expect(answer.toString()).toMatch(ONE_ANSWER);
      await sleep(100);
    }
    socket.destroy();
    await graph.stop();
  });
});

const ASK = "GET /health HTTP/1.1\r\nhost: graph\r\n\r\n";
const ONE_ANSWER = /^HTTP\/1\.1 200 OK(?!.*HTTP\/1\.1)/s;

function connectedTo({ url }: LiveGraph): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname);
}
