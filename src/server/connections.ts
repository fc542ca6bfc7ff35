import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

/** How a server is stopped. */
export interface Drain {
  /** How long it goes on accepting while its readiness says that it will stop: load balancers need time to notice. */
  readonly delayMs: number;
  /** How long requests in flight are waited for after that. */
  readonly timeoutMs: number;
  /**
   * How long an idle connection is kept for the request that may be under way on it already: closed at once, that
   * request would be lost, and its client could not know whether it was run.
   */
  readonly lingerMs: number;
}

/** The connections of a server and the requests on them, so that none is cut off that can be answered. */
export class Connections {
  private readonly sockets = new Set<Socket>();
  private readonly responses = new Set<ServerResponse>();
  private isClosing = false;

  constructor(private readonly server: Server) {
    server.on("connection", (socket: Socket) => {
      this.sockets.add(socket);
      socket.once("close", () => this.sockets.delete(socket));
    });
  }

  get inFlight(): number {
    return this.responses.size;
  }

  /** Takes note of a request from its head to the end of its answer. */
  admit(response: ServerResponse): void {
    const { socket } = response.req;
    this.responses.add(response);
    if (this.isClosing) announceClose(response);
    response.once("close", () => {
      this.responses.delete(response);
      // An answer whose head was on its way before the drain did not announce that it is the last.
      if (this.isClosing) this.closeIfIdle(socket);
    });
  }

  /** From here on, the answer to a request is the last on its connection. */
  announce(): void {
    this.isClosing = true;
    for (const response of this.responses) announceClose(response);
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
      for (const socket of this.sockets) socket.destroy();
    }, timeoutMs);
    await closed;
    clearTimeout(linger);
    clearTimeout(bound);
    // Ends the timer by which the HTTP server looks after its connections.
    this.server.close();
    return unanswered;
  }

  /** Those too on which nothing was ever asked, which the HTTP server takes for busy. */
  private closeIdle(): void {
    for (const socket of this.sockets) this.closeIfIdle(socket);
  }

  private closeIfIdle(socket: Socket): void {
    for (const response of this.responses) if (response.req.socket === socket) return;
    socket.destroySoon();
  }
}

function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}
