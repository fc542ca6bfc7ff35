import type { BenchmarkStore } from "../core/language-models";

/** What the graph reads of a store. */
export type BenchmarkReads = Pick<BenchmarkStore, "findByModels" | "findVintages" | "revision">;

/**
 * The store of a thread: that of the process, where a task asks; the shipped benchmarks for what is rehearsed before the first
 * task, as the store of the process is opened by who asks for tokens, and no sooner. What is rehearsed never reads the store of a task.
 */
export class ThreadStore {
  /** Of the task of the moment: a thread has one at a time. */
  private process: BenchmarkReads | null = null;
  private isIdle = true;
  private rehearsal: Promise<unknown> = Promise.resolve();

  constructor(private readonly shipped: BenchmarkReads) {}

  /** For the graph. What only programs use of a store is not there. */
  readonly benchmarks: BenchmarkStore = {
    findByModels: (models, asOf) => this.reads.findByModels(models, asOf),
    findVintages: (models, day) => this.reads.findVintages(models, day),
    revision: () => this.reads.revision(),
    list: gone,
    import: gone,
    imports: gone,
    undo: gone,
    ping: async () => undefined,
    close: async () => undefined,
  };

  private get reads(): BenchmarkReads {
    return this.process ?? this.shipped;
  }

  /**
   * Begins a rehearsal. Its errors are not told: what cannot be computed in advance is an error of who asks for it.
   * @param work ends soon after it is no longer idle
   */
  rehearse(work: (isIdle: () => boolean) => Promise<unknown>): void {
    this.rehearsal = work(() => this.isIdle).catch(() => undefined);
  }

  /** Works on a task, after the rest of the line or request that is being rehearsed. */
  async during<T>(process: BenchmarkReads, task: () => Promise<T>): Promise<T> {
    this.isIdle = false;
    await this.rehearsal;
    this.process = process;
    try {
      return await task();
    } finally {
      this.process = null;
    }
  }
}

async function gone(): Promise<never> {
  throw new Error("a thread only reads what the graph needs of a store");
}
