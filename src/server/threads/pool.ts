import type { Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { BenchmarkStore } from "../../core/language-models";
import type { GraphqlAnswer } from "../answer/graphql-answer";
import { tooLate } from "../deadline";
import { HttpProblem } from "../errors/http-problem";
import { Ending } from "./ending";
import { FairQueue, type Turn } from "./fair-queue";
import { RegisteredTexts } from "./registered-texts";
import { answerThread, type ProcessReads } from "./remote-process";
import { monotonicNow, type ThreadResult, type ThreadTask } from "./task";

export interface ThreadsOptions {
  /** Module whose default export answers tasks, or a promise of it. */
  readonly file: string;
  readonly threads: number;
  /** Heap limit of a thread [MB]: beyond it the thread is terminated, and the process goes on. */
  readonly heapMb: number;
  readonly store: BenchmarkStore;
  /** Called with the number of calculator runs by kind in a thread. */
  readonly onCalculations: (counts: ReadonlyMap<string, number>) => void;
  /** Called with the error that ends an idle thread. */
  readonly onFault: (cause: unknown) => void;
}

type ThreadRequest = Pick<
  ThreadTask,
  | "method"
  | "url"
  | "headers"
  | "type"
  | "body"
  | "requestId"
  | "client"
  | "isOfKnownPage"
  | "isPreparation"
  | "isGzipped"
>;

interface Asking {
  readonly queuedBy: string;
  readonly isShort: boolean;
  readonly seconds: number;
  /** Where the end of its connection is told; without one, nobody leaves. */
  readonly socket?: Socket;
}

/** Most waiting requests, those of one client, and bytes of all their bodies. */
const MOST_WAITING = 100;
const MOST_OF_ONE_CLIENT = 20;
/** Most waiting questions for the schema: they have places of their own, as they are short. */
const MOST_SHORT = 20;
export const MOST_BYTES_WAITING = 64_000_000;
/**
 * Young generation of a thread's heap, three semi-spaces [MB]: most objects of a portfolio die in it without being moved. Twice
 * the default of 48 takes a sixth less CPU time and 20 MB more; four times, a fifth less and 100 MB more.
 */
const YOUNG_MB = 96;
/**
 * How much the old generation of a thread's heap holds before it is collected for the first time [MB]; at most half of what it
 * may hold. By itself V8 takes a third of this, and marks and compacts all of it once or twice in each portfolio: up to a
 * third of the CPU time of one.
 */
const FIRST_OLD_MB = 128;
/**
 * Worker threads for heavy requests. If the time of a request is over, or its client has disconnected, its thread is
 * signalled to stop; if it does not, it is terminated and replaced.
 */
export class GraphThreads {
  private begun: Piscina<ThreadTask, ThreadResult> | undefined;
  private readonly queue: FairQueue;
  readonly texts = new RegisteredTexts();
  private readonly reads: ProcessReads;
  /** Of the bodies of all waiting and running requests. */
  private bytes = 0;

  constructor(private readonly options: ThreadsOptions) {
    const { store } = options;
    this.reads = {
      findByModels: (models, asOf) => store.findByModels(models, asOf),
      findVintages: (models, day) => store.findVintages(models, day),
      revision: () => store.revision(),
      textOf: async (hash) => this.texts.get(hash),
      register: async (hash, text) => this.texts.set(hash, text),
    };
    // The pool would take waiting tasks in order of arrival, so they wait here, and it has only running ones.
    this.queue = new FairQueue({
      places: options.threads,
      waiting: MOST_WAITING,
      ofOneClient: MOST_OF_ONE_CLIENT,
      short: MOST_SHORT,
    });
  }

  private get pool(): Piscina<ThreadTask, ThreadResult> {
    this.begun ??= poolOf(this.options);
    return this.begun;
  }

  /** Starts a thread in advance, so that the first heavy request does not wait for it. */
  prepare(): void {
    void this.pool;
  }

  /**
   * @param queuedBy key of the client in the fair queue
   * @param isShort whether it has a place of its own there
   * @throws HttpProblem as the handler in the main thread would; OVERLOADED if too many are waiting
   */
  async answer(asked: ThreadRequest, { queuedBy, isShort, seconds, socket }: Asking): Promise<GraphqlAnswer> {
    const length = asked.body?.length ?? 0;
    const turn = this.enter(length, queuedBy, isShort);
    const ending = new Ending();
    let isAtWork = false;
    const abandon = (): void => {
      if (!isAtWork) turn.end(tooLate({ seconds }));
      ending.begin();
    };
    const { port1, port2 } = new MessageChannel();
    answerThread(port1, this.reads);
    const { isAbandoned, signal } = ending;
    const task = { ...asked, endsAt: monotonicNow() + seconds * 1000, isAbandoned, process: port2 };
    const running = turn.granted.then(() => {
      isAtWork = true;
      return this.pool.run(task, { transferList: [port2, ...movable(asked.body)], signal });
    });
    const release = (): void => {
      this.bytes -= length;
      turn.end();
      port1.close();
    };
    running.then(release, release);
    socket?.once("close", abandon);
    // It may have left while its credentials were checked.
    if (socket?.destroyed) abandon();
    try {
      return this.answerOf(await inTime(running, seconds, abandon));
    } catch (error) {
      throw problemOf(error);
    } finally {
      socket?.off("close", abandon);
    }
  }

  /** @throws HttpProblem OVERLOADED if too many are waiting */
  private enter(length: number, queuedBy: string, isShort: boolean): Turn {
    const isLong = this.bytes > 0 && this.bytes + length > MOST_BYTES_WAITING;
    const turn = isLong ? null : this.queue.enter(queuedBy, isShort);
    if (turn === null) throw overloaded();
    this.bytes += length;
    return turn;
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

/** @throws HttpProblem REQUEST_TIMEOUT, with `onLate` called */
async function inTime<Result>(
  running: Promise<Result>,
  seconds: number,
  onLate: () => void,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onLate();
      reject(tooLate({ seconds }));
    }, seconds * 1000);
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Memory that can move to a thread instead of being copied: nothing else is in it. */
function movable(body: ThreadTask["body"]): ArrayBuffer[] {
  if (body === undefined || typeof body === "string") return [];
  const { buffer, byteLength } = body;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

function poolOf({ file, threads, heapMb, onFault }: ThreadsOptions): Piscina<ThreadTask, ThreadResult> {
  // Read when a heap is made: that of the process stays as it is.
  setFlagsFromString(`--initial-old-space-size=${FIRST_OLD_MB}`);
  const pool = new Piscina<ThreadTask, ThreadResult>({
    filename: file,
    // One thread is started on demand and stays; it is replaced if it was terminated.
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    concurrentTasksPerWorker: 1,
    // With Atomics.wait, an idle thread could not write its log.
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // Errors of an idle thread only: those of a task reject its promise.
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
