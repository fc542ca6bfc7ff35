import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportSPKI, importJWK, SignJWT, UnsecuredJWT } from "jose";
import type { AccessOptions } from "../../src/server/access";
import { sha256 } from "../../src/server/sha256";
import { codeOf, type HttpAnswer, post } from "../http/support/ask";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectNothingOf } from "./support/expect-secret";
import { AUDIENCE, ISSUER, type KeyServer, type Signer, signer, startKeyServer } from "./support/issuer";
import { startsForEachTest } from "./support/start";
import { until } from "./support/until";

const start = startsForEachTest();
const QUERY = { query: "{ methodology { id } }" };
const now = () => Math.floor(Date.now() / 1_000);

function accessBy(
  jwks: { kind: "url"; url: string } | { kind: "file"; path: string },
): Partial<AccessOptions> {
  return { authentication: { kind: "jwt", jwks, issuer: ISSUER, audience: AUDIENCE } };
}

const ask = (graph: LiveGraph, token: string): Promise<HttpAnswer> =>
  post(graph.url, QUERY, { authorization: `Bearer ${token}` });

describe("a graph that knows its clients by tokens", () => {
  let keys: KeyServer;
  let graph: LiveGraph;
  let elliptic: Signer;
  let rsa: Signer;
  let stranger: Signer;
  const tokens: string[] = [];
  const texts: string[] = [];
  beforeAll(async () => {
    [elliptic, rsa, stranger] = await Promise.all([signer("ec"), signer("rsa", "RS256"), signer("ec")]);
    keys = await startKeyServer([elliptic.publicKey, rsa.publicKey]);
    graph = await startLiveGraph({}, {}, {}, accessBy({ kind: "url", url: keys.url }));
  });
  afterAll(async () => {
    await graph.stop();
    await keys.goAway();
  });

  async function asked(token: string): Promise<HttpAnswer> {
    const answer = await ask(graph, token);
    tokens.push(token);
    texts.push(JSON.stringify([answer.body, [...answer.headers]]));
    return answer;
  }

  it.each<[string, () => Promise<string>]>([
    ["of an elliptic key", () => elliptic.sign()],
    ["of an RSA key", () => rsa.sign()],
    ["for several audiences", () => elliptic.sign({ aud: ["other", AUDIENCE] })],
    ["of an access token's type", () => elliptic.sign({}, { typ: "at+jwt" })],
    ["that expired a moment ago, by our clock", () => elliptic.sign({ exp: now() - 10 })],
    ["that begins in a moment, by our clock", () => elliptic.sign({ nbf: now() + 10 })],
  ])("answers a token %s", async (_, tokenOf) => {
    const answer = await asked(await tokenOf());
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  });

  /** Signs with the public key as if it were a secret: what a server falls for that lets the token choose. */
  async function confused(): Promise<string> {
    const pem = await exportSPKI((await importJWK(rsa.publicKey, "RS256", { extractable: true })) as never);
    return new SignJWT({ sub: "x" })
      .setProtectedHeader({ alg: "HS256", kid: "rsa" })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime("1h")
      .sign(new TextEncoder().encode(pem));
  }
  const unsigned = () =>
    new UnsecuredJWT({ sub: "x" }).setIssuer(ISSUER).setAudience(AUDIENCE).setExpirationTime("1h").encode();
  const changed = async () => {
    const [header, , signature] = (await elliptic.sign()).split(".");
    const [, payload] = (await elliptic.sign({ sub: "somebody else" })).split(".");
    return [header, payload, signature].join(".");
  };

  it.each<[string, () => Promise<string> | string, string]>([
    ["that is not signed", unsigned, "ERR_JOSE_ALG_NOT_ALLOWED"],
    ["signed with the public key as a secret", confused, "ERR_JOSE_ALG_NOT_ALLOWED"],
    [
      "of a stranger's key with the same name",
      () => stranger.sign(),
      "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
    ],
    ["with another payload", changed, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"],
    ["of a key that nobody published", () => elliptic.sign({}, { kid: "new" }), "ERR_JWKS_NO_MATCHING_KEY"],
    ["of another issuer", () => elliptic.sign({ iss: "https://evil.example/" }), "iss"],
    ["of nobody", () => elliptic.sign({ iss: null }), "iss"],
    ["for another audience", () => elliptic.sign({ aud: "other" }), "aud"],
    ["for no audience", () => elliptic.sign({ aud: null }), "aud"],
    ["that never expires", () => elliptic.sign({ exp: null }), "exp"],
    ["about nobody", () => elliptic.sign({ sub: null }), "sub"],
    ["that is not valid yet", () => elliptic.sign({ nbf: now() + 120 }), "nbf"],
    ["that expired", () => elliptic.sign({ exp: now() - 120 }), "ERR_JWT_EXPIRED"],
    ["that is none", () => "not.a.token", "ERR_JWS_INVALID"],
    ["that has one part", () => "token", "ERR_JWS_INVALID"],
    ["that is text", () => Buffer.from("{}").toString("base64url"), "ERR_JWS_INVALID"],
    [
      "that demands what we do not know",
      async () => {
        const [, payload, signature] = (await elliptic.sign()).split(".");
        const header = { alg: "ES256", kid: "ec", crit: ["unknown"], unknown: 1 };
        return [Buffer.from(JSON.stringify(header)).toString("base64url"), payload, signature].join(".");
      },
      "ERR_JOSE_NOT_SUPPORTED",
    ],
  ])("refuses a token %s", async (_, tokenOf, reason) => {
    const answer = await asked(await tokenOf());
    expect([answer.status, codeOf(answer)]).toEqual([401, "UNAUTHENTICATED"]);
    expect(answer.headers.get("www-authenticate")).toMatch(
      /^Bearer realm="footprint-graph", error="invalid_token", error_description="The token (is not valid here|has expired)"$/,
    );
    expect(answer.body).not.toHaveProperty("data");
    expect(graph.log.filter((line) => line.includes("a token was refused")).at(-1)).toMatch(reason);
  });

  it("refuses a subject that is empty", async () => {
    expect((await asked(await elliptic.sign({ sub: "" }))).status).toBe(401);
  });

  it("does not ask the issuer for each key that a client invents", async () => {
    const before = keys.asked();
    for (let n = 0; n < 10; n++) await asked(await elliptic.sign({}, { kid: `invented-${n}` }));
    expect(keys.asked()).toBe(before);
  });

  it("told nobody a token, and had no fault of ours", () => {
    expect(tokens.length).toBeGreaterThan(30);
    expectNothingOf(
      tokens.filter((token) => token.length > 40),
      [...graph.log, ...texts],
    );
    expect(graph.faults).toEqual([]);
  });
});

describe("an issuer whose keys cannot be had", () => {
  it.each<[string, (keys: KeyServer) => Promise<void> | void]>([
    ["because it is away", (keys) => keys.goAway()],
    ["because it fails", (keys) => keys.answerWith(500, "{}")],
    ["because it leads elsewhere", (keys) => keys.answerWith(302, "{}")],
    ["because it sends no JSON", (keys) => keys.answerWith(200, "<html>")],
    ["because it sends no keys", (keys) => keys.answerWith(200, '{"keys": 1}')],
  ])("%s keeps no graph from starting, and is waited for", async (_, breakIt) => {
    const key = await signer("one");
    const keys = await start.keys([key.publicKey]);
    await breakIt(keys);
    const graph = await start.graph(accessBy({ kind: "url", url: keys.url }));
    const token = await key.sign();

    for (let n = 0; n < 3; n++) {
      const refused = await ask(graph, token);
      expect([refused.status, codeOf(refused)]).toEqual([503, "AUTHENTICATION_UNAVAILABLE"]);
      expect(refused.headers.get("retry-after")).toBe("5");
      expect(JSON.stringify(refused.body)).not.toContain("127.0.0.1");
    }
    // Who sends no token is told so even now, and the log tells of one outage, not of each request.
    expect((await post(graph.url, QUERY)).status).toBe(401);
    expect(graph.log.filter((line) => line.includes("cannot be had"))).toHaveLength(1);

    await keys.goAway();
    keys.publish([key.publicKey]);
    await keys.comeBack();
    expect((await ask(graph, token)).status).toBe(200);
    expect(graph.log.filter((line) => line.includes("can be had again"))).toHaveLength(1);
    expectNothingOf([token], graph.log);
  });

  it("may change its keys, which SIGHUP has the graph read again", async () => {
    const [old, fresh] = await Promise.all([signer("old"), signer("fresh")]);
    const keys = await start.keys([old.publicKey]);
    const graph = await start.graph(accessBy({ kind: "url", url: keys.url }));
    const oldToken = await old.sign();
    expect((await ask(graph, oldToken)).status).toBe(200);
    keys.publish([fresh.publicKey]);
    graph.reloadAccess();
    await until(async () => (await ask(graph, oldToken)).status === 401);
    expect((await ask(graph, await fresh.sign())).status).toBe(200);
    await keys.goAway();
  });
});

describe("keys in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "jwks-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  function write(text: string): string {
    const path = join(folder, "jwks.json");
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
    return path;
  }

  it("are used, and followed when they change", async () => {
    const [old, fresh] = await Promise.all([signer("old"), signer("fresh")]);
    const path = write(JSON.stringify({ keys: [old.publicKey] }));
    const graph = await start.graph(accessBy({ kind: "file", path }));
    expect((await ask(graph, await old.sign())).status).toBe(200);
    expect((await ask(graph, await fresh.sign())).status).toBe(401);
    write(JSON.stringify({ keys: [fresh.publicKey] }));
    const token = await fresh.sign();
    await until(async () => (await ask(graph, token)).status === 200);
    expect((await ask(graph, await old.sign())).status).toBe(401);
    write("{");
    graph.reloadAccess();
    expect((await ask(graph, token)).status).toBe(200);
  });

  it("count nobody on the name of a client whose long name is remembered by a hash", async () => {
    const one = await signer("one");
    const jwks = { kind: "file", path: write(JSON.stringify({ keys: [one.publicKey] })) } as const;
    const graph = await start.graph({ ...accessBy(jwks), rateLimit: { requests: 1, seconds: 86_400 } });
    const long = "n".repeat(65);
    const statusOf = async (sub: string) => (await ask(graph, await one.sign({ sub }))).status;
    expect(await statusOf(long)).toBe(200);
    expect(await statusOf(sha256(long))).toBe(200);
    expect(await statusOf(long)).toBe(429);
  });

  it("stop the start when they are none, or not public", async () => {
    const { privateKey } = await signer("one");
    const secret = { kty: "oct", k: "c2VjcmV0c2VjcmV0c2VjcmV0" };
    const wrong: [string, string][] = [
      ["{", "JSON"],
      ["null", "it is no JWK set with keys"],
      ["[]", "it is no JWK set with keys"],
      ['{"keys": []}', "it is no JWK set with keys"],
      ['{"keys": [1]}', "it is no JWK set with keys"],
      [
        JSON.stringify({ keys: [privateKey] }),
        "it holds a private or secret key: only public keys belong here",
      ],
      [JSON.stringify({ keys: [secret] }), "it holds a private or secret key: only public keys belong here"],
    ];
    for (const [text, problem] of wrong) {
      const path = write(text);
      const started = start.graph(accessBy({ kind: "file", path }));
      await expect(started).rejects.toThrow(`${path}: `);
      await expect(started).rejects.toThrow(problem);
      await started.catch((error: Error) => {
        expectNothingOf([privateKey.d as string, secret.k], [error.message]);
      });
    }
  });
});
