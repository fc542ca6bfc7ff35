import type { Server } from "node:http";
import { isIPv6 } from "node:net";

export interface Address {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "another process listens there",
  EACCES: "this user may not listen there",
  EADDRNOTAVAIL: "this machine does not have that address",
  ENOTFOUND: "no machine has that name",
};

/** Starts listening. @returns the origin: `http://host:port` @throws Error with the reason if it cannot */
export async function listen(server: Server, { host, port }: Address): Promise<string> {
  const named = isIPv6(host) ? `[${host}]` : host;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = REASONS[error.code ?? ""] ?? error.message;
      reject(new Error(`Nothing can be served at ${named}:${port}: ${reason}`, { cause: error }));
    });
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  return `http://${named}:${typeof address === "object" && address !== null ? address.port : port}`;
}
