import type { IncomingMessage } from "node:http";
import type { Logger } from "../logger";
import { sha256 } from "../sha256";
import { openAuthenticator } from "./authentication";
import { ANYBODY, type Client } from "./client";
import { requestCounter } from "./rate-limit";
import { remoteNetwork } from "./remote-address";
import type { AccessOptions } from "./settings";

/** Decides who may ask, and how often, before anything of a request is read but its head. */
export interface Access {
  /** @throws HttpProblem for who may not, or may not now */
  admit(request: IncomingMessage): Promise<Client>;
  /** Admits requests for what is the same for all clients, such as the explorer: counted, but not authenticated. */
  admitAnybody(request: IncomingMessage): Promise<Client>;
  /** Reads keys again. */
  reload(): void;
  stop(): void;
}

/** Admits every client, without a limit. */
export const OPEN: Access = {
  admit: async () => ANYBODY,
  admitAnybody: async () => ANYBODY,
  reload: () => {},
  stop: () => {},
};

/** @throws Error when the keys that it rests on cannot be used. */
export async function openAccess(options: AccessOptions, log: Logger): Promise<Access> {
  const authenticator = await openAuthenticator(options.authentication, log);
  const count = requestCounter(options.rateLimit);
  const addressOf = (request: IncomingMessage): string =>
    `address ${remoteNetwork(request, options.trustedProxies)}`;

  return {
    async admit(request) {
      let name: string | null;
      try {
        name = await authenticator.identify(request);
      } catch (refusal) {
        // Who guesses is counted too, by address: a name was not found.
        await count(addressOf(request));
        throw refusal;
      }
      const countedAs = name === null ? addressOf(request) : nameOf(name);
      return { name, countedAs, headers: await count(countedAs) };
    },
    async admitAnybody(request) {
      const countedAs = addressOf(request);
      return { name: null, countedAs, headers: await count(countedAs) };
    },
    reload: authenticator.reload,
    stop: authenticator.stop,
  };
}

/** An issuer may call a client something long: a hash stands for it here, which no short name can equal. */
function nameOf(name: string): string {
  return name.length > 64 ? `hash ${sha256(name)}` : `name ${name}`;
}
