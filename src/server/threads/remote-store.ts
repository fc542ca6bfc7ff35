import { AsyncResource } from "node:async_hooks";
import type { MessagePort } from "node:worker_threads";
import { DomainError, type ErrorCode } from "../../core/errors";
import type { BenchmarkStore } from "../../core/language-models";

/** The methods of a store that the graph uses; the others are for programs. */
export type StoreReads = Pick<BenchmarkStore, "findByModels" | "findVintages" | "revision">;

interface Question {
  readonly id: number;
  readonly method: keyof StoreReads;
  readonly parameters: readonly unknown[];
}

type Reply = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly code: ErrorCode; readonly message: string; readonly details: DomainError["details"] }
  | { readonly fault: string }
);

/** Runs queries of a thread on the store: all threads share the open database of the process. */
export function answerThread(port: MessagePort, store: StoreReads): void {
  const answer = async ({ id, method, parameters }: Question): Promise<Reply> => {
    try {
      const read = store[method] as (...parameters: readonly unknown[]) => Promise<unknown>;
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

/** Proxy of the store in a thread, for one request. */
export class RemoteStore {
  private readonly pending = new Map<number, (reply: Reply) => void>();
  private last = 0;

  constructor(private readonly port: MessagePort) {
    port.on("message", (reply: Reply) => {
      this.pending.get(reply.id)?.(reply);
      this.pending.delete(reply.id);
    });
  }

  async ask<Method extends keyof StoreReads>(
    method: Method,
    ...parameters: Parameters<StoreReads[Method]>
  ): Promise<Awaited<ReturnType<StoreReads[Method]>>> {
    this.last += 1;
    const id = this.last;
    const reply = await new Promise<Reply>((resolve) => {
      this.pending.set(id, resolve);
      this.port.postMessage({ id, method, parameters } satisfies Question);
    });
    if ("value" in reply) return reply.value as Awaited<ReturnType<StoreReads[Method]>>;
    if ("fault" in reply) throw new Error(reply.fault);
    throw new DomainError(reply.code, reply.message, reply.details);
  }

  close(): void {
    this.port.close();
  }
}
