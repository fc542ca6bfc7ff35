import type { IncomingMessage } from "node:http";
import { HttpProblem } from "../errors/http-problem";

const REALM = "footprint-graph";

/**
 * The credential in `Authorization: Bearer …` (RFC 6750).
 * @throws HttpProblem when there is no such header
 */
export function bearerToken({ headers }: IncomingMessage): string {
  const [, token] = /^bearer +([a-z0-9\-._~+/]+=*) *$/i.exec(headers.authorization ?? "") ?? [];
  if (token === undefined) {
    throw unauthenticated("Authentication is required: send authorization: Bearer with a token or API key");
  }
  return token;
}

/** @param reason what is wrong with the credential, without quoting it; undefined if there was none */
function unauthenticated(message: string, reason?: string): HttpProblem {
  const details = reason === undefined ? "" : `, error="invalid_token", error_description="${reason}"`;
  return new HttpProblem("UNAUTHENTICATED", message, {
    headers: { "www-authenticate": `Bearer realm="${REALM}"${details}` },
  });
}

export function refusedCredential(reason: string): HttpProblem {
  return unauthenticated(reason, reason);
}
