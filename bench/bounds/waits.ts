import { setTimeout as sleep } from "node:timers/promises";

const EVERY_MS = 50;

/** Sends a request periodically, and records the latencies. */
export class Waits {
  readonly all: number[] = [];
  private isOver = false;
  private readonly running: Promise<void>;

  constructor(private readonly ask: () => Promise<unknown>) {
    this.running = this.go();
  }

  /** Requests overlap: a slow response does not delay the next request. */
  private async go(): Promise<void> {
    const asked: Promise<void>[] = [];
    while (!this.isOver) {
      const begin = performance.now();
      asked.push(this.ask().then(() => void this.all.push(performance.now() - begin)));
      await sleep(EVERY_MS);
    }
    await Promise.all(asked);
  }

  async stop(): Promise<readonly number[]> {
    this.isOver = true;
    await this.running;
    return this.all;
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
