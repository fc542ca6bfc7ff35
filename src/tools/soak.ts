import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { soakRequest } from "./soak-requests";

const USAGE = "Usage: soak [--minutes N]   load the graph for so long (10), and see whether its heap grows";

const CLIENTS = 4;
const INTERVALS = 20;
/** Until caches are full and code is compiled, the heap grows rightly. */
const WARM_UP = 5;
/** Of the heap, from the end of the warm-up to the end. What leaks with each request is far more. */
const GROWTH_ALLOWED = 0.05;
const MEGABYTE = 1024 * 1024;

interface Interval {
  readonly requests: number;
  readonly unsound: number;
  readonly heapUsed: number;
}

async function main(parameters: readonly string[]): Promise<number> {
  const minutes = readMinutes(parameters);
  if (minutes === null) {
    console.error(USAGE);
    return 2;
  }
  const child = fork(join(__dirname, "soak-server.js"), { execArgv: ["--expose-gc"] });
  const { url } = (await reply(child)) as { url: string };
  const load = new Load(url);
  print(
    `${"minute".padStart(6)} ${"requests".padStart(9)} ${"per s".padStart(6)} ${"unsound".padStart(8)} ${"heap MB".padStart(8)} ${"resident MB".padStart(12)}`,
  );
  const intervals: Interval[] = [];
  const seconds = (minutes * 60) / INTERVALS;
  for (let number = 1; number <= INTERVALS; number += 1) {
    const { requests, unsound } = await load.run(seconds * 1000);
    child.send("measure");
    const { heapUsed, rss } = (await reply(child)) as NodeJS.MemoryUsage;
    intervals.push({ requests, unsound, heapUsed });
    const cells = [
      ((number * seconds) / 60).toFixed(1).padStart(6),
      String(requests).padStart(9),
      (requests / seconds).toFixed(0).padStart(6),
      String(unsound).padStart(8),
      (heapUsed / MEGABYTE).toFixed(1).padStart(8),
      (rss / MEGABYTE).toFixed(0).padStart(12),
    ];
    print(cells.join(" "));
  }
  child.disconnect();
  return verdict(intervals);
}

function readMinutes([flag, value, ...rest]: readonly string[]): number | null {
  if (flag === undefined) return 10;
  const minutes = Number(value);
  return flag === "--minutes" && rest.length === 0 && minutes > 0 ? minutes : null;
}

/** What the child says next. @throws Error when it ends instead */
async function reply(child: ChildProcess): Promise<unknown> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, "exit", { signal }).then(() => {
    throw new Error("the graph ended");
  });
  const said = once(child, "message", { signal });
  try {
    const [message] = await Promise.race([said, ended]);
    return message;
  } finally {
    over.abort();
    await Promise.allSettled([said, ended]);
  }
}

/** Clients that ask one request after the other. */
class Load {
  private next = 0;

  constructor(private readonly url: string) {}

  /** Asks for so long, and waits for the last answer: a heap in the middle of answers tells nothing. */
  async run(milliseconds: number): Promise<{ readonly requests: number; readonly unsound: number }> {
    const end = Date.now() + milliseconds;
    const counts = { requests: 0, unsound: 0 };
    const client = async (): Promise<void> => {
      while (Date.now() < end) {
        const isSound = await this.ask();
        counts.requests += 1;
        if (!isSound) counts.unsound += 1;
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    return counts;
  }

  private async ask(): Promise<boolean> {
    const { body, isSound } = soakRequest(this.next);
    this.next += 1;
    const response = await fetch(this.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const { errors } = (await response.json()) as { errors?: readonly unknown[] };
    return response.status === 200 && isSound(errors);
  }
}

function verdict(intervals: readonly Interval[]): number {
  const settled = intervals.slice(WARM_UP).map(({ heapUsed }) => heapUsed);
  const third = Math.floor(settled.length / 3);
  const before = median(settled.slice(0, third));
  const growth = median(settled.slice(-third)) - before;
  const share = growth / before;
  const unsound = intervals.reduce((sum, one) => sum + one.unsound, 0);
  const total = intervals.reduce((sum, one) => sum + one.requests, 0);
  const isSound = unsound === 0 && share < GROWTH_ALLOWED;
  const trend = `${growth < 0 ? "" : "+"}${(growth / MEGABYTE).toFixed(2)} MB (${(share * 100).toFixed(1)} %)`;
  print(
    `${isSound ? "Sound" : "Not sound"}: ${total} requests, ${unsound} unsound answers, heap after warm-up ${trend}`,
  );
  return isSound ? 0 : 1;
}

/** One figure that was taken at a bad moment does not decide. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
