import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const RUNNER = join(__dirname, "run-typescript.cjs");
const PROGRAM = join(__dirname, "../../../src/cli/benchmarks.ts");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `benchmarks …` as a process of its own until it ends. `onStderr` sees all of stderr so far, and may kill it. */
export async function runBenchmarks(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
  onStderr: (stderr: string, child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const { DATABASE_URL: _, FOOTPRINT_STORE: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [RUNNER, PROGRAM, ...parameters], {
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
    onStderr(stderr, child);
  });
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}
