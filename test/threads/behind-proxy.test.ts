import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "../operations/support/graph-process";
import { DEAREST } from "./support/dearest";

let graph: GraphProcess;
beforeAll(async () => {
  graph = await startGraph({
    ...WITH_THREADS,
    FOOTPRINT_TRUST_PROXY: "1",
    FOOTPRINT_REQUEST_TIMEOUT: "2",
    FOOTPRINT_MAX_COST: "1000000000",
  });
});
afterAll(() => stopGraph(graph));

/** A request that keeps a thread busy for as long as it may, sent on by a proxy that says for whom. */
async function codeFor(address: string): Promise<string> {
  const response = await fetch(graph.url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify(DEAREST.drivers),
  });
  const { errors } = (await response.json()) as { errors: [{ extensions: { code: string } }] };
  return errors[0].extensions.code;
}

it("clients behind one proxy have places of their own to wait in", async () => {
  const many = Array.from({ length: 40 }, () => codeFor("192.0.2.1"));
  // Refused as soon as it comes: by then, the places of that client are taken.
  expect(await Promise.race(many)).toBe("OVERLOADED");
  expect(await codeFor("192.0.2.2")).toBe("REQUEST_TIMEOUT");
  const codes = await Promise.all(many);
  expect(new Set(codes)).toEqual(new Set(["OVERLOADED", "REQUEST_TIMEOUT"]));
});
