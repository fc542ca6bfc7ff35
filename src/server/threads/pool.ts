import type { IncomingMessage } from "node:http";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { BenchmarkStore } from "../../core/language-models";
import { tooLate } from "../deadline";
import type { GraphqlAnswer } from "../graphql-answer";
import { HttpProblem } from "../http-problem";
import { FairQueue } from "./fair-queue";
import { answerThread } from "./remote-store";
import { monotonicNow, type ThreadResult, type ThreadTask } from "./task";

export interface ThreadsOptions {
  /** The module that answers tasks: its default export, or the promise of it. */
  readonly file: string;
  readonly threads: number;
  /** Memory of what a thread holds [MB]: beyond, it is ended, and the process is not. */
  readonly heapMb: number;
  readonly store: BenchmarkStore;
  /** Called with how often calculators of each kind were run in a thread. */
  readonly onCalculations: (counts: ReadonlyMap<string, number>) => void;
  /** Called with what ends a thread that is at no request. */
  readonly onFault: (cause: unknown) => void;
}

type ThreadRequest = Pick<
  ThreadTask,
  "method" | "url" | "headers" | "type" | "body" | "requestId" | "client" | "isOfKnownPage"
>;

/** Requests that wait for a thread at a time, those of one client, and characters of the bodies of all of them. */
const MOST_WAITING = 100;
const MOST_OF_ONE_CLIENT = 20;
export const MOST_TEXT_WAITING = 64_000_000;
/**
 * Memory of young objects of a thread [MB], three halves of it: most of what a portfolio makes dies in it without being moved. Twice
 * the usual 48 took a sixth less CPU time and 20 MB more; four times, a fifth less and 100 MB more.
 */
const YOUNG_MB = 96;
/** What a thread is given to stop by itself, before it is ended [ms]. */
const GRACE_MS = 250;

/**
 * Threads in which requests are answered that would hold up others. One whose time is over, or whose client has left, is
 * told so; where that does not stop it, the thread is ended and begun anew.
 */
export class GraphThreads {
  private begun: Piscina<ThreadTask, ThreadResult> | undefined;
  private readonly queue: FairQueue;
  /** Characters of the bodies that are waited with, and worked on. */
  private text = 0;

  constructor(private readonly options: ThreadsOptions) {
    // The pool takes what can be ended in the order in which it came: who waits has no task in it yet.
    this.queue = new FairQueue({
      places: options.threads,
      waiting: MOST_WAITING,
      ofOneClient: MOST_OF_ONE_CLIENT,
    });
  }

  private get pool(): Piscina<ThreadTask, ThreadResult> {
    this.begun ??= poolOf(this.options);
    return this.begun;
  }

  /** Begins a thread, so that the first who needs it does not wait for its start. */
  prepare(): void {
    void this.pool;
  }

  /**
   * @param queuedBy whose requests are taken one after the other
   * @throws HttpProblem as an answer in this thread would have it; OVERLOADED where too many wait
   */
  async answer(
    asked: ThreadRequest,
    { queuedBy, seconds, socket }: { queuedBy: string; seconds: number; socket: IncomingMessage["socket"] },
  ): Promise<GraphqlAnswer> {
    const length = asked.body?.length ?? 0;
    const isLong = this.text > 0 && this.text + length > MOST_TEXT_WAITING;
    const turn = isLong ? null : this.queue.enter(queuedBy);
    if (turn === null) throw overloaded();
    this.text += length;
    const isAbandoned = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const ending = new AbortController();
    const { port1, port2 } = new MessageChannel();
    answerThread(port1, this.options.store);
    let isAtWork = false;
    const abandon = (): void => {
      Atomics.store(isAbandoned, 0, 1);
      if (!isAtWork) turn.end(tooLate({ seconds }));
      setTimeout(() => ending.abort(), GRACE_MS).unref();
    };
    const task = {
      ...asked,
      endsAt: monotonicNow() + seconds * 1000,
      isAbandoned,
      store: port2,
    };
    socket.once("close", abandon);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        abandon();
        reject(tooLate({ seconds }));
      }, seconds * 1000);
    });
    const running = turn.granted.then(() => {
      isAtWork = true;
      return this.pool.run(task, { transferList: [port2], signal: ending.signal });
    });
    const release = (): void => {
      this.text -= length;
      turn.end();
      port1.close();
    };
    running.then(release, release);
    try {
      return this.answerOf(await Promise.race([running, late]));
    } catch (error) {
      throw problemOf(error);
    } finally {
      clearTimeout(timer);
      socket.off("close", abandon);
    }
  }

  async stop(): Promise<void> {
    await this.begun?.destroy();
  }

  private answerOf(result: ThreadResult): GraphqlAnswer {
    this.options.onCalculations(result.calculations);
    if ("problem" in result) throw HttpProblem.from(result.problem);
    return result.answer;
  }
}

function poolOf({ file, threads, heapMb, onFault }: ThreadsOptions): Piscina<ThreadTask, ThreadResult> {
  const pool = new Piscina<ThreadTask, ThreadResult>({
    filename: file,
    // One is there when it is needed, and stays; it is begun anew when it was ended.
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    concurrentTasksPerWorker: 1,
    // A thread that blocks while it waits for a task could not write its log.
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // Of a thread that has no task: whose task it was is told otherwise.
  pool.on("error", onFault);
  return pool;
}

function problemOf(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (code === "ERR_WORKER_OUT_OF_MEMORY") {
    const text =
      "The query is too complex: its answer takes more memory than is allowed. Request less at once.";
    return new HttpProblem("QUERY_TOO_COMPLEX", text, {
      extensions: { limit: "memory" },
      isWellFormed: true,
    });
  }
  return error;
}

function overloaded(): HttpProblem {
  return new HttpProblem(
    "OVERLOADED",
    "Too many requests are in work at present: send this one again later",
    {
      headers: { "retry-after": "5" },
    },
  );
}
