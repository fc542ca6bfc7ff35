import { AsyncResource } from "node:async_hooks";
import type { MessagePort } from "node:worker_threads";
import { DomainError, type ErrorCode } from "../../core/errors";
import type { BenchmarkStore } from "../../core/language-models";

/** What a thread asks of its process: the methods of the store that the graph uses, and the texts of persisted queries. */
export type ProcessReads = Pick<BenchmarkStore, "findByModels" | "findVintages" | "revision"> & {
  readonly textOf: (hash: string) => Promise<string | undefined>;
  readonly register: (hash: string, text: string) => Promise<void>;
};

interface Question {
  readonly id: number;
  readonly method: keyof ProcessReads;
  readonly parameters: readonly unknown[];
}

type Reply = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly code: ErrorCode; readonly message: string; readonly details: DomainError["details"] }
  | { readonly fault: string }
);

/** Answers a thread: all of them share the open database of the process, and what is registered. */
export function answerThread(port: MessagePort, reads: ProcessReads): void {
  const answer = async ({ id, method, parameters }: Question): Promise<Reply> => {
    try {
      const read = reads[method] as (...parameters: readonly unknown[]) => Promise<unknown>;
      return { id, value: await read(...parameters) };
    } catch (error) {
      if (!(error instanceof DomainError)) return { id, fault: String(error) };
      return { id, code: error.code, message: error.message, details: error.details };
    }
  };
  // In the context of the thread's request, for traces.
  const bound = AsyncResource.bind((question: Question) => {
    void answer(question).then((reply) => port.postMessage(reply));
  });
  port.on("message", bound);
}

/** Asks the process from a thread, for one request. */
export class RemoteProcess {
  private readonly pending = new Map<number, (reply: Reply) => void>();
  private last = 0;

  constructor(private readonly port: MessagePort) {
    port.on("message", (reply: Reply) => {
      this.pending.get(reply.id)?.(reply);
      this.pending.delete(reply.id);
    });
  }

  async ask<Method extends keyof ProcessReads>(
    method: Method,
    ...parameters: Parameters<ProcessReads[Method]>
  ): Promise<Awaited<ReturnType<ProcessReads[Method]>>> {
    this.last += 1;
    const id = this.last;
    const reply = await new Promise<Reply>((resolve) => {
      this.pending.set(id, resolve);
      this.port.postMessage({ id, method, parameters } satisfies Question);
    });
    if ("value" in reply) return reply.value as Awaited<ReturnType<ProcessReads[Method]>>;
    if ("fault" in reply) throw new Error(reply.fault);
    throw new DomainError(reply.code, reply.message, reply.details);
  }

  close(): void {
    this.port.close();
  }
}
