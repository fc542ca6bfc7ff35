import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const MAIN = join(__dirname, "../../../dist/src/main.js");
const OURS = /^(FOOTPRINT_|OTEL_|DATABASE_URL$|PORT$|HOST$)/;

/** The graph as it is built and started, on a free port of this machine. */
export interface BuiltGraph {
  readonly origin: string;
  stop(): Promise<void>;
}

/** @throws Error where it is not built, or ends before it serves */
export async function startBuiltGraph(
  environment: Readonly<Record<string, string>> = {},
): Promise<BuiltGraph> {
  if (!existsSync(MAIN)) throw new Error("The graph is not built: npm run build");
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
  const child = spawn(process.execPath, [MAIN], {
    env: { ...inherited, HOST: "127.0.0.1", PORT: "0", FOOTPRINT_STORE: ":memory:", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
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
    // It goes on to be read: a process whose output nobody takes stops at a full pipe.
    const lines = createInterface(stdout);
    lines.on("line", (line) => {
      const [, origin] = /The graph is served at (http:\/\/[^/"]+)/.exec(line) ?? [];
      if (origin !== undefined) resolve(origin);
    });
    lines.once("close", () => reject(new Error("the graph ended before it served")));
  });
}
