import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "./support/graph-process";
import { ask, mixedRequest, startLoad } from "./support/load";

const folder = mkdtempSync(join(tmpdir(), "footprint-drain-"));
const running: GraphProcess[] = [];

/** How long a connection on which nothing is asked stays open after the signal: docs/operations.md says so. */
const LINGER_MS = 1_000;

afterEach(async () => {
  for (const graph of running.splice(0)) {
    graph.child.kill("SIGKILL");
    await graph.ended;
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(environment: Record<string, string> = {}): Promise<GraphProcess> {
  const graph = await startGraph(environment);
  running.push(graph);
  return graph;
}

const healthOf = async (graph: GraphProcess, page: string): Promise<Response> =>
  fetch(new URL(`/health/${page}`, graph.url));

describe("a graph under load that is told to stop", () => {
  it("answers every request that it accepted, refuses others, and ends with 0", async () => {
    const graph = await start(WITH_THREADS);
    const load = startLoad(graph.url, 8);
    await load.untilAnswered(40);
    const before = load.outcomes.length;
    const signalledAt = performance.now();
    graph.child.kill("SIGTERM");
    await load.ended;
    const { code, signal, stderr } = await graph.ended;

    expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: "" });
    // A client that takes longer than idle connections are left open finds that its own is gone, and was refused by that.
    const late = load.outcomes.filter((one) => one.kind === "cut" && one.sentAt > signalledAt + LINGER_MS);
    expect(load.outcomes.filter((one) => one.kind === "cut" && !late.includes(one))).toEqual([]);
    // Each client ended because it was refused.
    expect(load.outcomes.filter(({ kind }) => kind === "refused")).toHaveLength(8 - late.length);
    const answered = load.outcomes.filter((outcome) => outcome.kind === "answered");
    for (const { body } of answered) expect(body).toMatchObject({ data: expect.anything() });
    expect(answered.every(({ body }) => body.errors === undefined)).toBe(true);
    // Some were answered after the signal, and told that they are the last of their connection.
    expect(load.outcomes.length).toBeGreaterThan(before + 8);
    expect(answered.some(({ connection }) => connection === "close")).toBe(true);
    const messages = graph.log().map(({ message }) => message);
    expect(messages.indexOf("stopping")).toBeGreaterThan(0);
    expect(messages.at(-1)).toBe("stopped");
    await expect(fetch(graph.url)).rejects.toThrow();
  });

  it("says that it is not ready while it still accepts, for as long as it is told", async () => {
    const graph = await start({ FOOTPRINT_DRAIN_DELAY: "3" });
    expect((await healthOf(graph, "ready")).status).toBe(200);
    graph.child.kill("SIGTERM");
    await graph.untilLogged(({ message }) => message === "stopping");
    const ready = await healthOf(graph, "ready");
    expect([ready.status, await ready.json()]).toEqual([503, { status: "draining", notReady: ["server"] }]);
    expect((await healthOf(graph, "live")).status).toBe(200);
    const agent = new Agent({ keepAlive: true });
    expect(await ask(graph.url, mixedRequest(1), agent)).toMatchObject({
      kind: "answered",
      connection: "close",
    });
    expect((await graph.ended).code).toBe(0);
  });

  it("ends in spite of connections on which nothing is asked", async () => {
    const graph = await start();
    const socket = connect(Number(new URL(graph.url).port), "127.0.0.1");
    await once(socket, "connect");
    expect((await fetch(new URL("/health", graph.url))).status).toBe(200);
    expect((await stopGraph(graph)).code).toBe(0);
    socket.destroy();
  });

  it("waits for a request only so long, and says so with its code", async () => {
    const graph = await start({ FOOTPRINT_DRAIN_TIMEOUT: "1.5" });
    const socket = await halfARequest(graph);
    const { code } = await stopGraph(graph);
    expect(code).toBe(2);
    expect(graph.log()).toContainEqual(expect.objectContaining({ level: "error", cutOff: 1 }));
    socket.destroy();
  });

  it("ends at once when it is told a second time", async () => {
    const graph = await start();
    const socket = await halfARequest(graph);
    graph.child.kill("SIGTERM");
    await graph.untilLogged(({ message }) => message === "stopping");
    graph.child.kill("SIGTERM");
    expect((await graph.ended).code).toBe(143);
    socket.destroy();
  });
});

describe("a graph that is killed under load", () => {
  it("starts again on the same store", async () => {
    const environment = { FOOTPRINT_STORE: join(folder, "killed.duckdb") };
    const killed = await start(environment);
    const load = startLoad(killed.url, 6);
    await load.untilAnswered(30);
    killed.child.kill("SIGKILL");
    await load.ended;
    expect((await killed.ended).signal).toBe("SIGKILL");

    const again = await start(environment);
    const agent = new Agent();
    const outcome = await ask(again.url, mixedRequest(0), agent);
    expect(outcome).toMatchObject({ kind: "answered", body: { data: { portfolio: expect.anything() } } });
    const lines = JSON.stringify(outcome);
    expect(lines).not.toContain('"code":"');
    expect((await stopGraph(again)).code).toBe(0);
  });
});

/** A request whose body never comes to its end: it is accepted, and cannot be answered. */
async function halfARequest(graph: GraphProcess): Promise<ReturnType<typeof connect>> {
  const socket = connect(Number(new URL(graph.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(
    "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\nexpect: 100-continue\r\n\r\n",
  );
  // "100 Continue": the request has been accepted.
  await once(socket, "data");
  return socket;
}
