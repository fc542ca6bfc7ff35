import { compose } from "../../src/compose";
import { startGraphql } from "../../src/server/graphql-server";
import { type RunningServer, serve } from "../../src/server/http";
import { jsonLogger } from "../../src/server/logger";
import { post } from "./support/ask";

const APP = "https://app.example.org";
const PREFLIGHT = {
  "access-control-request-method": "POST",
  "access-control-request-headers": "content-type",
};
const SOUND = { query: "{ methodology { id } }" };

async function served(corsOrigins?: readonly string[]): Promise<RunningServer> {
  const log = jsonLogger(() => {});
  const door = { host: "127.0.0.1", port: 0, ...(corsOrigins === undefined ? {} : { corsOrigins }) };
  return serve(await startGraphql(compose(), log), door, log);
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
      expect((await post(server.url, SOUND, { origin })).headers.get("vary")).toBe("origin, accept");
    }
    await server.stop();
  });
});
