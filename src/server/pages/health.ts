import type { Logger } from "../logger";

/** A check of a dependency, such as the database. @throws Error if it is unavailable. */
export type Check = () => Promise<void>;

/** `notReady` names the dependencies that are unavailable; the reasons are in the log only. */
export interface Health {
  readonly status: "ready" | "not ready" | "draining";
  readonly notReady: readonly string[];
}

/** Shorter than the time limit of a query: most probes time out after some seconds. */
const PATIENCE_MS = 2_000;

/** Readiness: whether requests should be sent to this process. Data and schema are ready before it listens. */
export class Readiness {
  private isDraining = false;
  private lastFailed = new Set<string>();
  private asking: Promise<Health> | null = null;

  constructor(
    private readonly checks: Readonly<Record<string, Check>>,
    private readonly log: Logger,
    private readonly patienceMs: number = PATIENCE_MS,
  ) {}

  drain(): void {
    this.isDraining = true;
  }

  /** Concurrent probes share one check, so that a database that hangs gets no more queries. */
  async health(): Promise<Health> {
    if (this.isDraining) return { status: "draining", notReady: ["server"] };
    this.asking ??= this.check().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async check(): Promise<Health> {
    const names = Object.keys(this.checks);
    const passed = await Promise.all(names.map((name) => this.passes(name)));
    const notReady = names.filter((_, index) => !passed[index]);
    return { status: notReady.length === 0 ? "ready" : "not ready", notReady };
  }

  private async passes(name: string): Promise<boolean> {
    try {
      await within(this.patienceMs, this.checks[name] as Check);
      if (this.lastFailed.delete(name)) this.log.info(`${name} is ready again`);
      return true;
    } catch (cause) {
      // Logged on changes, not for each probe.
      if (!this.lastFailed.has(name)) this.log.error(`${name} is not ready`, reasonOf(cause));
      this.lastFailed.add(name);
      return false;
    }
  }
}

function reasonOf(cause: unknown): unknown {
  return cause instanceof Error ? (cause.cause ?? cause) : cause;
}

/** @throws Error if the work takes longer; it is then no longer awaited. */
export async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
