import type { Logger } from "../logger";
import type { Authenticator } from "./authenticator";
import { bearerToken, refusedCredential } from "./bearer";
import { loadJose } from "./jose";
import { openKeySet } from "./key-set";
import type { JwtSettings } from "./settings";

/**
 * Public-key algorithms only. With HS256 and the like, whoever has the key to verify can also sign; and a server that accepted both
 * kinds would accept tokens signed with the public key as a secret.
 */
const ALGORITHMS = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];
/** Tolerated difference between the clocks of issuer and server. */
const CLOCK_TOLERANCE_S = 30;

/** Authenticates clients by JWTs of an issuer. @throws Error if its keys are in a file that cannot be used */
export async function jwtAuthenticator(
  { jwks, issuer, audience }: JwtSettings,
  log: Logger,
): Promise<Authenticator> {
  const { jwtVerify, errors } = await loadJose();
  const keys = await openKeySet(jwks, log);
  const rules = {
    issuer,
    audience,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_TOLERANCE_S,
    // A token without an end cannot be revoked; one without a subject belongs to no client whose requests could be counted.
    requiredClaims: ["exp", "sub"],
  };
  return {
    async identify(request) {
      const token = bearerToken(request);
      try {
        const { payload } = await jwtVerify(token, keys.find, rules);
        if (!payload.sub) throw refusedCredential("The token names no subject");
        return payload.sub;
      } catch (error) {
        if (!(error instanceof errors.JOSEError)) throw error;
        // The log has the reason, the response only what helps an honest client.
        log.info("a token was refused", { reason: error.code, ...claimOf(error) });
        throw refusedCredential(
          error instanceof errors.JWTExpired ? "The token has expired" : "The token is not valid here",
        );
      }
    },
    reload: keys.reload,
    stop: keys.stop,
  };
}

/** The name of the invalid claim, never its value. */
function claimOf(error: object): { claim?: string } {
  return "claim" in error && typeof error.claim === "string" ? { claim: error.claim } : {};
}
