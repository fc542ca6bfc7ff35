/** A call to the store of benchmarks. */
export interface StoreCall {
  readonly operation: "find" | "list" | "import" | "imports" | "undo" | "ping";
  /** How many models one `find` asks for: the size of a loader's batch. */
  readonly models?: number;
}

/** Watches the work below requests: metrics, traces and the log each are one. */
export interface Watcher {
  /** Runs a call to the store, and lets its outcome through unchanged. */
  storeCall<T>(call: StoreCall, work: () => Promise<T>): Promise<T>;
  /** Called when calculations of a product begin, or began in a thread: how many. */
  calculations(kind: string, count: number): void;
}
