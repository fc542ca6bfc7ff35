import type { JSONWebKeySet, JWTVerifyGetKey } from "jose";
import { isRecord, parseJson } from "../../core/helpers";
import { HttpProblem } from "../errors/http-problem";
import type { Logger } from "../logger";
import { loadJose } from "./jose";
import type { KeySetLocation } from "./settings";
import { watchedFile } from "./watched-file";

/** The public keys of an issuer. */
export interface KeySet {
  /** @throws HttpProblem if the keys are unavailable */
  readonly find: JWTVerifyGetKey;
  reload(): void;
  stop(): void;
}

/** Error codes of `jose` for a token whose key is not in the set: an error of the client. */
const NO_SUCH_KEY = ["ERR_JWKS_NO_MATCHING_KEY", "ERR_JWKS_MULTIPLE_MATCHING_KEYS", "ERR_JOSE_NOT_SUPPORTED"];
const RETRY_AFTER_S = 5;

/** @throws Error if a file of keys cannot be used; an issuer that is unreachable now is requested again later */
export async function openKeySet(location: KeySetLocation, log: Logger): Promise<KeySet> {
  return location.kind === "file" ? fromFile(location.path, log) : fromIssuer(location.url, log);
}

async function fromFile(path: string, log: Logger): Promise<KeySet> {
  const { createLocalJWKSet } = await loadJose();
  const file = watchedFile(path, (text) => createLocalJWKSet(parseKeySet(text)), log);
  return { find: (header, token) => file.current()(header, token), reload: file.reload, stop: file.stop };
}

/**
 * Requests the keys of the issuer when one is needed. They are cached for 10 minutes; an unknown key makes the server
 * request them again, but not within 30 s of the last response, so that made-up key identifiers cause no more requests.
 */
async function fromIssuer(url: string, log: Logger): Promise<KeySet> {
  const { createRemoteJWKSet } = await loadJose();
  const remote = createRemoteJWKSet(new URL(url));
  const outage = outageLog(log);
  return {
    async find(header, token) {
      try {
        const key = await remote(header, token);
        outage.isOver();
        return key;
      } catch (error) {
        if (NO_SUCH_KEY.includes((error as { code?: string }).code ?? "")) throw error;
        outage.goesOn(error);
        throw new HttpProblem("AUTHENTICATION_UNAVAILABLE", "Credentials cannot be checked now", {
          headers: { "retry-after": String(RETRY_AFTER_S) },
        });
      }
    },
    reload: () => void remote.reload().then(outage.isOver, outage.goesOn),
    stop: () => {},
  };
}

/** Logs the beginning and the end of an outage once each, however many requests come in between. */
function outageLog(log: Logger): { goesOn(error: unknown): void; isOver(): void } {
  let isOut = false;
  return {
    goesOn: (error) => {
      if (!isOut) log.error("the keys of the issuer cannot be had: tokens are refused until they can", error);
      isOut = true;
    },
    isOver: () => {
      if (isOut) log.info("the keys of the issuer can be had again");
      isOut = false;
    },
  };
}

/** The server only verifies: private and secret keys do not belong in this file. */
function parseKeySet(text: string): JSONWebKeySet {
  const set = parseJson(text, () => new Error("it is not JSON")) as Partial<JSONWebKeySet> | null;
  const keys = set?.keys;
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isRecord)) {
    throw new Error("it is no JWK set with keys");
  }
  if (keys.some(({ d, k }) => d !== undefined || k !== undefined)) {
    throw new Error("it holds a private or secret key: only public keys belong here");
  }
  return { keys };
}
