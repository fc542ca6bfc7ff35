import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const RUNNER = join(__dirname, "..", "test", "stores", "support", "run-typescript.cjs");

/** A server in a process of its own. */
export interface Child {
  readonly url: string;
  /** Resident memory [bytes]. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** @param args the mode of `serve.ts`, and the answer that a reference gives */
export async function startChild(...args: string[]): Promise<Child> {
  const child = fork(RUNNER, [join(__dirname, "serve.ts"), ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const url = (await nextMessage(child)) as string;
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
