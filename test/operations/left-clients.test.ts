import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { AUDIENCE, ISSUER, type KeyServer, signer, startKeyServer } from "../access/support/issuer";
import { until } from "../access/support/until";
import { DEAREST } from "../threads/support/dearest";
import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "./support/graph-process";

type Line = Record<string, unknown>;

const LEFT = { status: 499, errors: [], aborted: true };
let graph: GraphProcess;

const start = (settings: Readonly<Record<string, string>>): Promise<GraphProcess> =>
  startGraph({ FOOTPRINT_MAX_COST: "1000000000", FOOTPRINT_HEADER_TIMEOUT: "1", ...settings });

/** The line of the one request of that id. */
async function lineOf(requestId: string): Promise<Line> {
  const isIt = (line: Line): boolean => line.message === "request" && line.requestId === requestId;
  await graph.untilLogged(isIt);
  return graph.log().find(isIt) as Line;
}

/** A connection on which a request has been sent, or the beginning of one. */
function sent(requestId: string, body: string, length = Buffer.byteLength(body)): Promise<Socket> {
  return sentRaw("POST /graphql", { "x-request-id": requestId, ...JSON_OF(length) }, body);
}

const JSON_OF = (length: number) => ({ "content-type": "application/json", "content-length": length });

async function sentRaw(
  begin: string,
  headers: Readonly<Record<string, string | number>>,
  body = "",
): Promise<Socket> {
  const { hostname, port } = new URL(graph.url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const lines = Object.entries({ host: "graph", ...headers }).map(([name, value]) => `${name}: ${value}`);
  const head = [`${begin} HTTP/1.1`, ...lines, "", ""].join("\r\n");
  await new Promise((resolve) => socket.write(head + body, resolve));
  return socket;
}

async function counted(metric: string): Promise<string[]> {
  const response = await fetch(new URL("/metrics", graph.url));
  return (await response.text()).split("\n").filter((line) => line.startsWith(`${metric}{`));
}

/** Requests for the graph so far, by their end. */
async function requestsOf(status: number, outcome: string): Promise<number> {
  const begin = `footprint_requests_total{route="/graphql",method="POST",status="${status}",outcome="${outcome}"} `;
  const line = (await counted("footprint_requests_total")).find((one) => one.startsWith(begin));
  return Number(line?.slice(begin.length) ?? 0);
}

/** Until it works on so many requests beside the one for its metrics. */
async function untilInFlight(count: number): Promise<void> {
  const inFlight = `footprint_requests_in_flight ${count + 1}`;
  const metrics = async (): Promise<string> => (await fetch(new URL("/metrics", graph.url))).text();
  while (!(await metrics()).split("\n").includes(inFlight)) await sleep(20);
}

const LEAVINGS: [string, (socket: Socket) => unknown][] = [
  ["ends its connection", (socket) => socket.destroy()],
  ["resets it", (socket) => socket.resetAndDestroy()],
  ["ends its side of it", (socket) => socket.end()],
];
/** Of one process, each by its place. */
const PLACED = LEAVINGS.map(([how, leave], place) => [how, place, leave] as const);

// Others are answered beside those of the second one, in turns. Each client asks for something else: nothing of it is known before.
describe.each([
  ["a worker thread", WITH_THREADS, [DEAREST.drivers, DEAREST.lists, DEAREST.revision]],
  ["the main thread", { FOOTPRINT_THREADS: "0" }, [DEAREST.totals, DEAREST.lists, DEAREST.revision]],
])("a client that leaves while %s is at work for it", (_, settings, asked) => {
  beforeAll(async () => {
    graph = await start(settings);
  });
  afterAll(() => stopGraph(graph));

  it.each(PLACED)(
    "and %s is logged and counted as gone, and its request not as too slow",
    async (_, place, leave) => {
      const id = `gone-${place}`;
      const before = await requestsOf(499, "aborted");
      const socket = await sent(id, JSON.stringify(asked[place]));
      await untilInFlight(1);
      leave(socket);
      expect(await lineOf(id)).toMatchObject(LEFT);
      expect(await counted("footprint_errors_total")).toEqual([]);
      expect(await requestsOf(499, "aborted")).toBe(before + 1);
    },
  );
});

describe("a client that leaves while it sends", () => {
  beforeAll(async () => {
    graph = await start({ FOOTPRINT_HEADER_TIMEOUT: "60" });
  });
  afterAll(() => stopGraph(graph));

  it.each(PLACED)("and %s is logged as gone, and gets no answer", async (_, place, leave) => {
    const id = `gone-${place}`;
    const socket = await sent(id, '{"query":', 1000);
    await untilInFlight(1);
    let answer = "";
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString();
    });
    const closed = once(socket, "close");
    leave(socket);
    expect(await lineOf(id)).toMatchObject(LEFT);
    expect(await counted("footprint_errors_total")).toEqual([]);
    await closed;
    expect(answer).toBe("");
  });
});

describe("a client that is too slow to send", () => {
  afterEach(() => stopGraph(graph));

  it("is logged with what it was told", async () => {
    graph = await start({ FOOTPRINT_RECEIVE_TIMEOUT: "1" });
    const socket = await sent("slow", '{"query":', 1000);
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 408 /);
    const line = await lineOf("slow");
    expect(line).toMatchObject({ status: 408, errors: ["REQUEST_NOT_RECEIVED"] });
    expect(line).not.toHaveProperty("aborted");
    expect(await requestsOf(408, "refused")).toBe(1);
  });
});

const EXPLAINED =
  "footprint { components { footprint { components { calculations { label result terms { symbol } } } } } }";
const DEAR = `{ ${Array.from({ length: 20 }, (_, index) => `i${index}: instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { ${EXPLAINED} }`).join(" ")} }`;
const CHEAP = JSON.stringify({ query: "{ methodology { id } }" });

describe("a client that leaves while its credentials are checked", () => {
  let keys: KeyServer;
  afterEach(async () => {
    await stopGraph(graph);
    keys.goAway();
  });

  it.each([
    ["POST", "POST /graphql", { FOOTPRINT_THREADS: "0" }, JSON_OF(CHEAP.length), CHEAP],
    ["GET that is for a thread", `GET /graphql?query=${encodeURIComponent(DEAR)}`, WITH_THREADS, {}, ""],
  ])("is logged as gone, and nothing is computed of its %s", async (_, begin, settings, headers, body) => {
    const key = await signer("ec");
    keys = await startKeyServer([key.publicKey]);
    const answerKeys = keys.hold();
    graph = await start({
      ...{ FOOTPRINT_AUTH: "jwt", FOOTPRINT_JWKS: keys.url, FOOTPRINT_METRICS: "on", ...settings },
      ...{ FOOTPRINT_JWT_ISSUER: ISSUER, FOOTPRINT_JWT_AUDIENCE: AUDIENCE },
    });
    const own = { "x-request-id": "gone", "graphql-require-preflight": "1" };
    const authorization = `Bearer ${await key.sign()}`;
    const socket = await sentRaw(begin, { ...own, ...headers, authorization }, body);
    await until(() => keys.asked() > 0);
    socket.resetAndDestroy();
    await untilInFlight(1);
    answerKeys();
    expect(await lineOf("gone")).toMatchObject(LEFT);
    await untilInFlight(0);
    expect(await counted("footprint_calculations_total")).toEqual([]);
  });
});
