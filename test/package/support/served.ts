import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Installed } from "./installed";

export interface Served {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts the graph of an installed package on a free port, as its user does. */
export async function serve({ home, folder }: Installed): Promise<Served> {
  const child = spawn(
    process.execPath,
    [join(home, "dist/src/cli/footprint.js"), "serve", "--host", "127.0.0.1", "--port", "0"],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, FOOTPRINT_STORE: ":memory:" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const killWithTests = (): void => void child.kill("SIGKILL");
  process.once("exit", killWithTests);
  const origin = await new Promise<string>((resolve, reject) => {
    const lines = createInterface(child.stdout);
    lines.on("line", (line) => {
      const [, found] = /served at (http:\/\/[^/]+)/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    lines.once("close", () => reject(new Error("the graph ended before it served")));
  });
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
