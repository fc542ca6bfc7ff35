import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";

export interface Signer {
  readonly kid: string;
  readonly publicKey: JWK;
  readonly privateKey: JWK;
  /** A token of this key: sound, but for what is changed; null leaves a claim out. */
  sign(
    claims?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
  ): Promise<string>;
}

export const ISSUER = "https://issuer.example/";
export const AUDIENCE = "footprint";

export async function signer(kid: string, alg = "ES256"): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return {
    kid,
    publicKey: { ...(await exportJWK(publicKey)), kid, alg, use: "sig" },
    privateKey: { ...(await exportJWK(privateKey)), kid, alg },
    sign: (claims = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const all = { iss: ISSUER, aud: AUDIENCE, sub: "partner-a", iat: now, exp: now + 600, ...claims };
      const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
      return new SignJWT(given as JWTPayload).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
    },
  };
}

/** The keys of an issuer over real HTTP; can be away and come back at the same address. */
export interface KeyServer {
  readonly url: string;
  /** How often it was asked. */
  readonly asked: () => number;
  answerWith(status: number, body: string): void;
  publish(keys: readonly JWK[]): void;
  /** Answers nobody until the function that it returns is called. */
  hold(): () => void;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

export async function startKeyServer(keys: readonly JWK[]): Promise<KeyServer> {
  let asked = 0;
  let answer = { status: 200, body: JSON.stringify({ keys }) };
  let held = Promise.resolve();
  const make = (): Server =>
    createServer(async (_request, response) => {
      asked += 1;
      await held;
      response.writeHead(answer.status, { "content-type": "application/json", location: "/elsewhere" });
      response.end(answer.body);
    });
  let server = make().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/jwks.json`,
    asked: () => asked,
    answerWith: (status, body) => {
      answer = { status, body };
    },
    publish: (published) => {
      answer = { status: 200, body: JSON.stringify({ keys: published }) };
    },
    hold: () => {
      let answer = (): void => undefined;
      held = new Promise((resolve) => {
        answer = resolve;
      });
      return () => answer();
    },
    goAway: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
    comeBack: async () => {
      server = make().listen(port, "127.0.0.1");
      await once(server, "listening");
    },
  };
}
