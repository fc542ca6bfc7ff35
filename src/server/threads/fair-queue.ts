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
  /** Most waiting tasks that are short, in total: they have places of their own. One client may have half of them. */
  readonly short: number;
}

interface Waiting {
  grant(): void;
  refuse(reason: unknown): void;
}

/** Clients that wait, in the order of their turns, with their tasks. */
type Line = Map<string, Waiting[]>;

/**
 * A fair queue: clients take turns; the requests of one client are taken in their
 * order, so that many requests of one client do not delay those of others. Short ones wait for long ones no longer than they must: every second turn
 * is theirs.
 */
export class FairQueue {
  private readonly lines: Readonly<Record<"long" | "short", Line>> = { long: new Map(), short: new Map() };
  private wasShort = false;
  private working = 0;

  constructor(private readonly bounds: QueueBounds) {}

  /** Null if too many are waiting, in total or of this client. */
  enter(client: string, isShort = false): Turn | null {
    if (this.working < this.bounds.places) {
      this.working += 1;
      return { granted: Promise.resolve(), end: once(() => this.next()) };
    }
    const line = isShort ? this.lines.short : this.lines.long;
    const own = line.get(client) ?? [];
    const { waiting: most, ofOneClient, short } = this.bounds;
    const [inAll, ofOne] = isShort ? [short, short / 2] : [most, ofOneClient];
    if (sizeOf(line) >= inAll || own.length >= ofOne) return null;
    const { promise, waiting } = place();
    line.set(client, [...own, waiting]);
    return { granted: promise, end: once((reason) => this.leave(line, client, waiting, reason)) };
  }

  private leave(line: Line, client: string, waiting: Waiting, reason: unknown): void {
    const all = line.get(client) ?? [];
    if (!all.includes(waiting)) {
      this.next();
      return;
    }
    put(
      line,
      client,
      all.filter((one) => one !== waiting),
    );
    waiting.refuse(reason);
  }

  /** Starts the next task: of the client whose turn it is, which then is last in the round. */
  private next(): void {
    const { short, long } = this.lines;
    const isShort = short.size > 0 && (!this.wasShort || long.size === 0);
    this.wasShort = isShort;
    const line = isShort ? short : long;
    const [first] = line;
    const [client = "", [waiting, ...others] = []] = first ?? [];
    if (waiting === undefined) {
      this.working -= 1;
      return;
    }
    line.delete(client);
    put(line, client, others);
    waiting.grant();
  }
}

function sizeOf(line: Line): number {
  return [...line.values()].reduce((sum, { length }) => sum + length, 0);
}

function put(line: Line, client: string, waiting: Waiting[]): void {
  if (waiting.length > 0) line.set(client, waiting);
  else line.delete(client);
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
