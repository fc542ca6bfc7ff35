import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * One of the servers that are compared: `graph`, or a reference that is given an answer as JSON.
 * `bare`: Node's HTTP server, which parses the request and answers a constant of the same size.
 * A, `floor`: the same HTTP server as ours, with a constant of the same size in place of GraphQL.
 * B, `prebuilt`: the same GraphQL stack and query, over an object that is there already.
 */
export type Mode = "graph" | "bare" | "floor" | "prebuilt";

const RUNNER = join(__dirname, "..", "test", "stores", "support", "run-typescript.cjs");

/** A server in a process of its own. */
export interface Child {
  readonly url: string;
  /** Resident memory [bytes]. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** @param answer what a reference answers: megabytes, which are handed over in a file */
export async function startChild(mode: Mode, answer = ""): Promise<Child> {
  const folder = mkdtempSync(join(tmpdir(), "footprint-bench-"));
  const file = join(folder, "answer.json");
  writeFileSync(file, answer);
  const child = fork(RUNNER, [join(__dirname, "serve.ts"), mode, file], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const url = (await nextMessage(child)) as string;
  rmSync(folder, { recursive: true });
  return {
    url,
    memory: async () => {
      child.send("memory");
      return (await nextMessage(child)) as number;
    },
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
