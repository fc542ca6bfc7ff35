import type { IncomingMessage } from "node:http";
import type { Logger } from "../logger";
import { apiKeyAuthenticator } from "./api-keys";
import { jwtAuthenticator } from "./jwt";
import type { Authentication } from "./settings";

/** Finds out who asks. */
export interface Authenticator {
  /**
   * The name of who asks; null when nobody is asked for one.
   * @throws HttpProblem for who cannot tell
   */
  identify(request: IncomingMessage): Promise<string | null>;
  /** Reads again what lies in files. */
  reload(): void;
  stop(): void;
}

const ANONYMOUS: Authenticator = { identify: async () => null, reload: () => {}, stop: () => {} };

/** @throws Error when what it rests on cannot be used. */
export async function openAuthenticator(settings: Authentication, log: Logger): Promise<Authenticator> {
  switch (settings.kind) {
    case "none":
      return ANONYMOUS;
    case "keys":
      return apiKeyAuthenticator(settings.file, log);
    case "jwt":
      return jwtAuthenticator(settings, log);
  }
}
