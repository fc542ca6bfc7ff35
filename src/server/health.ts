import type { Logger } from "./logger";

/** Whether something that answers rest on is there. @throws whatever is in its way. */
export type Check = () => Promise<void>;

/** `notReady` names what is in the way, and never says why: the reasons are in the log. */
export interface Health {
  readonly status: "ready" | "not ready" | "draining";
  readonly notReady: readonly string[];
}

/** A probe has less patience than a query: most give up after some seconds. */
const PATIENCE_MS = 2_000;

/** Whether requests should be sent here. The data are parsed and the schema is built before anything is served. */
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

  /** Probes that come while one is answered share its answer: a database that hangs gets no more queries of them. */
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
      // Logged when it changes, not with each probe.
      if (!this.lastFailed.has(name)) this.log.error(`${name} is not ready`, reasonOf(cause));
      this.lastFailed.add(name);
      return false;
    }
  }
}

function reasonOf(cause: unknown): unknown {
  return cause instanceof Error ? (cause.cause ?? cause) : cause;
}

/** @throws Error when the work takes longer; it is not waited for any more then. */
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
