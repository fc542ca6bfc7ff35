import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

/** Times of a graceful shutdown. */
export interface Drain {
  /** How long it still accepts connections after readiness fails: load balancers need time to notice. */
  readonly delayMs: number;
  /** How long it then waits for requests in flight. */
  readonly timeoutMs: number;
  /**
   * How long an idle connection stays open for a request that may already be on its way. If it were closed at once, that
   * request would be lost, and its client could not know whether it was executed.
   */
  readonly lingerMs: number;
}

/** How a request ended to which the handler could send no answer. */
export interface EarlyEnd {
  readonly status: number;
  readonly errorCodes: readonly string[];
  /** Whether the client was told. */
  readonly isAnswered: boolean;
}

/** As other servers log it: the connection was closed before an answer had begun. Nobody was told of any error. */
const LEFT: EarlyEnd = { status: 499, errorCodes: [], isAnswered: false };

/** A pending response, and what to do when it has ended. */
interface Pending {
  readonly response: ServerResponse;
  readonly over: () => void;
  early: EarlyEnd | null;
}

/** Tracks connections and their requests, so that a shutdown cuts off no request that can be answered. */
export class Connections {
  /**
   * Keyed by connection, which lasts: a map that gains and loses an entry with each request leaves tables behind that refer to each
   * other, and retain their contents until a full garbage collection.
   */
  private readonly pending = new Map<Socket, Pending[]>();
  private isClosing = false;

  constructor(private readonly server: Server) {
    server.on("connection", (socket: Socket) => {
      const pending: Pending[] = [];
      this.pending.set(socket, pending);
      // Before the handler is told, which may then have an error of its own.
      socket.once("end", () => this.endEarly(socket, LEFT));
      socket.once("close", () => {
        this.pending.delete(socket);
        // A pipelined request has no event for the end of its response.
        for (const { over } of [...pending]) over();
      });
    });
  }

  get inFlight(): number {
    return Array.from(this.pending.values()).reduce((sum, { length }) => sum + length, 0);
  }

  /** @param ended called once, when the response is complete or the client has disconnected; `early` where none was begun */
  admit(response: ServerResponse, ended: (early: EarlyEnd | null) => void): void {
    if (this.isClosing) announceClose(response);
    const { socket } = response.req;
    const pending = this.pending.get(socket) ?? [];
    const over = (): void => {
      const index = pending.findIndex((one) => one.response === response);
      if (index === -1) return;
      pending.splice(index, 1);
      if (!response.headersSent) one.early ??= LEFT;
      // A response whose headers were sent before the drain had no `Connection: close`.
      if (this.isClosing && pending.length === 0) socket.destroySoon();
      ended(one.early);
    };
    const one: Pending = { response, over, early: null };
    pending.push(one);
    response.on("close", over);
  }

  /** Says how the requests on this connection end that have no answer yet; the first word counts. */
  endEarly(socket: Socket, early: EarlyEnd): void {
    for (const one of this.pending.get(socket) ?? []) if (!one.response.headersSent) one.early ??= early;
  }

  /** Whether a request whose head was read is not answered yet on this connection. */
  isAsked(socket: Socket): boolean {
    return (this.pending.get(socket) ?? []).length > 0;
  }

  /** Whether a response on this connection has been sent in part. */
  isMidAnswer(socket: Socket): boolean {
    const pending = this.pending.get(socket) ?? [];
    return pending.some(({ response }) => response.headersSent && !response.writableFinished);
  }

  /** From now on, each response is the last one on its connection. */
  announce(): void {
    this.isClosing = true;
    for (const pending of this.pending.values()) for (const { response } of pending) announceClose(response);
  }

  /** Stops accepting connections and waits until the last one is closed. Returns how many requests it cut off. */
  async close({ timeoutMs, lingerMs }: Omit<Drain, "delayMs">): Promise<number> {
    this.announce();
    const closed = new Promise<void>((resolve) => {
      // Not the method of the HTTP server, which would close idle connections at once.
      NetServer.prototype.close.call(this.server, () => resolve());
    });
    // What arrived in that time is read before, however busy the machine is: timers come before sockets.
    const linger = setTimeout(() => setImmediate(() => this.closeIdle()), lingerMs);
    let unanswered = 0;
    const bound = setTimeout(() => {
      unanswered = this.inFlight;
      this.server.closeAllConnections();
      for (const socket of this.pending.keys()) socket.destroy();
    }, timeoutMs);
    await closed;
    clearTimeout(linger);
    clearTimeout(bound);
    // Ends the HTTP server's timer for connection timeouts.
    this.server.close();
    return unanswered;
  }

  /** Also those without any request yet, which the HTTP server counts as busy. */
  private closeIdle(): void {
    for (const [socket, { length }] of this.pending) if (length === 0) socket.destroySoon();
  }
}

function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}
