import type { IncomingMessage } from "node:http";

/** Authenticates the client of a request. */
export interface Authenticator {
  /**
   * The name of the client; null where clients are not authenticated.
   * @throws HttpProblem for missing or invalid credentials
   */
  identify(request: IncomingMessage): Promise<string | null>;
  /** Reloads its files. */
  reload(): void;
  stop(): void;
}
