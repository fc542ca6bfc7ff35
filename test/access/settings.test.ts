import { readConfig } from "../../src/process/config";

const JWT = {
  FOOTPRINT_AUTH: "jwt",
  FOOTPRINT_JWKS: "https://issuer.example/jwks.json",
  FOOTPRINT_JWT_ISSUER: "https://issuer.example/",
  FOOTPRINT_JWT_AUDIENCE: "footprint",
};

describe("the settings of access", () => {
  it("leave the graph open, without a limit and without trust in proxies", () => {
    expect(readConfig({}).access).toEqual({
      authentication: { kind: "none" },
      rateLimit: null,
      trustedProxies: 0,
    });
  });

  it.each([
    [
      JWT,
      {
        kind: "jwt",
        jwks: { kind: "url", url: JWT.FOOTPRINT_JWKS },
        issuer: "https://issuer.example/",
        audience: "footprint",
      },
    ],
    [
      { ...JWT, FOOTPRINT_JWKS: "/etc/keys/jwks.json" },
      expect.objectContaining({ jwks: { kind: "file", path: "/etc/keys/jwks.json" } }),
    ],
    [
      { ...JWT, FOOTPRINT_JWKS: "http://127.0.0.1:8080/jwks" },
      expect.objectContaining({ jwks: { kind: "url", url: "http://127.0.0.1:8080/jwks" } }),
    ],
    [
      { FOOTPRINT_AUTH: "keys", FOOTPRINT_API_KEYS: "keys" },
      { kind: "keys", file: "keys" },
    ],
    [{ FOOTPRINT_AUTH: "none" }, { kind: "none" }],
  ])("name what clients are known by: %j", (environment, authentication) => {
    expect(readConfig(environment).access.authentication).toEqual(authentication);
  });

  it.each([
    ["off", null],
    ["", null],
    ["600/60s", { requests: 600, seconds: 60 }],
    ["1/1m", { requests: 1, seconds: 60 }],
    ["100000/24h", { requests: 100_000, seconds: 86_400 }],
  ])("say how often a client may ask: %s", (FOOTPRINT_RATE_LIMIT, rateLimit) => {
    expect(readConfig({ FOOTPRINT_RATE_LIMIT }).access.rateLimit).toEqual(rateLimit);
  });

  const MISSING = "is missing: FOOTPRINT_AUTH=";
  it.each([
    [{ FOOTPRINT_AUTH: "basic" }, ['FOOTPRINT_AUTH must be one of none, jwt, keys, got "basic"']],
    [
      { FOOTPRINT_AUTH: "jwt" },
      [
        `FOOTPRINT_JWKS ${MISSING}jwt needs it`,
        `FOOTPRINT_JWT_ISSUER ${MISSING}jwt needs it`,
        `FOOTPRINT_JWT_AUDIENCE ${MISSING}jwt needs it`,
      ],
    ],
    [{ FOOTPRINT_AUTH: "keys" }, [`FOOTPRINT_API_KEYS ${MISSING}keys needs it`]],
    [
      { FOOTPRINT_API_KEYS: "keys" },
      ["FOOTPRINT_API_KEYS is set, but FOOTPRINT_AUTH=none does not look at it"],
    ],
    [
      { ...JWT, FOOTPRINT_AUTH: "" },
      ["FOOTPRINT_JWKS", "FOOTPRINT_JWT_ISSUER", "FOOTPRINT_JWT_AUDIENCE"].map(
        (variable) => `${variable} is set, but FOOTPRINT_AUTH=none does not look at it`,
      ),
    ],
    [
      { ...JWT, FOOTPRINT_API_KEYS: "keys" },
      ["FOOTPRINT_API_KEYS is set, but FOOTPRINT_AUTH=jwt does not look at it"],
    ],
    [
      { ...JWT, FOOTPRINT_JWKS: "http://issuer.example/jwks.json" },
      ["FOOTPRINT_JWKS must be https: who changes keys on their way signs any token"],
    ],
    [
      { ...JWT, FOOTPRINT_JWKS: "http://127.evil.example/jwks.json" },
      ["FOOTPRINT_JWKS must be https: who changes keys on their way signs any token"],
    ],
    [
      { ...JWT, FOOTPRINT_JWKS: "https://user:hunter2@issuer.example/" },
      ["FOOTPRINT_JWKS must hold no user and no password: the keys are public"],
    ],
    [{ ...JWT, FOOTPRINT_JWKS: "ftp://x/" }, ["FOOTPRINT_JWKS must be an https address or a file"]],
    ...["600", "0/60s", "600/0s", "600/60", "600/60d", "-1/60s", "600/25h", "1.5/60s", "600 / 60s"].map(
      (text): [Record<string, string>, string[]] => [
        { FOOTPRINT_RATE_LIMIT: text },
        [`FOOTPRINT_RATE_LIMIT must be off or such as 600/60s, at most for a day, got "${text}"`],
      ],
    ),
    ...["-1", "1.5", "all", "17"].map((text): [Record<string, string>, string[]] => [
      { FOOTPRINT_TRUST_PROXY: text },
      [`FOOTPRINT_TRUST_PROXY must be a whole number from 0 to 16, got "${text}"`],
    ]),
    [
      { FOOTPRINT_AUTH: "keys", FOOTPRINT_RATE_LIMIT: "x", FOOTPRINT_TRUST_PROXY: "y" },
      [
        `FOOTPRINT_API_KEYS ${MISSING}keys needs it`,
        'FOOTPRINT_RATE_LIMIT must be off or such as 600/60s, at most for a day, got "x"',
        'FOOTPRINT_TRUST_PROXY must be a whole number from 0 to 16, got "y"',
      ],
    ],
  ])("stop the start with all that is wrong: %j", (environment, problems) => {
    const report = ["The settings of access cannot be used:", ...problems].join("\n  ");
    expect(() => readConfig(environment)).toThrow(new Error(report));
  });
});
