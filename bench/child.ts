import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A measured server: `graph`, or a reference, which gets a response as JSON.
 * A, `bare`: Node's HTTP server, which parses the request and answers a constant of the same size.
 * B, `prebuilt`: our GraphQL stack and query, over an object that is there already.
 * C, `floor`: our HTTP server, with a constant of the same size in place of GraphQL.
 * `mercurius`, `apollo`, `yoga`: servers of others as they come, over the same object as B.
 */
export type Mode = "graph" | "bare" | "floor" | "prebuilt" | "mercurius" | "apollo" | "yoga";

const RUNNER = join(__dirname, "..", "test", "stores", "support", "run-typescript.cjs");

/** A server in its own process. */
export interface Child {
  readonly url: string;
  /** Resident memory [bytes]. */
  memory(): Promise<number>;
  /** CPU time of the process so far [µs], its threads included. */
  cpuMicros(): Promise<number>;
  stop(): Promise<void>;
}

/** @param answer response of a reference; passed in a file, as it can be megabytes */
export async function startChild(mode: Mode, answer = ""): Promise<Child> {
  const folder = mkdtempSync(join(tmpdir(), "footprint-bench-"));
  const file = join(folder, "answer.json");
  writeFileSync(file, answer);
  const child = fork(RUNNER, [join(__dirname, "serve.ts"), mode, file], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const url = (await nextMessage(child)) as string;
  rmSync(folder, { recursive: true });
  const use = async (): Promise<{ bytes: number; cpuMicros: number }> => {
    child.send("use");
    return (await nextMessage(child)) as { bytes: number; cpuMicros: number };
  };
  return {
    url,
    memory: async () => (await use()).bytes,
    cpuMicros: async () => (await use()).cpuMicros,
    stop: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, "message");
  return message;
}
