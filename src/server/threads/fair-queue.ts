import { Piscina, type PiscinaTask, type TaskQueue } from "piscina";

/** What a task says of itself to the queue. */
export interface QueuedBy {
  readonly client: string;
}

/**
 * Tasks that wait for a thread. Clients take turns; those of one client are taken in their order, behind each other and
 * not before those of others.
 */
export class FairQueue implements TaskQueue {
  private readonly byClient = new Map<string, PiscinaTask[]>();

  get size(): number {
    return [...this.byClient.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** How many of one client wait. */
  sizeOf(client: string): number {
    return this.byClient.get(client)?.length ?? 0;
  }

  push(task: PiscinaTask): void {
    const client = clientOf(task);
    const waiting = this.byClient.get(client);
    if (waiting === undefined) this.byClient.set(client, [task]);
    else waiting.push(task);
  }

  shift(): PiscinaTask | null {
    const [next] = this.byClient;
    if (next === undefined) return null;
    const [client, [task, ...others]] = next;
    this.byClient.delete(client);
    // Behind all other clients that wait.
    if (others.length > 0) this.byClient.set(client, others);
    return task ?? null;
  }

  remove(task: PiscinaTask): void {
    const client = clientOf(task);
    const others = (this.byClient.get(client) ?? []).filter((one) => one !== task);
    if (others.length > 0) this.byClient.set(client, others);
    else this.byClient.delete(client);
  }
}

function clientOf(task: PiscinaTask): string {
  const queued = task[Piscina.queueOptionsSymbol as keyof PiscinaTask] as unknown as QueuedBy | null;
  return queued?.client ?? "";
}
