import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A process that serves the graph. */
export interface Served {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Waits until a started process listens, and ends it with the tests. @throws Error if it ends before */
export async function served(child: ChildProcess): Promise<Served> {
  const killWithTests = (): void => void child.kill("SIGKILL");
  process.once("exit", killWithTests);
  const origin = await originOf(child);
  return {
    origin,
    async stop() {
      const ended = once(child, "close");
      child.kill("SIGTERM");
      await ended;
      process.off("exit", killWithTests);
    },
  };
}

async function originOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("the graph has no output");
  return new Promise((resolve, reject) => {
    // Goes on reading, as a process blocks at a full pipe.
    const lines = createInterface(stdout);
    lines.on("line", (line) => {
      const [, origin] = /The graph is served at (http:\/\/[^/"]+)/.exec(line) ?? [];
      if (origin !== undefined) resolve(origin);
    });
    lines.once("close", () => reject(new Error("the graph ended before it served")));
  });
}
