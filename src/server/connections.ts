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

/** The connections of a server and the requests on them, so that none is cut off that can be answered. */
export class Connections {
  private readonly sockets = new Set<Socket>();
  /** Answers that are not over, each with what is to be done when it is. */
  private readonly responses = new Map<ServerResponse, () => void>();
  private isClosing = false;

  constructor(private readonly server: Server) {
    server.on("connection", (socket: Socket) => {
      this.sockets.add(socket);
      socket.once("close", () => {
        this.sockets.delete(socket);
        // The answer to a request that waits behind another one on its connection has no event for its end.
        for (const [response, over] of this.responses) if (response.req.socket === socket) over();
      });
    });
  }

  get inFlight(): number {
    return this.responses.size;
  }

  /** @param ended called once, when the answer to the request is complete, or its client gone */
  admit(response: ServerResponse, ended: () => void): void {
    if (this.isClosing) announceClose(response);
    const over = (): void => {
      if (!this.responses.delete(response)) return;
      // An answer whose head was on its way before the drain did not announce that it is the last.
      if (this.isClosing) this.closeIfIdle(response.req.socket);
      ended();
    };
    this.responses.set(response, over);
    response.on("close", over);
  }

  /** Whether a part of an answer has been sent on this connection, and not the whole. */
  isMidAnswer(socket: Socket): boolean {
    for (const response of this.responses.keys())
      if (response.req.socket === socket && response.headersSent && !response.writableFinished) return true;
    return false;
  }

  /** From here on, the answer to a request is the last on its connection. */
  announce(): void {
    this.isClosing = true;
    for (const response of this.responses.keys()) announceClose(response);
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

  /** Those too that never had a request, which the HTTP server takes for busy. */
  private closeIdle(): void {
    for (const socket of this.sockets) this.closeIfIdle(socket);
  }

  private closeIfIdle(socket: Socket): void {
    for (const response of this.responses.keys()) if (response.req.socket === socket) return;
    socket.destroySoon();
  }
}

function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}
