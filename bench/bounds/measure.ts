import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { ONE_REQUEST } from "../queries";
import { Graph } from "./graph";
import { type Heavy, OTHER_HALF } from "./requests";
import { Waits } from "./waits";

export interface Row {
  readonly name: string;
  /** Status, error code and length of each response, equal ones once. */
  readonly answers: string;
  /** How often it was sent at once. */
  readonly times: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The longest uninterrupted work [ms of CPU]: how long others wait on an idle machine. */
  readonly longestMs: number;
  readonly idleMb: number;
  readonly peakMb: number;
  /** Latencies meanwhile [ms]: of health, of a single resource, and of a server that does nothing else. */
  readonly health: readonly number[];
  readonly single: readonly number[];
  readonly bare: readonly number[];
  readonly startMs: number;
}

/** Each request has its own process, so that caches are empty. */
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
    // The first requests open connections.
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
      times: asked.length,
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

/** In a thread of this process: its latency is that of the machine and the client. */
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
