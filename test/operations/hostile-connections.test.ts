import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../access/support/until";
import { post } from "../http/support/ask";
import { SMALL_PORTFOLIO } from "../threads/support/dearest";
import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "./support/graph-process";

const CONNECTIONS = 1_000;
const QUERY = { query: '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { name } }' };
const HEAD = "POST /graphql HTTP/1.1\r\nHost: graph\r\nContent-Type: application/json\r\n";

let graph: GraphProcess;
let sockets: Socket[] = [];
beforeAll(async () => {
  graph = await startGraph({
    ...WITH_THREADS,
    FOOTPRINT_MAX_CONNECTIONS: String(CONNECTIONS),
    FOOTPRINT_HEADER_TIMEOUT: "3",
    FOOTPRINT_RECEIVE_TIMEOUT: "3",
    FOOTPRINT_IDLE_TIMEOUT: "3",
  });
});
afterAll(() => stopGraph(graph));
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  expect((await post(graph.url, QUERY)).body.data).toEqual({ instance: { name: "PRO2-S" } });
  expect(graph.log().filter(({ level }) => level === "error")).toEqual([]);
});

/** Connections of a client that is not to be trusted: what becomes of them is none of its business. */
async function open(count: number, { url } = graph): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  // Read, as the end of a connection is noticed by who reads.
  const opened = Array.from({ length: count }, () =>
    connect(Number(port), hostname)
      .on("error", () => {})
      .resume(),
  );
  sockets.push(...opened);
  await until(() => opened.every((socket) => !socket.connecting));
  return opened;
}

function openOf(all: readonly Socket[]): number {
  return all.filter((socket) => !socket.closed).length;
}

/** As Linux tells it. */
function mostResidentMb(): number {
  const status = readFileSync(`/proc/${graph.child.pid}/status`, "utf8");
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]) / 1024;
}

it("nearly as many idle connections as there may be keep nobody waiting", async () => {
  const idle = await open(CONNECTIONS - 100);
  for (const _ of [1, 2, 3]) expect((await post(graph.url, QUERY)).status).toBe(200);
  expect((await fetch(new URL("/health", graph.url))).status).toBe(200);
  // Who never asks is not waited for.
  await until(() => openOf(idle) === 0);
});

it("connections beyond those that there may be are closed, and the others answer", async () => {
  // Hangs up on nobody for being slow: a pause of the machine would make room for others.
  const patient = await startGraph({
    FOOTPRINT_MAX_CONNECTIONS: String(CONNECTIONS),
    FOOTPRINT_HEADER_TIMEOUT: "3600",
    FOOTPRINT_RECEIVE_TIMEOUT: "3600",
    FOOTPRINT_IDLE_TIMEOUT: "3600",
  });
  const all = await open(CONNECTIONS + 300, patient);
  const answered = new Set<Socket>();
  for (const socket of all) {
    socket.once("data", () => answered.add(socket));
    socket.write("GET /health HTTP/1.1\r\nHost: graph\r\n\r\n");
  }
  await until(() => all.every((socket) => socket.closed || answered.has(socket)));
  expect([answered.size, openOf(all)]).toEqual([CONNECTIONS, CONNECTIONS]);
  expect((await stopGraph(patient)).code).toBe(0);
});

it("hundreds who send their request byte by byte are hung up on, and keep nobody waiting", async () => {
  const slow = await open(500);
  const halves = [HEAD, `${HEAD}Content-Length: 5000\r\n\r\n{"query":`];
  const said = slow.map(
    (socket) =>
      new Promise<string>((resolve) => {
        let text = "";
        socket.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        socket.once("close", () => resolve(text));
      }),
  );
  for (const [index, socket] of slow.entries()) socket.write(halves[index % 2] as string);
  const drip = setInterval(() => {
    for (const socket of slow) if (socket.writable) socket.write("x");
  }, 250);
  while (openOf(slow) > 0) {
    expect((await post(graph.url, QUERY)).status).toBe(200);
    await sleep(50);
  }
  clearInterval(drip);
  const answers = await Promise.all(said);
  expect(answers.filter((text) => text.includes("REQUEST_NOT_RECEIVED")).length).toBeGreaterThan(0);
});

it("a body of 100 MB is refused before it is read, whether it says its size or not", async () => {
  const before = mostResidentMb();
  const chunk = Buffer.alloc(1_000_000, 0x20);
  for (const head of [
    `${HEAD}Content-Length: 100000000\r\n\r\n`,
    `${HEAD}Transfer-Encoding: chunked\r\n\r\n`,
  ]) {
    const isChunked = head.includes("chunked");
    const [socket] = (await open(1)) as [Socket];
    let text = "";
    socket.on("data", (data: Buffer) => {
      text += data.toString();
    });
    socket.write(head);
    for (let sent = 0; sent < 100 && socket.writable; sent++) {
      if (isChunked) socket.write(`${chunk.length.toString(16)}\r\n`);
      const isTaken = socket.write(chunk);
      if (isChunked) socket.write("\r\n");
      if (!isTaken) await Promise.race([new Promise((go) => socket.once("drain", go)), sleep(500)]);
    }
    await until(() => socket.closed || text.includes("PAYLOAD_TOO_LARGE"));
    expect(text === "" || text.startsWith("HTTP/1.1 413")).toBe(true);
  }
  expect(mostResidentMb() - before).toBeLessThan(128);
});

it("hundreds who leave in the middle of a request or of its answer are forgotten", async () => {
  const portfolio = JSON.stringify(SMALL_PORTFOLIO);
  const parts = [
    HEAD.slice(0, 30),
    `${HEAD}Content-Length: ${portfolio.length}\r\n\r\n${portfolio.slice(0, 1_000)}`,
    `${HEAD}Content-Length: ${portfolio.length}\r\n\r\n${portfolio}`,
    `${HEAD}Content-Length: 15\r\n\r\n{"query":"{a}"}`.repeat(3),
  ];
  for (let round = 0; round < 5; round++) {
    const leaving = await open(80);
    for (const [index, socket] of leaving.entries()) socket.write(parts[index % parts.length] as string);
    await sleep(20 * round);
    for (const socket of leaving) socket.resetAndDestroy();
  }
  const { body } = await post(graph.url, SMALL_PORTFOLIO);
  expect(body.errors).toBeUndefined();
});
