import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const PIECES = join(__dirname, "pieces.cjs");
const TICKS_PER_SECOND = 100;
/** By when the thread for heavy requests has started in an idle process. */
const BEGUN_MS = 1_500;
const REST_MS = 500;
/** CPU time of an idle process in such an interval [s]. */
const LEAST_WORK = 0.02;
const SERVED = "The graph is served at ";

/** The built server, as an operator starts it. */
export class Graph {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** From the start of the process to the log line with its URL [ms]. */
    readonly startMs: number,
  ) {}

  /** @param settings that differ from the defaults */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Graph> {
    const own = { HOST: "127.0.0.1", PORT: "0", FOOTPRINT_STORE: ":memory:" };
    const env = { ...process.env, ...own, ...settings };
    const begin = performance.now();
    const child = spawn(process.execPath, ["--require", PIECES, "dist/src/main.js"], {
      env,
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      const { message } = JSON.parse(line) as { message: string };
      if (!message.startsWith(SERVED)) continue;
      child.stdout?.resume();
      return new Graph(child, message.slice(SERVED.length), performance.now() - begin);
    }
    throw new Error("the graph does not start");
  }

  /** Waits until it is idle: its thread has started and warmed up. */
  async rested(): Promise<void> {
    await sleep(BEGUN_MS);
    for (let before = -1; this.cpuSeconds() - before > LEAST_WORK; ) {
      before = this.cpuSeconds();
      await sleep(REST_MS);
    }
  }

  /** CPU time so far, of all threads [s]; from /proc. */
  cpuSeconds(): number {
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, "utf8");
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) / TICKS_PER_SECOND;
  }

  /** Resident memory now, or the most since {@link forgetPeak} [MB]. */
  residentMb(of: "VmRSS" | "VmHWM"): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
    return (Number(new RegExp(`^${of}:\\s*(\\d+) kB`, "m").exec(status)?.[1]) * 1024) / 1e6;
  }

  /** The longest uninterrupted work of the main thread since the last call [ms of CPU]. */
  async longestPieceMs(): Promise<number> {
    this.child.send("longest?");
    const [longest] = (await once(this.child, "message")) as [number];
    return longest;
  }

  forgetPeak(): void {
    writeFileSync(`/proc/${this.child.pid}/clear_refs`, "5");
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async stop(): Promise<void> {
    this.child.kill("SIGKILL");
    await once(this.child, "close");
  }
}
