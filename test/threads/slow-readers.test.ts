import { connect, type Socket } from "node:net";
import { type GraphProcess, startGraph, stopGraph } from "../operations/support/graph-process";
import { LIGHT, SMALL_PORTFOLIO } from "./support/dearest";

/** Those who ask for megabytes and read nothing of them. */
const READERS = 12;

const MEGABYTES = `{ ${Array.from({ length: 100 }, (_, index) => `a${index}: factors { id name source note url }`).join(" ")} }`;

let graph: GraphProcess;
beforeAll(async () => {
  graph = await startGraph();
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

/** Sends the request, and reads its answer when it is told to. */
function slowReader(): { socket: Socket; begun: Promise<void>; rest(): Promise<string> } {
  const { port, hostname, pathname } = new URL(graph.url);
  const body = JSON.stringify({ query: MEGABYTES });
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
