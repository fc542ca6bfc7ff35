import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { measured } from "../test/support/measured";
import { ONE_REQUEST } from "./queries";
import { median } from "./statistics";

export interface Start {
  /** From the start of the process to its first response [ms]: median. */
  readonly firstAnswerMs: number;
  /** From the start of a process without GraphQL and HTTP to its end, in which it estimates one Instance [ms]: median. */
  readonly bareEstimateMs: number;
  /** Most resident memory in the minute after that response, in which a thread rehearses [bytes]. */
  readonly mostBytes: number;
  /** Resident memory at the end of that minute [bytes]. */
  readonly idleBytes: number;
}

const IDLE_SECONDS = 60;
const BARE = join(__dirname, "bare-estimate.cjs");

/** Starts the built server as an operator does. */
export async function measureStart(times: number): Promise<Start> {
  const runs: number[] = [];
  for (let time = 0; time < times; time++)
    runs.push(await startOnce((_process, firstAnswerMs) => firstAnswerMs));
  const bytes = await startOnce(idleMinute);
  return {
    firstAnswerMs: median(runs),
    bareEstimateMs: median(Array.from({ length: 2 * times + 1 }, bareEstimateMs)),
    mostBytes: Math.max(...bytes),
    idleBytes: bytes[bytes.length - 1] as number,
  };
}

function bareEstimateMs(): number {
  const { kind, spec } = measured("reference");
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [BARE, kind, JSON.stringify(spec)], {
    encoding: "utf8",
  });
  if (status !== 0 || !stdout.includes("amounts")) throw new Error("nothing was estimated");
  return performance.now() - start;
}

/** Resident memory, second by second, of a process that nobody asks for anything. */
async function idleMinute(pid: number): Promise<number[]> {
  const bytes: number[] = [];
  for (let second = 0; second < IDLE_SECONDS; second++) {
    await sleep(1000);
    bytes.push(residentBytes(pid));
  }
  return bytes;
}

async function startOnce<T>(measure: (pid: number, firstAnswerMs: number) => T): Promise<Awaited<T>> {
  const port = await freePort();
  const env = { ...process.env, HOST: "127.0.0.1", PORT: String(port), FOOTPRINT_STORE: ":memory:" };
  const start = performance.now();
  const child = spawn(process.execPath, ["dist/src/main.js"], { env, stdio: "ignore" });
  try {
    while (!(await isAnswered(`http://127.0.0.1:${port}/graphql`))) {
      if (performance.now() - start > 60_000) throw new Error("the graph does not start");
      await sleep(10);
    }
    return await measure(child.pid as number, performance.now() - start);
  } finally {
    child.kill();
  }
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(ONE_REQUEST),
    });
    return ((await response.json()) as { data?: unknown }).data != null;
  } catch {
    return false;
  }
}

function residentBytes(pid: number): number {
  const [, kib] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) * 1024;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
