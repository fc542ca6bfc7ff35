import { timingSafeEqual } from "node:crypto";
import type { Logger } from "../logger";
import { hashOfApiKey, isApiKey } from "./api-key";
import { type KeyEntry, parseKeyFile } from "./api-key-file";
import type { Authenticator } from "./authenticator";
import { bearerToken, refusedCredential } from "./bearer";
import { watchedFile } from "./watched-file";

/** Authenticates clients by API keys, whose hashes are in a file. @throws Error if the file cannot be used */
export function apiKeyAuthenticator(file: string, log: Logger): Authenticator {
  const entries = watchedFile(file, parseKeyFile, log);
  return {
    async identify(request) {
      const entry = entryOf(bearerToken(request), entries.current());
      if (entry === undefined) throw refusedCredential("The key is not known");
      if (entry.expires !== null && entry.expires.getTime() <= Date.now()) {
        throw refusedCredential("The key has expired");
      }
      return entry.name;
    },
    reload: entries.reload,
    stop: entries.stop,
  };
}

/** Compares with every entry in constant time, so that the response time reveals nothing about the keys. */
function entryOf(key: string, entries: readonly KeyEntry[]): KeyEntry | undefined {
  if (!isApiKey(key)) return undefined;
  const hash = Buffer.from(hashOfApiKey(key), "hex");
  let found: KeyEntry | undefined;
  for (const entry of entries) if (timingSafeEqual(entry.hash, hash)) found = entry;
  return found;
}
