import type { IncomingMessage } from "node:http";
import type { Eventually } from "../../core/helpers";
import type { Logger } from "../logger";
import { sha256 } from "../sha256";
import { openAuthenticator } from "./authentication";
import { ANYBODY, type Client } from "./client";
import { requestCounter } from "./rate-limit";
import { remoteNetwork } from "./remote-address";
import type { AccessOptions } from "./settings";

/** Authenticates clients and limits their rate, when only the headers of a request have been read. */
export interface Access {
  /** @throws HttpProblem if the client is refused: not authenticated, or too many requests */
  admit(request: IncomingMessage): Eventually<Client>;
  /** Admits requests for what is the same for all clients, such as the explorer: rate-limited, but not authenticated. */
  admitAnybody(request: IncomingMessage): Eventually<Client>;
  /** Reads keys again. */
  reload(): void;
  stop(): void;
}

/** Admits every client, without a limit. */
export const OPEN: Access = {
  admit: () => ANYBODY,
  admitAnybody: () => ANYBODY,
  reload: () => {},
  stop: () => {},
};

/** @throws Error when the keys that it rests on cannot be used. */
export async function openAccess(options: AccessOptions, log: Logger): Promise<Access> {
  const authenticator = await openAuthenticator(options.authentication, log);
  const count = requestCounter(options.rateLimit);
  const addressOf = (request: IncomingMessage): string =>
    `address ${remoteNetwork(request, options.trustedProxies)}`;

  const byAddress = (request: IncomingMessage): Eventually<Client> =>
    options.rateLimit === null ? new Unnamed(request, addressOf) : counted(null, addressOf(request));
  const counted = async (name: string | null, countedAs: string): Promise<Client> => ({
    name,
    countedAs,
    headers: await count(countedAs),
  });

  return {
    admit(request) {
      if (options.authentication.kind === "none") return byAddress(request);
      return authenticator.identify(request).then(
        (name) => counted(name, name === null ? addressOf(request) : nameOf(name)),
        async (refusal) => {
          // Failed attempts count too, by address, so that keys cannot be guessed at any rate.
          await count(addressOf(request));
          throw refusal;
        },
      );
    },
    admitAnybody: byAddress,
    reload: authenticator.reload,
    stop: authenticator.stop,
  };
}

const NO_HEADERS = {};

/** A client without rate limit. Its network is looked up only when it has to queue, which is rare. */
class Unnamed implements Client {
  readonly name = null;
  readonly headers = NO_HEADERS;

  constructor(
    private readonly request: IncomingMessage,
    private readonly addressOf: (request: IncomingMessage) => string,
  ) {}

  get countedAs(): string {
    return this.addressOf(this.request);
  }
}

/** Subjects of tokens can be long: longer ones are replaced by a hash, which no short name can equal. */
function nameOf(name: string): string {
  return name.length > 64 ? `hash ${sha256(name)}` : `name ${name}`;
}
