import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const PIECES = join(__dirname, "pieces.cjs");
const TICKS_PER_SECOND = 100;
/** By when a thread has begun that is begun when nobody asks. */
const BEGUN_MS = 1_500;
const REST_MS = 500;
/** CPU time in so long that is no work [s]. */
const LEAST_WORK = 0.02;
const SERVED = "The graph is served at ";

/** The built graph, as an operator starts it. */
export class Graph {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** From its start to the line that says where it serves [ms]. */
    readonly startMs: number,
  ) {}

  /** @param settings other than the default */
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

  /** Until it does no work of its own: a thread has begun by then, and rehearsed. */
  async rested(): Promise<void> {
    await sleep(BEGUN_MS);
    for (let before = -1; this.cpuSeconds() - before > LEAST_WORK; ) {
      before = this.cpuSeconds();
      await sleep(REST_MS);
    }
  }

  /** CPU time so far, of all threads [s]; as Linux tells it. */
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

  /** The longest piece of work in the thread that requests come in by since this was last asked [ms of CPU]. */
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
