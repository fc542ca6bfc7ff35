import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { readConfig } from "../../src/process/config";
import { post } from "../http/support/ask";
import { type GraphProcess, startGraph, stopGraph } from "./support/graph-process";

let graph: GraphProcess;
beforeAll(async () => {
  graph = await startGraph({ FOOTPRINT_METRICS: "on" });
});
afterAll(() => stopGraph(graph));

/** Value by name and labels. */
async function metrics(): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(new URL("/metrics", graph.url));
  expect(response.headers.get("content-type")).toContain("text/plain");
  const lines = (await response.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

/** By Node itself, since `fetch` refuses methods and paths that make no sense. */
function send(method: string, path: string): Promise<number> {
  const { hostname, port } = new URL(graph.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end();
  });
}

const usage = (alias: string, model: string): string =>
  `${alias}: serverlessUsage(input: {model: "${model}", region: "fr-par", outputTokens: 9}) { footprint { total { kgCo2Equivalent } } }`;

it("count requests, errors, calculations and what is asked of the store", async () => {
  await post(graph.url, {
    query: `{ ${usage("a", "gpt-oss-120b")} ${usage("b", "llama-3.3-70b-instruct")} }`,
  });
  await post(graph.url, { query: '{ instance(input: {type: "PRO2S", zone: "fr-par-2"}) { name } }' });
  await post(graph.url, { query: "{ nonsense }" });
  const now = await metrics();
  expect(now.get('footprint_requests_total{route="/graphql",method="POST",status="200",outcome="ok"}')).toBe(
    1,
  );
  expect(
    now.get('footprint_requests_total{route="/graphql",method="POST",status="200",outcome="refused"}'),
  ).toBe(2);
  expect(now.get('footprint_request_duration_seconds_count{route="/graphql"}')).toBe(3);
  expect(now.get('footprint_errors_total{code="UNKNOWN_INSTANCE_TYPE"}')).toBe(1);
  expect(now.get('footprint_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
  expect(now.get('footprint_calculations_total{kind="serverlessUsage"}')).toBe(2);
  expect(now.get('footprint_calculations_total{kind="instance"}')).toBeGreaterThan(0);
  expect(now.get('footprint_benchmark_batch_models_bucket{le="1"}')).toBe(0);
  expect(now.get('footprint_benchmark_batch_models_bucket{le="2"}')).toBe(1);
  expect(now.get('footprint_store_duration_seconds_count{operation="find"}')).toBe(1);
  expect(now.get("footprint_requests_in_flight")).toBe(1);
  expect(now.get("footprint_ready")).toBe(1);
  expect(now.get('footprint_info{methodology="2026-05"}')).toBe(1);
  expect(now.get("footprint_newest_factor_timestamp_seconds")).toBeGreaterThanOrEqual(
    Date.parse("2025-12-02") / 1000,
  );
  expect(now.get("process_resident_memory_bytes")).toBeGreaterThan(0);
});

it("do not grow with what clients choose", async () => {
  const throwAll = async (round: number): Promise<void> => {
    for (let index = 0; index < 40; index += 1) {
      const word = `w${round}_${index}`;
      await post(graph.url, { query: `query ${word} { methodology { id } }`, operationName: word });
      await post(graph.url, { query: `query ${word} { methodology { id } }`, operationName: `${word}_none` });
      await post(graph.url, { query: `{ instance(input: {type: "${word}", zone: "${word}"}) { name } }` });
      await post(graph.url, {
        query: `{ ${word} }`,
        extensions: { persistedQuery: { version: index, sha256Hash: word } },
      });
      await post(
        graph.url,
        { query: "{ __typename }" },
        { "x-request-id": word, accept: index % 2 ? "text/csv" : "*/*" },
      );
      await send("GET", `/${word}/metrics?${word}`);
      await send(
        ["PROPFIND", "REPORT", "PURGE", "MKCOL", "TRACE", "PATCH"][index % 6] as string,
        `/graphql?${word}`,
      );
      await send(["SUBSCRIBE", "LOCK", "UNLOCK", "SEARCH"][index % 4] as string, `/${word}`);
    }
  };
  await throwAll(1);
  const before = await metrics();
  await throwAll(2);
  const after = await metrics();
  expect([...after.keys()].filter((series) => /w[12]_/.test(series))).toEqual([]);
  // The process collects garbage of a kind for the first time when it likes.
  const seriesOf = (now: ReadonlyMap<string, number>) =>
    [...now.keys()].filter((name) => !/^nodejs_(gc|active)_/.test(name)).sort();
  expect(seriesOf(after)).toEqual(seriesOf(before));
  const ours = [...after.keys()].filter((series) => series.startsWith("footprint_"));
  expect(ours.length).toBeLessThan(150);
});

it("forget requests whose client is gone, those that wait on its connection too", async () => {
  const socket = connect(Number(new URL(graph.url).port), "127.0.0.1");
  const head = "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
  socket.write(`${head}content-length: 9\r\nexpect: 100-continue\r\n\r\n`);
  await once(socket, "data");
  expect((await metrics()).get("footprint_requests_in_flight")).toBe(2);
  socket.destroy();
  while ((await metrics()).get("footprint_requests_in_flight") !== 1) await sleep(20);

  const pipelined = connect(Number(new URL(graph.url).port), "127.0.0.1");
  const body = JSON.stringify({ query: "{ localities { name pue { value } } }" });
  pipelined.write(`${head}content-length: ${body.length}\r\n\r\n${body}`.repeat(20));
  await once(pipelined, "data");
  pipelined.destroy();
  while ((await metrics()).get("footprint_requests_in_flight") !== 1) await sleep(20);
});

describe("where they are served", () => {
  it.each([
    [{}, true],
    [{ HOST: "0.0.0.0" }, false],
    [{ HOST: "0.0.0.0", FOOTPRINT_METRICS: "on" }, true],
    [{ HOST: "0.0.0.0", FOOTPRINT_METRICS_PORT: "9464" }, true],
    [{ FOOTPRINT_METRICS: "off" }, false],
    [{ FOOTPRINT_METRICS: "off", FOOTPRINT_METRICS_PORT: "9464" }, false],
  ])("%j: %s", (environment, isOn) => {
    expect(readConfig(environment).metrics).toBe(isOn);
  });

  it("is a port of their own, when they have one, with health beside them", async () => {
    const apart = await startGraph({ FOOTPRINT_METRICS_PORT: "0" });
    await apart.untilLogged(({ message }) => String(message).startsWith("Metrics"));
    expect((await fetch(new URL("/metrics", apart.url))).status).toBe(404);
    expect(await (await fetch(`${apart.inside}/metrics`)).text()).toContain("footprint_ready 1");
    expect((await fetch(`${apart.inside}/health/ready`)).status).toBe(200);
    expect((await fetch(`${apart.inside}/graphql`)).status).toBe(404);
    expect((await stopGraph(apart)).code).toBe(0);
  });

  it("is nowhere when they are off", async () => {
    const off = await startGraph({ FOOTPRINT_METRICS: "off" });
    expect((await fetch(new URL("/metrics", off.url))).status).toBe(404);
    expect((await stopGraph(off)).code).toBe(0);
  });
});
