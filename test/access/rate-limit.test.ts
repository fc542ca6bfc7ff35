import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOfApiKey, makeApiKey } from "../../src/server/access";
import { requestCounter } from "../../src/server/access/rate-limit";
import { codeOf, type HttpAnswer, post } from "../http/support/ask";
import { startsForEachTest } from "./support/start";

const start = startsForEachTest();
const QUERY = { query: "{ methodology { id } }" };
/** Long enough that no test sees its end. */
const THREE_A_DAY = { requests: 3, seconds: 86_400 };

function told({ status, headers }: HttpAnswer): (string | number | null)[] {
  return [status, ...["limit", "remaining", "policy"].map((name) => headers.get(`ratelimit-${name}`))];
}

describe("a graph with a limit", () => {
  it("tells a client where it stands, and refuses one request too many", async () => {
    const graph = await start.graph({ rateLimit: THREE_A_DAY });
    const policy = "3;w=86400";
    for (const left of ["2", "1", "0"]) {
      expect(told(await post(graph.url, QUERY))).toEqual([200, "3", left, policy]);
    }
    const refused = await post(graph.url, QUERY);
    expect([...told(refused), codeOf(refused)]).toEqual([429, "3", "0", policy, "RATE_LIMITED"]);
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(86_000);
    expect(refused.headers.get("ratelimit-reset")).toBe(String(wait));
    expect((await fetch(graph.url.replace("/graphql", "/health"))).status).toBe(200);
  });

  it("counts the explorer and what it refuses to read", async () => {
    const graph = await start.graph({ rateLimit: THREE_A_DAY });
    await fetch(graph.url, { headers: { accept: "text/html" } });
    await post(graph.url, "{");
    await post(graph.url, QUERY, { "content-type": "text/plain" });
    expect((await post(graph.url, QUERY)).status).toBe(429);
    expect((await fetch(graph.url, { headers: { accept: "text/html" } })).status).toBe(429);
  });

  it("believes nobody who tells another address, unless a trusted proxy does", async () => {
    const forged = await start.graph({ rateLimit: THREE_A_DAY });
    const behind = await start.graph({ rateLimit: THREE_A_DAY, trustedProxies: 1 });
    const statuses = async (url: string, addressOf: (n: number) => string) => {
      const seen: number[] = [];
      for (let n = 1; n <= 5; n++) {
        seen.push((await post(url, QUERY, { "x-forwarded-for": addressOf(n) })).status);
      }
      return seen;
    };
    const limited = [200, 200, 200, 429, 429];
    expect(await statuses(forged.url, (n) => `192.0.2.${n}`)).toEqual(limited);
    expect(await statuses(behind.url, (n) => `192.0.2.${n}`)).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(behind.url, (n) => `192.0.2.${n}, 198.51.100.9`)).toEqual(limited);
    expect(await statuses(behind.url, (n) => `2001:db8:1:2::${n}`)).toEqual(limited);
    expect(await statuses(behind.url, (n) => `2001:db8:1:3:${n}::`)).toEqual(limited);
  });

  it("counts a client on its name wherever it asks from, and who guesses on the address", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rate-limit-"));
    const file = join(folder, "keys");
    const [a, anotherOfA, b] = [makeApiKey(), makeApiKey(), makeApiKey()];
    const lines = [`a sha256:${hashOfApiKey(a)}`, `a sha256:${hashOfApiKey(anotherOfA)}`];
    writeFileSync(file, [...lines, `b sha256:${hashOfApiKey(b)}`].join("\n"));
    const graph = await start.graph({
      rateLimit: THREE_A_DAY,
      trustedProxies: 1,
      authentication: { kind: "keys", file },
    });
    const statusOf = async (key: string, address: string) =>
      (await post(graph.url, QUERY, { authorization: `Bearer ${key}`, "x-forwarded-for": address })).status;

    const guesses: number[] = [];
    for (let n = 1; n <= 4; n++) guesses.push(await statusOf(makeApiKey(), "192.0.2.1"));
    expect(guesses).toEqual([401, 401, 401, 429]);
    expect(await statusOf(a, "192.0.2.1")).toBe(200);
    expect(await statusOf(anotherOfA, "192.0.2.2")).toBe(200);
    expect(await statusOf(a, "192.0.2.3")).toBe(200);
    expect(await statusOf(a, "192.0.2.4")).toBe(429);
    expect(await statusOf(b, "192.0.2.4")).toBe(200);
    rmSync(folder, { recursive: true });
  });
});

describe("the memory of clients", () => {
  const isRefused = (count: Promise<unknown>) =>
    count.then(
      () => false,
      () => true,
    );

  it("forgets who was idle for longest, and nobody who keeps asking", async () => {
    const count = requestCounter({ requests: 2, seconds: 86_400 }, 10);
    for (const client of ["idle", "busy", "idle", "busy"]) await count(client);
    for (let n = 0; n < 100; n++) {
      await count(`address ${n}`);
      expect(await isRefused(count("busy"))).toBe(true);
    }
    expect(await isRefused(count("idle"))).toBe(false);
  });

  it("grants the next stretch when one is over", async () => {
    const count = requestCounter({ requests: 1, seconds: 1 });
    await count("a");
    let refused = 0;
    while (await isRefused(count("a"))) {
      refused += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(refused).toBeGreaterThan(0);
  });
});
