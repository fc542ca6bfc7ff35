import type { IncomingMessage } from "node:http";

/** Finds out who asks. */
export interface Authenticator {
  /**
   * The name of the client; null where clients are not authenticated.
   * @throws HttpProblem for who cannot tell
   */
  identify(request: IncomingMessage): Promise<string | null>;
  /** Reads again what lies in files. */
  reload(): void;
  stop(): void;
}
