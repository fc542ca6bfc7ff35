import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const RUNNER = join(__dirname, "../stores/support/run-typescript.cjs");
const MAIN = join(__dirname, "../../src/main.ts");
/** What would reach a server from the shell that runs the tests. */
const OURS = /^(FOOTPRINT_|DATABASE_URL$|HOST$|PORT$)/;

/** The program as an operator runs it. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Resolves when it serves. @throws Error with what it said when it ends before. */
  readonly url: Promise<string>;
  /** All that it said, on stdout and stderr. */
  said(): string;
  /** Ends it, and tells how it ended. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

const started = new Set<ChildProcess>();

/** Ends what a test that failed left behind; for `afterAll`. */
export function endServers(): void {
  for (const child of started) child.kill("SIGKILL");
}

/** Starts the program on a free port of this machine. */
export function startServerProcess(
  environment: Readonly<Record<string, string>>,
  command: readonly string[] = [process.execPath, RUNNER, MAIN],
  options: { cwd?: string; uid?: number; gid?: number } = {},
): ServerProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const [program = "", ...parameters] = command;
  const child = spawn(program, parameters, {
    ...options,
    env: { ...Object.fromEntries(inherited), HOST: "127.0.0.1", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  started.add(child);
  void exited.then(() => started.delete(child));

  let said = "";
  const url = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, served] = /The graph is served at (http:[^"\s]+)/.exec(said) ?? [];
      if (served !== undefined) resolve(served);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("close", () => reject(new Error(`the server ended before it served: ${said}`)));
  });
  // Who wants to see it fail looks at what it said.
  url.catch(() => {});
  return {
    child,
    url,
    said: () => said,
    end: async (signal = "SIGTERM") => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code, ended] = await exited;
      return code ?? ended ?? -1;
    },
  };
}
