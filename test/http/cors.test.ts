import { request } from "node:http";
import { readConfig } from "../../src/process/config";
import { startGraphql } from "../../src/server/graphql-server";
import { type RunningServer, serve } from "../../src/server/http";
import { jsonLogger } from "../../src/server/logger";
import { usualComposition } from "../support/usual";
import { post } from "./support/ask";

const APP = "https://app.example.org";
const PREFLIGHT = {
  "access-control-request-method": "POST",
  "access-control-request-headers": "content-type",
};
const SOUND = { query: "{ methodology { id } }" };

async function served(
  corsOrigins?: readonly string[],
  corsHeaders: readonly string[] = [],
): Promise<RunningServer> {
  const log = jsonLogger(() => {});
  const door = {
    host: "127.0.0.1",
    port: 0,
    corsHeaders,
    ...(corsOrigins === undefined ? {} : { corsOrigins }),
  };
  return serve(await startGraphql(usualComposition(), log), door, log);
}

function preflight(url: string, origin: string): Promise<Response> {
  return fetch(url, { method: "OPTIONS", headers: { origin, ...PREFLIGHT } });
}

describe.each([
  ["no origin", undefined, APP, null],
  ["one origin", [APP], APP, APP],
  ["another origin", [APP], "https://other.example", null],
  ["a part of an origin", [APP], "https://app.example.org.evil.example", null],
  ["the origin of a sandbox", [APP], "null", null],
  ["any origin", ["*"], "https://other.example", "*"],
])("a page of %s", (_, origins, origin, allowed) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await served(origins);
  });
  afterAll(() => server.stop());

  it("reads answers, or does not", async () => {
    const { headers, status } = await post(server.url, SOUND, { origin });
    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBe(allowed);
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("is told so before it asks", async () => {
    const { status, headers } = await preflight(server.url, origin);
    expect(status).toBe(allowed === null ? 405 : 204);
    expect(headers.get("access-control-allow-origin")).toBe(allowed);
    expect(headers.get("access-control-allow-headers") ?? "").toMatch(
      allowed === null ? /^$/ : /content-type/,
    );
  });
});

describe("answers for several origins", () => {
  it("are told apart by caches", async () => {
    const server = await served([APP, "http://localhost:5173"]);
    for (const origin of [APP, "http://localhost:5173", "https://other.example"]) {
      expect((await post(server.url, SOUND, { origin })).headers.get("vary")).toBe(
        "origin, accept, Accept-Encoding",
      );
    }
    await server.stop();
  });
});

describe("the headers that a page may send", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await served([APP], ["x-tenant"]);
  });
  afterAll(() => server.stop());

  it.each([
    "authorization",
    "x-auth-token",
    "baggage",
    "sentry-trace",
    "traceparent",
    "tracestate",
    "graphql-client-name",
    "graphql-client-version",
    "apollographql-client-name",
    "apollographql-client-version",
    "x-apollo-operation-name",
    "apollo-require-preflight",
    "graphql-require-preflight",
    "content-encoding",
    "if-none-match",
    "x-request-id",
    "x-tenant",
  ])("%s", async (name) => {
    const { headers } = await preflight(server.url, APP);
    expect(headers.get("access-control-allow-headers")?.split(", ")).toContain(name);
  });

  it("are known for the schema too", async () => {
    const response = await preflight(server.url.replace("/graphql", "/schema.graphql"), APP);
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([204, APP]);
  });

  it("are named by the environment", () => {
    expect(readConfig({ FOOTPRINT_CORS_HEADERS: "X-Tenant, x-b3-traceid" }).corsHeaders).toEqual([
      "x-tenant",
      "x-b3-traceid",
    ]);
    expect(() => readConfig({ FOOTPRINT_CORS_HEADERS: "x tenant" })).toThrow("FOOTPRINT_CORS_HEADERS");
    expect(() => readConfig({ FOOTPRINT_CORS_HEADERS: "*" })).toThrow('got "*"');
  });
});

describe("a GET without a header that makes a browser ask first", () => {
  const statusOf = (url: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      // `fetch` keeps what browsers alone may say to itself.
      const sent = request(`${url}?query=${encodeURIComponent(SOUND.query)}`, { headers }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      });
      sent.on("error", reject);
      sent.end();
    });

  it.each([
    ["a page that may read", [APP], { origin: APP, "sec-fetch-site": "cross-site" }, 200],
    ["any page, where any may read", ["*"], { origin: "https://other.example" }, 200],
    ["a page of our own", [], { "sec-fetch-site": "same-origin" }, 200],
    ["a page that may not read", [APP], { origin: "https://other.example" }, 400],
    ["an image in a page", [APP], { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }, 400],
    ["a page beside ours", [], { "sec-fetch-site": "same-site" }, 400],
    ["what does not say", [APP], {}, 400],
  ])("is answered or refused: %s", async (_, origins, headers, status) => {
    const server = await served(origins);
    const got = await statusOf(server.url, headers as Record<string, string>);
    await server.stop();
    expect(got).toBe(status);
  });
});
