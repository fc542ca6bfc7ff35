import autocannon from "autocannon";
import { type Child, startChild } from "./child";
import { INSTANCE_REQUEST } from "./queries";
import { median } from "./statistics";

const CONNECTIONS = 10;

export interface OneInstance {
  /** Requests per second: medians over the rounds. */
  readonly graph: number;
  readonly bare: number;
  readonly floor: number;
  readonly prebuilt: number;
  /** 99th percentile of the latency of the graph [ms], median over the rounds. */
  readonly p99: number;
  readonly answerBytes: number;
  /** Resident memory of the graph before and after [bytes]. */
  readonly idleBytes: number;
  readonly busyBytes: number;
}

/** One Instance with three parts and components, beside its references, round by round so that the machine is the same. */
export async function measureOneInstance({
  rounds,
  seconds,
}: {
  rounds: number;
  seconds: number;
}): Promise<OneInstance> {
  const graph = await startChild("graph");
  const idleBytes = await graph.memory();
  const answer = await ask(graph.url);
  const bare = await startChild("bare", answer);
  const floor = await startChild("floor", answer);
  const prebuilt = await startChild("prebuilt", answer);
  if ((await ask(prebuilt.url)) !== answer) throw new Error("the references do not answer alike");
  const servers = { bare, floor, prebuilt, graph };
  for (const server of Object.values(servers)) await load(server, seconds);
  const measured = {
    bare: [] as number[],
    floor: [] as number[],
    prebuilt: [] as number[],
    graph: [] as number[],
  };
  const p99: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [name, server] of Object.entries(servers) as [keyof typeof servers, Child][]) {
      const { requests, latency } = await load(server, seconds);
      measured[name].push(requests.average);
      if (name === "graph") p99.push(latency.p99);
    }
  }
  const busyBytes = await graph.memory();
  await Promise.all(Object.values(servers).map((server) => server.stop()));
  return {
    graph: median(measured.graph),
    bare: median(measured.bare),
    floor: median(measured.floor),
    prebuilt: median(measured.prebuilt),
    p99: median(p99),
    answerBytes: answer.length,
    idleBytes,
    busyBytes,
  };
}

async function load({ url }: Child, duration: number): Promise<autocannon.Result> {
  const result = await autocannon({
    ...{ url, duration, connections: CONNECTIONS, method: "POST" },
    headers: { "content-type": "application/json" },
    body: JSON.stringify(INSTANCE_REQUEST),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} failed`);
  return result;
}

async function ask(url: string): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(INSTANCE_REQUEST),
  });
  return response.text();
}
