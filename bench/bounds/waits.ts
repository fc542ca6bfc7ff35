import { setTimeout as sleep } from "node:timers/promises";

const EVERY_MS = 50;

/** Asks again and again while something goes on, and notes how long each answer took. */
export class Waits {
  readonly all: number[] = [];
  private isOver = false;
  private readonly running: Promise<void>;

  constructor(private readonly ask: () => Promise<unknown>) {
    this.running = this.go();
  }

  /** Not one after the other: who waits does not keep the next from asking. */
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
