import { isDeepStrictEqual } from "node:util";
import autocannon from "autocannon";
import { type Child, type Mode, startChild } from "./child";
import { composedInventory } from "./inventory";
import { distinctRequests, ONE_REQUEST, repeatedRequests } from "./queries";
import { median } from "./statistics";

const CONNECTIONS = 10;
/** Warm-up rounds. */
const WARM_UPS = 5;

/** Number of different requests that are repeated. */
const AGAIN = 100;
/** Number of requests that are sent once: more than can be answered in a round. */
const ANEW = 20_000;

/** In the order of the page. */
const MODES = ["graph", "bare", "prebuilt", "floor", "mercurius", "apollo", "yoga"] as const;

export interface ServerFigures {
  /** Requests per second: median over the rounds. */
  readonly perSecond: number;
  /** CPU time of its process for a request [µs]: the lowest of the rounds, as the machine is shared. */
  readonly cpuMicros: number;
}

export interface OneInstance {
  readonly servers: Readonly<Record<Mode, ServerFigures>>;
  /** Number of different requests that are repeated. */
  readonly requests: number;
  /** The graph, if each request differs. */
  readonly anew: ServerFigures;
  /** 99th percentile of the latency of the graph [ms], median over the rounds. */
  readonly p99: number;
  readonly answerBytes: number;
  /** Resident memory of the graph before and after [bytes]. */
  readonly idleBytes: number;
  readonly busyBytes: number;
}

interface Round {
  readonly perSecond: number;
  readonly cpuMicros: number;
  readonly p99: number;
}

/** One resource with three parts and components, and its references, in alternating rounds so that the machine is the same. */
export async function measureOneInstance({
  rounds,
  seconds,
}: {
  rounds: number;
  seconds: number;
}): Promise<OneInstance> {
  const inventory = await composedInventory();
  const again = repeatedRequests(inventory, AGAIN).map((request) => JSON.stringify(request));
  const anew = (round: number): string[] =>
    distinctRequests(inventory, ANEW, round).map((request) => JSON.stringify(request));
  const graph = await startChild("graph");
  const idleBytes = await graph.memory();
  const answer = await ask(graph.url);
  const servers = new Map<Mode, Child>([["graph", graph]]);
  const references = MODES.slice(1).map(
    async (mode): Promise<[Mode, Child]> => [mode, await startReference(mode, answer)],
  );
  for (const [mode, server] of await Promise.all(references)) servers.set(mode, server);
  // Warm-up: V8 compiles code that has run often.
  for (const server of servers.values()) await load(server, rotated(again), WARM_UPS * seconds);
  // In its own process, as requests that differ evict those that are repeated from caches.
  const stranger = await startChild("graph");
  await load(stranger, divided(anew(0)), WARM_UPS * seconds);
  const measured = new Map<Mode, Round[]>(MODES.map((mode) => [mode, []]));
  const measuredAnew: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [mode, server] of servers)
      measured.get(mode)?.push(await load(server, rotated(again), seconds));
    measuredAnew.push(await load(stranger, divided(anew(round + 1)), seconds));
  }
  const busyBytes = await graph.memory();
  await Promise.all([...servers.values(), stranger].map((server) => server.stop()));
  const figures = [...measured].map(([mode, all]): [Mode, ServerFigures] => [mode, figuresOf(all)]);
  return {
    servers: Object.fromEntries(figures) as Record<Mode, ServerFigures>,
    requests: again.length,
    anew: figuresOf(measuredAnew),
    p99: median((measured.get("graph") ?? []).map(({ p99 }) => p99)),
    answerBytes: answer.length,
    idleBytes,
    busyBytes,
  };
}

async function startReference(mode: Mode, answer: string): Promise<Child> {
  const server = await startChild(mode, answer);
  if (!isDeepStrictEqual(JSON.parse(await ask(server.url)), JSON.parse(answer)))
    throw new Error(`the reference ${mode} does not answer alike`);
  return server;
}

function figuresOf(rounds: readonly Round[]): ServerFigures {
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    cpuMicros: Math.min(...rounds.map(({ cpuMicros }) => cpuMicros)),
  };
}

/** The requests that a connection repeats. */
type Bodies = (connection: number) => readonly string[];

/** All requests, each connection starting at another one. */
const rotated =
  (all: readonly string[]): Bodies =>
  (connection) => {
    const first = Math.floor((connection * all.length) / CONNECTIONS);
    return [...all.slice(first), ...all.slice(0, first)];
  };

/** Each connection has its own requests. */
const divided =
  (all: readonly string[]): Bodies =>
  (connection) =>
    all.filter((_, index) => index % CONNECTIONS === connection);

async function load(server: Child, bodies: Bodies, duration: number): Promise<Round> {
  const { url } = server;
  const before = await server.cpuMicros();
  let connections = 0;
  const { requests, latency, non2xx, errors } = await autocannon({
    ...{ url, duration, connections: CONNECTIONS, method: "POST" },
    headers: { "content-type": "application/json" },
    setupClient: (client) => client.setRequests(bodies(connections++).map((body) => ({ body }))),
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx + errors} failed`);
  const cpuMicros = ((await server.cpuMicros()) - before) / requests.total;
  return { perSecond: requests.average, cpuMicros, p99: latency.p99 };
}

async function ask(url: string): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ONE_REQUEST),
  });
  return response.text();
}
