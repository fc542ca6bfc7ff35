import type { Logger } from "../logger";
import { apiKeyAuthenticator } from "./api-keys";
import type { Authenticator } from "./authenticator";
import { jwtAuthenticator } from "./jwt";
import type { Authentication } from "./settings";

const ANONYMOUS: Authenticator = { identify: async () => null, reload: () => {}, stop: () => {} };

/** @throws Error if the file of keys cannot be used. */
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
