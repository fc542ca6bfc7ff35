import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { PATIENT_LIMITS } from "../support/patient-limits";

const MANY = 1_000;
const MEGABYTE = 2 ** 20;

let graph: LiveGraph;
let sockets: Socket[] = [];
beforeAll(async () => {
  graph = await startLiveGraph(
    {},
    { limits: { ...PATIENT_LIMITS, headerSeconds: 2, receiveSeconds: 3, bodyBytes: MEGABYTE } },
  );
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
});
afterAll(() => graph.stop());

async function opened(): Promise<Socket> {
  const { hostname, port } = new URL(graph.url);
  const socket = connect(Number(port), hostname);
  // The graph may hang up in the middle of what is sent to it.
  socket.on("error", () => undefined);
  sockets.push(socket);
  await once(socket, "connect");
  return socket;
}

/** All that was answered, when the connection is over, in whatever way: who is hung up on may not be able to read the end. */
function ended(socket: Socket): Promise<string> {
  let answer = "";
  socket.on("data", (chunk: Buffer) => {
    answer += chunk.toString();
  });
  return new Promise((resolve) => socket.on("close", () => resolve(answer)));
}

const head = (length: number): string =>
  `POST /graphql HTTP/1.1\r\nhost: graph\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

async function answers(): Promise<void> {
  expect((await graph.askText("{ methodology { id } }")).errors).toBeUndefined();
  expect(graph.faults).toEqual([]);
}

it("answers beside a thousand connections that send nothing, or a byte now and then", async () => {
  const all = await Promise.all(Array.from({ length: MANY }, opened));
  const slow = all.filter((_, index) => index % 2 === 0);
  for (const socket of slow) socket.write("POST /graphql HT");
  await answers();
  // Each is hung up on when its time is over, and told so.
  for (const answer of await Promise.all(all.map(ended))) expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  await answers();
});

it("answers beside connections whose bodies never come", async () => {
  const all = await Promise.all(Array.from({ length: MANY / 4 }, opened));
  for (const socket of all) socket.write(`${head(1000)}{"query":`);
  await answers();
  for (const answer of await Promise.all(all.map(ended))) expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  await answers();
});

it("refuses a body of 100 MB when there is more of it than may be", async () => {
  const socket = await opened();
  const answer = ended(socket);
  socket.write(head(100 * MEGABYTE));
  socket.write(Buffer.alloc(MEGABYTE + 1, " "));
  expect(await answer).toMatch(/^HTTP\/1\.1 413 /);
  await answers();
});

it("hangs up on who sends on all the same", async () => {
  const socket = await opened();
  const over = ended(socket);
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
  for (let time = 0; time < 50; time++) {
    const halfway = await opened();
    halfway.write(head(1000) + query, () => halfway.destroy());
    const early = await opened();
    early.write(head(Buffer.byteLength(query)) + query);
    early.once("data", () => early.destroy());
  }
  await Promise.all(sockets.map((socket) => (socket.closed ? null : ended(socket))));
  await answers();
});
