/** Somebody who waits for a place, or has one. */
export interface Turn {
  /** Resolves when there is a place. */
  readonly granted: Promise<void>;
  /** Gives the place back, or waits no longer: then the promise is rejected with the reason. To be called in any case. */
  end(reason?: unknown): void;
}

export interface QueueBounds {
  /** Who can be at work at a time. */
  readonly places: number;
  /** Who can wait beside them, in all and of one client. */
  readonly waiting: number;
  readonly ofOneClient: number;
}

interface Waiting {
  grant(): void;
  refuse(reason: unknown): void;
}

/**
 * Places for work that is done one after the other. Clients take turns; the requests of one client are taken in their
 * order, behind each other and not before those of others.
 */
export class FairQueue {
  private readonly byClient = new Map<string, Waiting[]>();
  private working = 0;

  constructor(private readonly bounds: QueueBounds) {}

  /** Null where too many wait already, or too many of the client. */
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

  /** A place is free: it is that of the client whose turn it is, who is then behind all others. */
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
