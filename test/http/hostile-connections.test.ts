import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { PATIENT_LIMITS } from "../support/patient-limits";

const MANY = 1_000;
const MEGABYTE = 2 ** 20;

/** Waits for what never comes: however long the process stands still, a test ends before. */
let graph: LiveGraph;
/** Hangs up soon. */
let hasty: LiveGraph;
let sockets: Socket[] = [];
beforeAll(async () => {
  const limits = { ...PATIENT_LIMITS, bodyBytes: MEGABYTE };
  graph = await startLiveGraph({}, { limits: { ...limits, headerSeconds: 3000, receiveSeconds: 3600 } });
  hasty = await startLiveGraph({}, { limits: { ...limits, headerSeconds: 1, receiveSeconds: 1 } });
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
});
afterAll(() => Promise.all([graph.stop(), hasty.stop()]));

interface Opened {
  readonly socket: Socket;
  /** All that was answered, when the connection is over, in whatever way: who is hung up on may not be able to read the end. */
  readonly over: Promise<string>;
}

async function opened({ url } = graph): Promise<Opened> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.on("data", (chunk: Buffer) => {
    answer += chunk.toString();
  });
  const over = new Promise<string>((resolve) => socket.once("close", () => resolve(answer)));
  // The graph may hang up in the middle of what is sent to it.
  socket.on("error", () => undefined);
  sockets.push(socket);
  await once(socket, "connect");
  return { socket, over };
}

const severalOf = (count: number, graph: LiveGraph): Promise<Opened[]> =>
  Promise.all(Array.from({ length: count }, () => opened(graph)));

const head = (length: number): string =>
  `POST /graphql HTTP/1.1\r\nhost: graph\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

async function answers(): Promise<void> {
  expect((await graph.askText("{ methodology { id } }")).errors).toBeUndefined();
  expect(graph.faults).toEqual([]);
}

/** What connections may send that never ask, each its part of a request, or nothing. */
const PARTS: [string, number, readonly string[]][] = [
  ["nothing, or a byte now and then", MANY, ["", "POST /graphql HT"]],
  ["heads whose bodies never come", MANY / 4, [`${head(1000)}{"query":`]],
];

describe.each(PARTS)("beside connections that send %s", (_, count, parts) => {
  const sent = async (graph: LiveGraph): Promise<Opened[]> => {
    const all = await severalOf(count, graph);
    for (const [index, { socket }] of all.entries()) socket.write(parts[index % parts.length] as string);
    return all;
  };

  it("it answers", async () => {
    const all = await sent(graph);
    await answers();
    expect(all.filter(({ socket }) => socket.closed)).toEqual([]);
  });

  it("it hangs up on each when its time is over, and says so", async () => {
    const said = await Promise.all((await sent(hasty)).map(({ over }) => over));
    for (const answer of said) expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect(said.join()).toContain("REQUEST_NOT_RECEIVED");
    expect(hasty.faults).toEqual([]);
  });
});

it("refuses a body of 100 MB when there is more of it than may be", async () => {
  const { socket, over } = await opened();
  socket.write(head(100 * MEGABYTE));
  socket.write(Buffer.alloc(MEGABYTE + 1, " "));
  expect(await over).toMatch(/^HTTP\/1\.1 413 /);
  await answers();
});

it("hangs up on who sends on all the same", async () => {
  const { socket, over } = await opened();
  socket.write(head(100 * MEGABYTE));
  const send = (): void => {
    while (socket.writable && socket.write(Buffer.alloc(MEGABYTE, " ")));
  };
  socket.on("drain", send);
  send();
  await over;
  expect(socket.bytesWritten).toBeLessThan(50 * MEGABYTE);
  await answers();
});

it("takes no harm from clients that leave in the midst of a body, or of an answer", async () => {
  const query = JSON.stringify({ query: "{ factors { id source } }" });
  const left: Promise<string>[] = [];
  for (let time = 0; time < 50; time++) {
    const { socket: halfway, over: halfwayOver } = await opened();
    halfway.write(head(1000) + query, () => halfway.destroy());
    left.push(halfwayOver);
    const { socket: early, over } = await opened();
    early.write(head(Buffer.byteLength(query)) + query);
    early.once("data", () => early.destroy());
    left.push(over);
  }
  await Promise.all(left);
  await answers();
});
