import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { json } from "node:stream/consumers";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const post = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  fetch(graph.url, { method: "POST", headers, body });

describe("the server", () => {
  it("says that it is well", async () => {
    const response = await fetch(graph.url.replace("/graphql", "/health"));
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  });

  it("knows no other path", async () => {
    const response = await fetch(graph.url.replace("/graphql", "/etc/passwd"));
    expect(response.status).toBe(404);
  });

  it("shows people where they are", async () => {
    const response = await fetch(graph.url, { headers: { accept: "text/html" } });
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  it("answers queries by GET", async () => {
    const response = await fetch(`${graph.url}?query=${encodeURIComponent("{methodology{id}}")}`, {
      headers: { "apollo-require-preflight": "true" },
    });
    expect(await response.json()).toEqual({
      data: { methodology: { id: "scaleway-environmental-footprint" } },
    });
  });

  it.each([
    ["{not json", 400],
    ["", 400],
    ["[]", 400],
    ["{}", 400],
    ["null", 400],
  ])("refuses the body %j with %d", async (body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(/node_modules|at .*\.ts/);
  });

  it("refuses a body that is too large without reading it all", async () => {
    const response = await post(
      `{"query":"{methodology{id}}","padding":"${"x".repeat(11 * 1024 * 1024)}"}`,
    ).catch(() => null);
    // The connection may be reset while the client still sends: both are refusals.
    if (response !== null) expect(response.status).toBe(413);
    expect((await post('{"query":"{methodology{id}}"}')).status).toBe(200);
  });

  it("can be introspected, and offers itself as a subgraph", async () => {
    const { data } = await graph.askText("{ __schema { queryType { name } } _service { sdl } }");
    expect(JSON.stringify(data)).toContain('@link(url: \\"https://specs.apollo.dev/federation/v2');
  });

  it("survives a client that hangs up in the middle of its request", async () => {
    await new Promise<void>((resolve) => {
      const half = request(graph.url, { method: "POST", headers: { "content-length": "1000" } });
      half.on("error", () => resolve());
      half.write('{"query":');
      setTimeout(() => half.destroy(new Error("gone")), 20);
    });
    expect((await post('{"query":"{methodology{id}}"}')).status).toBe(200);
  });
});

it("lets a request in flight finish when it is stopped", async () => {
  const other = await startLiveGraph();
  const headers = { "content-type": "application/json", expect: "100-continue" };
  const asking = request(other.url, { method: "POST", headers });
  asking.flushHeaders();
  // "100 Continue": the request has been accepted.
  await once(asking, "continue");
  const stopped = other.stop();
  asking.end('{"query":"{ instanceTypes { name } factors { id source } }"}');
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  expect(await json(response)).toMatchObject({ data: { instanceTypes: expect.any(Array) } });
  await stopped;
  await expect(fetch(other.url)).rejects.toThrow();
});
