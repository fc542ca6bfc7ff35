import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "../operations/support/graph-process";
import { LIGHT, SMALL_PORTFOLIO } from "./support/dearest";
import { forgetMostResident, residentMb } from "./support/resident";

/** Those who ask for megabytes and read nothing of them. Together they are less than is held of answers: none is cut off. */
const READERS = 4;

const MEGABYTES = `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: factors { id name source note url }`).join(" ")} }`;

/** Lines whose labels are given back: little to compute, and an answer of 24 MB. */
const LABELS = {
  query:
    "query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { a: label b: label c: label } } }",
  variables: {
    items: Array.from({ length: 4_000 }, (_, index) => ({
      label: String(index).padEnd(2_000, "x"),
      resource: { loadBalancer: { type: "LB-S", zone: "fr-par-1" } },
    })),
  },
};
/** Their requests wait for a thread together, and are as long as may wait: docs/limits.md. */
const LABEL_READERS = 6;
/** What a reader takes at a time [B]. */
const SIP = 256 * 1024;

/** Of the heap of the process itself, in which no whole answer must lie [MB]. */
const HEAP_MB = 96;
/** What requests may take beside an idle process [MB]: docs/limits.md says so. */
const MOST_MB = 512;

let graph: GraphProcess;
beforeAll(async () => {
  graph = await startGraph({ ...WITH_THREADS, NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` });
});
afterAll(() => stopGraph(graph));

async function ask(body: object): Promise<string> {
  const response = await fetch(graph.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.text();
}

interface SlowReader {
  readonly socket: Socket;
  readonly begun: Promise<void>;
  rest(): Promise<string>;
  /** The rest, a little at a time. @returns its bytes */
  sipped(): Promise<number>;
}

/** Sends the request, and reads its answer when it is told to. */
function slowReader(asked: object = { query: MEGABYTES }): SlowReader {
  const { port, hostname, pathname } = new URL(graph.url);
  const body = JSON.stringify(asked);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  const begun = new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.once("data", (chunk: Buffer) => {
      socket.pause();
      chunks.push(chunk);
      resolve();
    });
  });
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${hostname}`,
    "connection: close",
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  return {
    socket,
    begun,
    rest: () =>
      new Promise((resolve) => {
        socket.on("data", (chunk: Buffer) => chunks.push(chunk));
        socket.once("end", () => resolve(Buffer.concat(chunks).toString().split("\r\n\r\n")[1] as string));
        socket.resume();
      }),
    sipped: async () => {
      let [bytes, since] = [chunks.reduce((sum, { length }) => sum + length, 0), 0];
      const ended = once(socket, "end");
      socket.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        since += chunk.length;
        if (since < SIP) return;
        since = 0;
        socket.pause();
        setTimeout(() => socket.resume(), 5);
      });
      socket.resume();
      await ended;
      return bytes;
    },
  };
}

it("do not hold up others, get the whole answer when they read on, and may leave", async () => {
  const whole = await ask({ query: MEGABYTES });
  expect(whole.length).toBeGreaterThan(5e6);
  const readers = Array.from({ length: READERS }, slowReader);
  await Promise.all(readers.map(({ begun }) => begun));

  expect(await ask(LIGHT)).toContain('"kgCo2Equivalent"');
  expect(await ask(SMALL_PORTFOLIO)).toContain('"kgCo2Equivalent"');

  const [first, ...others] = readers;
  expect((await first?.rest()) === whole).toBe(true);
  for (const { socket } of others) socket.destroy();
  expect(await ask(SMALL_PORTFOLIO)).toContain('"kgCo2Equivalent"');
  await graph.untilLogged(({ aborted }) => aborted === true);
  expect(graph.log().filter(({ level }) => level === "error")).toEqual([]);
});

it("take whole answers in sips, which lie outside of the heap and in bounded memory", async () => {
  await ask(LIGHT);
  forgetMostResident(graph);
  const idle = residentMb(graph, "VmRSS");
  const items = LABELS.variables.items.map(({ label }) => ({ a: label, b: label, c: label }));
  const whole = JSON.stringify(items).length;
  expect(whole * LABEL_READERS).toBeGreaterThan(HEAP_MB * 2 ** 20);
  const readers = Array.from({ length: LABEL_READERS }, () => slowReader(LABELS));
  await Promise.all(readers.map(({ begun }) => begun));
  expect(await ask(LIGHT)).toContain('"kgCo2Equivalent"');

  for (const bytes of await Promise.all(readers.map((one) => one.sipped())))
    expect(bytes).toBeGreaterThan(whole);
  expect(residentMb(graph, "VmHWM")).toBeLessThan(idle + MOST_MB);
  expect(graph.child.exitCode).toBeNull();
  expect(graph.log().filter(({ level }) => level === "error")).toEqual([]);
});
