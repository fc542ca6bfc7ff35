/** A place in the queue, waiting or at work. */
export interface Turn {
  /** Resolves when it is its turn. */
  readonly granted: Promise<void>;
  /** Releases the place, or cancels waiting: then the promise is rejected with the reason. Must always be called. */
  end(reason?: unknown): void;
}

export interface QueueBounds {
  /** Most tasks at work. */
  readonly places: number;
  /** Most waiting tasks, in total and of one client. */
  readonly waiting: number;
  readonly ofOneClient: number;
}

interface Waiting {
  grant(): void;
  refuse(reason: unknown): void;
}

/**
 * A fair queue: clients take turns; the requests of one client are taken in their
 * order, so that many requests of one client do not delay those of others.
 */
export class FairQueue {
  private readonly byClient = new Map<string, Waiting[]>();
  private working = 0;

  constructor(private readonly bounds: QueueBounds) {}

  /** Null if too many are waiting, in total or of this client. */
  enter(client: string): Turn | null {
    if (this.working < this.bounds.places) {
      this.working += 1;
      return { granted: Promise.resolve(), end: once(() => this.next()) };
    }
    const own = this.byClient.get(client) ?? [];
    if (this.size >= this.bounds.waiting || own.length >= this.bounds.ofOneClient) return null;
    const { promise, waiting } = place();
    this.byClient.set(client, [...own, waiting]);
    return { granted: promise, end: once((reason) => this.leave(client, waiting, reason)) };
  }

  private get size(): number {
    return [...this.byClient.values()].reduce((sum, { length }) => sum + length, 0);
  }

  private leave(client: string, waiting: Waiting, reason: unknown): void {
    const all = this.byClient.get(client) ?? [];
    if (!all.includes(waiting)) {
      this.next();
      return;
    }
    this.put(
      client,
      all.filter((one) => one !== waiting),
    );
    waiting.refuse(reason);
  }

  /** Starts the next task: of the client whose turn it is, which then is last in the round. */
  private next(): void {
    const [first] = this.byClient;
    const [client = "", [waiting, ...others] = []] = first ?? [];
    if (waiting === undefined) {
      this.working -= 1;
      return;
    }
    this.byClient.delete(client);
    this.put(client, others);
    waiting.grant();
  }

  private put(client: string, waiting: Waiting[]): void {
    if (waiting.length > 0) this.byClient.set(client, waiting);
    else this.byClient.delete(client);
  }
}

function place(): { promise: Promise<void>; waiting: Waiting } {
  let waiting: Waiting | undefined;
  const promise = new Promise<void>((grant, refuse) => {
    waiting = { grant, refuse };
  });
  return { promise, waiting: waiting as Waiting };
}

function once(end: (reason?: unknown) => void): (reason?: unknown) => void {
  let isOver = false;
  return (reason) => {
    if (isOver) return;
    isOver = true;
    end(reason);
  };
}
