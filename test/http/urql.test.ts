import { Client, fetchExchange, gql } from "@urql/core";
import { startGraphql } from "../../src/server/graphql-server";
import { type RunningServer, serve } from "../../src/server/http";
import { jsonLogger } from "../../src/server/logger";
import { usualComposition } from "../support/usual";

const APP = "https://app.example.org";
const QUERY = gql`query Month($type: String!) {
  instance(input: { type: $type, zone: "fr-par-1" }) { name footprint { total { kgCo2Equivalent } } }
}`;

let server: RunningServer;
beforeAll(async () => {
  const log = jsonLogger(() => {});
  server = await serve(
    await startGraphql(usualComposition(), log),
    { host: "127.0.0.1", port: 0, corsOrigins: [APP] },
    log,
  );
});
afterAll(() => server.stop());

/** A client with its own settings but for these, and the methods by which it asked. */
function client(options: object, added: Record<string, string> = {}) {
  const methods: string[] = [];
  const watched: typeof fetch = (url, init) => {
    methods.push(init?.method ?? "GET");
    return fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), ...added } });
  };
  const urql = new Client({ url: server.url, exchanges: [fetchExchange], fetch: watched, ...options });
  return { methods, ask: (type: string) => urql.query(QUERY, { type }).toPromise() };
}

describe("urql", () => {
  it("asks by GET in a page that may read answers, with nothing set", async () => {
    const { ask, methods } = client({}, { origin: APP });
    const { data, error } = await ask("PRO2-S");
    expect([error, data.instance.name, methods]).toEqual([undefined, "PRO2-S", ["GET"]]);
  });

  it.each([
    [
      "with the header that the page on HTTP tells",
      "GET",
      { fetchOptions: { headers: { "graphql-require-preflight": "1" } } },
    ],
    ["by POST", "POST", { preferGetMethod: false }],
  ])("asks in a program %s", async (_, method, options) => {
    const { ask, methods } = client(options);
    const { data, error } = await ask("PRO2-S");
    expect([error, data.instance.name, methods]).toEqual([undefined, "PRO2-S", [method]]);
  });

  it("is told by what header, where it has none", async () => {
    const { error } = await client({}).ask("PRO2-S");
    expect(error?.message).toContain("graphql-require-preflight");
  });

  it("asks by POST what is too long for an address", async () => {
    const { ask, methods } = client({}, { origin: APP });
    const { error } = await ask("x".repeat(1900));
    expect([error?.graphQLErrors[0]?.extensions.code, methods]).toEqual(["UNKNOWN_INSTANCE_TYPE", ["POST"]]);
  });
});
