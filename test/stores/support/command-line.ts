import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const RUNNER = join(__dirname, "run-typescript.cjs");
const HALF_IMPORT = join(__dirname, "half-import.ts");
const PROGRAM = join(__dirname, "../../../src/cli/benchmarks.ts");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `benchmarks …` as a process of its own until it ends. */
export async function runBenchmarks(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = start([PROGRAM, ...parameters], environment);
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}

/** Starts to import so many entries in a process of its own, and kills it when the first of them are written. */
export async function killHalfway(
  environment: Readonly<Record<string, string>>,
  prefix: string,
  count: number,
): Promise<void> {
  const child = start([HALF_IMPORT, prefix, String(count)], environment);
  const closed = once(child, "close");
  const [told] = (await Promise.race([once(child.stdout as NodeJS.ReadableStream, "data"), closed])) as [
    unknown,
  ];
  if (!String(told).includes("half is written"))
    throw new Error(`the import ended by itself: ${String(told)}`);
  child.kill("SIGKILL");
  await closed;
}

function start(program: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  const { DATABASE_URL: _, FOOTPRINT_STORE: __, ...inherited } = process.env;
  return spawn(process.execPath, [RUNNER, ...program], {
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
