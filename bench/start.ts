import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ONE_REQUEST } from "./queries";
import { median } from "./statistics";

export interface Start {
  /** From the start of the process to its first response [ms]: median. */
  readonly firstAnswerMs: number;
  /** Resident memory one idle second after that response [bytes]: median. */
  readonly idleBytes: number;
}

/** Starts the built server as an operator does. */
export async function measureStart(times: number): Promise<Start> {
  const runs: { ms: number; bytes: number }[] = [];
  for (let time = 0; time < times; time++) runs.push(await startOnce());
  return {
    firstAnswerMs: median(runs.map(({ ms }) => ms)),
    idleBytes: median(runs.map(({ bytes }) => bytes)),
  };
}

async function startOnce(): Promise<{ ms: number; bytes: number }> {
  const port = await freePort();
  const env = { ...process.env, HOST: "127.0.0.1", PORT: String(port), FOOTPRINT_STORE: ":memory:" };
  const start = performance.now();
  const child = spawn(process.execPath, ["dist/src/main.js"], { env, stdio: "ignore" });
  try {
    while (!(await isAnswered(`http://127.0.0.1:${port}/graphql`))) {
      if (performance.now() - start > 60_000) throw new Error("the graph does not start");
      await sleep(10);
    }
    const ms = performance.now() - start;
    await sleep(1000);
    return { ms, bytes: residentBytes(child.pid as number) };
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
