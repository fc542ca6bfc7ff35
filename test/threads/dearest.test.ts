import { setTimeout as sleep } from "node:timers/promises";
import { getIntrospectionQuery } from "graphql";
import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "../operations/support/graph-process";
import { type Asked, DEAREST, LIGHT, SMALL_PORTFOLIO } from "./support/dearest";

/** How long a request may take [s]: shorter than most of the dear ones do. */
const LIMIT_SECONDS = 1;
/** Bounds a hang. */
const PATIENCE_MS = 300_000;

let graph: GraphProcess;
beforeAll(async () => {
  // What its cost would refuse is ended by its time all the same.
  graph = await startGraph({
    ...WITH_THREADS,
    FOOTPRINT_REQUEST_TIMEOUT: String(LIMIT_SECONDS),
    FOOTPRINT_TRUST_PROXY: "1",
    FOOTPRINT_MAX_COST: "1000000000",
  });
  await answeredAtLast(SMALL_PORTFOLIO);
});
afterAll(() => stopGraph(graph));

const DONE: Answered = { status: 200, codes: [] };
const TIMED_OUT: Answered = { status: 503, codes: ["REQUEST_TIMEOUT"] };

interface Answered {
  readonly status: number;
  readonly codes: readonly string[];
}

async function ask(
  asked: Asked,
  signal: AbortSignal = AbortSignal.timeout(PATIENCE_MS),
  more: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const response = await fetch(graph.url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...more },
    body: JSON.stringify(asked),
    signal,
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code) };
}

/** Asked until a thread is there for it: one that was ended is begun anew, which can take longer than a request may. */
async function answeredAtLast(asked: Asked): Promise<Answered> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const answered = await ask(asked);
    if (answered.status === 200 || Date.now() > until) return answered;
    await sleep(100);
  }
}

describe("the dearest operation", () => {
  it.each(Object.entries(DEAREST))(
    "of %s is done or ended in the time that it has, and its work stops",
    async (name, asked) => {
      let isOver = false;
      const over = ask(asked).finally(() => {
        isOver = true;
      });
      // Beside it, everybody else is answered.
      let beside = 0;
      while (!isOver) {
        expect(await ask(LIGHT)).toEqual(DONE);
        expect((await fetch(new URL("/health", graph.url))).status).toBe(200);
        beside += 1;
        await sleep(20);
      }
      expect(beside).toBeGreaterThan(1);
      // Others may be done in their time, on a fast machine.
      expect(name === "drivers" ? [TIMED_OUT] : [DONE, TIMED_OUT]).toContainEqual(await over);
      // There is one thread: it would not answer this, were it still at work.
      expect(await answeredAtLast(SMALL_PORTFOLIO)).toEqual(DONE);
    },
  );

  it("stops when its client leaves", async () => {
    const leaving = new AbortController();
    const left = ask(DEAREST.drivers, leaving.signal).catch((error: Error) => error.name);
    setTimeout(() => leaving.abort(), 300);
    expect(await left).toBe("AbortError");
    expect(await answeredAtLast(SMALL_PORTFOLIO)).toEqual(DONE);
  });

  it("keeps no tool from the schema, which is answered as it was before", async () => {
    const query = getIntrospectionQuery();
    expect(await answeredAtLast({ query })).toEqual(DONE);
    const heavy = Array.from({ length: 40 }, () => ask(DEAREST.drivers));
    expect((await Promise.race(heavy)).codes).toEqual(["OVERLOADED"]);
    for (const asked of [query, `# a tool\n${query}`]) expect(await ask({ query: asked })).toEqual(DONE);
    await Promise.all(heavy);
    expect(await answeredAtLast(SMALL_PORTFOLIO)).toEqual(DONE);
  });

  it("waits for a thread with so many of its client, and no more: another, behind the same proxy, has places of its own", async () => {
    const codeFor = async (address: string): Promise<string | undefined> => {
      const sentOn = { "x-forwarded-for": address };
      return (await ask(DEAREST.drivers, AbortSignal.timeout(PATIENCE_MS), sentOn)).codes[0];
    };
    const many = Array.from({ length: 40 }, () => codeFor("192.0.2.1"));
    // Refused as soon as it comes: by then, the places of that client are taken.
    expect(await Promise.race(many)).toBe("OVERLOADED");
    expect(await codeFor("192.0.2.2")).toBe("REQUEST_TIMEOUT");
    expect(new Set(await Promise.all(many))).toEqual(new Set(["OVERLOADED", "REQUEST_TIMEOUT"]));
    expect(await answeredAtLast(SMALL_PORTFOLIO)).toEqual(DONE);
  });
});
