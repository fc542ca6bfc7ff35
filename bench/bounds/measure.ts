import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { ONE_REQUEST } from "../queries";
import { Graph } from "./graph";
import { type Heavy, OTHER_HALF } from "./requests";
import { Waits } from "./waits";

export interface Row {
  readonly name: string;
  /** Status, code and length of each answer, those that are alike once. */
  readonly answers: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The longest piece of work there [ms of CPU]: what anybody else waits on a machine that is not busy. */
  readonly longestMs: number;
  readonly idleMb: number;
  readonly peakMb: number;
  /** How long answers took beside it [ms]: of health, of a single Instance, and of a server that does nothing else. */
  readonly health: readonly number[];
  readonly single: readonly number[];
  readonly bare: readonly number[];
  readonly startMs: number;
}

/** In a process of its own each, so that none profits from what another has put into caches. */
export async function measureRow(heavy: Heavy): Promise<Row> {
  const graph = await Graph.start();
  const bare = await bareServer();
  try {
    await read(post(graph.url, JSON.stringify(ONE_REQUEST)));
    await rest();
    const idleMb = graph.residentMb("VmRSS");
    graph.forgetPeak();
    const cpuSeconds = graph.cpuSeconds();
    const watched = [
      new Waits(() => read(fetch(new URL("/health", graph.url)))),
      new Waits(() => read(post(graph.url, JSON.stringify(ONE_REQUEST)))),
      new Waits(() => read(fetch(bare.url))),
    ];
    // What is asked first opens connections.
    await rest();
    await graph.longestPieceMs();
    const begin = performance.now();
    const asked = Array.from({ length: heavy.times ?? 1 }, (_, index) =>
      read(post(graph.url, index % 2 === 0 ? heavy.body : OTHER_HALF)),
    );
    const answers = await Promise.all(asked);
    const seconds = (performance.now() - begin) / 1000;
    const [health, single, none] = await Promise.all(watched.map((waits) => waits.stop()));
    if (graph.hasEnded) throw new Error(`${heavy.name} ended the process`);
    return {
      name: heavy.name,
      answers: toldOnce(answers),
      seconds,
      cpuSeconds: graph.cpuSeconds() - cpuSeconds,
      longestMs: await graph.longestPieceMs(),
      idleMb,
      peakMb: graph.residentMb("VmHWM"),
      health: health as readonly number[],
      single: single as readonly number[],
      bare: none as readonly number[],
      startMs: graph.startMs,
    };
  } finally {
    await graph.stop();
    await bare.stop();
  }
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_500));

function post(url: string, body: string): Promise<Response> {
  const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
  return fetch(url, { method: "POST", headers, body });
}

async function read(asked: Promise<Response>): Promise<string> {
  const response = await asked;
  const bytes = Buffer.from(await response.arrayBuffer());
  const code = /"code":"(\w+)"/.exec(bytes.subarray(0, 5_000).toString())?.[1];
  const size = bytes.length < 100_000 ? "" : `, ${(bytes.length / 1e6).toFixed(1)} MB`;
  return `${response.status}${code === undefined || response.status === 200 ? "" : ` ${code}`}${size}`;
}

function toldOnce(answers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of answers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([one, count]) => (answers.length === 1 ? one : `${count} × ${one}`)).join("; ");
}

/** In a thread of this process: what its answers take is what the machine and who asks take. */
async function bareServer(): Promise<{ url: string; stop(): Promise<unknown> }> {
  const code = `(${String(serveNothing)})(require("node:http").createServer, require("node:worker_threads").parentPort)`;
  const worker = new Worker(code, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once("message", resolve));
  return { url: `http://127.0.0.1:${port}`, stop: () => worker.terminate() };
}

function serveNothing(create: typeof createServer, parent: { postMessage(port: number): void }): void {
  const server = create((_, response) => response.end("{}")).listen(0, "127.0.0.1", () => {
    parent.postMessage((server.address() as AddressInfo).port);
  });
}
