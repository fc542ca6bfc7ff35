import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

/** How a server is stopped. */
export interface Drain {
  /** How long it goes on accepting while its readiness says that it will stop: load balancers need time to notice. */
  readonly delayMs: number;
  /** How long requests in flight are waited for after that. */
  readonly timeoutMs: number;
  /**
   * How long an idle connection stays open for the request that may be under way on it already: closed at once, that
   * request would be lost, and its client could not know whether it was run.
   */
  readonly lingerMs: number;
}

/** An answer that is not over, with what is to be done when it is. */
interface Pending {
  readonly response: ServerResponse;
  readonly over: () => void;
}

/** The connections of a server and the requests on them, so that none is cut off that can be answered. */
export class Connections {
  /**
   * By connection, which lasts: a map that gains and loses an entry with each request leaves tables behind that hold one another,
   * and all that was in them, until the whole heap is collected.
   */
  private readonly pending = new Map<Socket, Pending[]>();
  private isClosing = false;

  constructor(private readonly server: Server) {
    server.on("connection", (socket: Socket) => {
      const pending: Pending[] = [];
      this.pending.set(socket, pending);
      socket.once("close", () => {
        this.pending.delete(socket);
        // The answer to a request that waits behind another one on its connection has no event for its end.
        for (const { over } of [...pending]) over();
      });
    });
  }

  get inFlight(): number {
    return Array.from(this.pending.values()).reduce((sum, { length }) => sum + length, 0);
  }

  /** @param ended called once, when the answer to the request is complete, or its client gone */
  admit(response: ServerResponse, ended: () => void): void {
    if (this.isClosing) announceClose(response);
    const { socket } = response.req;
    const pending = this.pending.get(socket) ?? [];
    const over = (): void => {
      const index = pending.findIndex((one) => one.response === response);
      if (index === -1) return;
      pending.splice(index, 1);
      // An answer whose head was on its way before the drain did not announce that it is the last.
      if (this.isClosing && pending.length === 0) socket.destroySoon();
      ended();
    };
    pending.push({ response, over });
    response.on("close", over);
  }

  /** Whether a part of an answer has been sent on this connection, and not the whole. */
  isMidAnswer(socket: Socket): boolean {
    const pending = this.pending.get(socket) ?? [];
    return pending.some(({ response }) => response.headersSent && !response.writableFinished);
  }

  /** From here on, the answer to a request is the last on its connection. */
  announce(): void {
    this.isClosing = true;
    for (const pending of this.pending.values()) for (const { response } of pending) announceClose(response);
  }

  /** Accepts no connection any more and waits until the last one is closed. Returns how many requests it cut off. */
  async close({ timeoutMs, lingerMs }: Omit<Drain, "delayMs">): Promise<number> {
    this.announce();
    const closed = new Promise<void>((resolve) => {
      // Not the method of the HTTP server, which would close idle connections at once.
      NetServer.prototype.close.call(this.server, () => resolve());
    });
    const linger = setTimeout(() => this.closeIdle(), lingerMs);
    let unanswered = 0;
    const bound = setTimeout(() => {
      unanswered = this.inFlight;
      this.server.closeAllConnections();
      for (const socket of this.pending.keys()) socket.destroy();
    }, timeoutMs);
    await closed;
    clearTimeout(linger);
    clearTimeout(bound);
    // Ends the timer by which the HTTP server looks after its connections.
    this.server.close();
    return unanswered;
  }

  /** Those too that never had a request, which the HTTP server takes for busy. */
  private closeIdle(): void {
    for (const [socket, { length }] of this.pending) if (length === 0) socket.destroySoon();
  }
}

function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}
