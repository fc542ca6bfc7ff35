import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { until } from "../access/support/until";
import { post } from "../http/support/ask";
import { freePort } from "../support/free-port";
import { startGraph, stopGraph } from "./support/graph-process";

const RUNNER = join(__dirname, "../stores/support/run-typescript.cjs");
const MAIN = join(__dirname, "../../src/main.ts");
const QUERY = { query: '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { name } }' };

let child: ChildProcess | undefined;
afterEach(() => child?.kill("SIGKILL"));

it("goes on when its terminal hangs up and the readers of its log have gone, and ends when it is told to", async () => {
  const graph = await startGraph({ FOOTPRINT_LOG_LEVEL: "debug" });
  child = graph.child;
  for (const _ of [1, 2, 3]) {
    graph.child.kill("SIGHUP");
    expect((await post(graph.url, QUERY)).status).toBe(200);
  }
  graph.child.stdout?.destroy();
  graph.child.stderr?.destroy();
  for (const _ of [1, 2, 3]) {
    graph.child.kill("SIGHUP");
    expect((await post(graph.url, QUERY)).status).toBe(200);
  }
  expect((await post(graph.url, "{")).status).toBe(400);
  expect((await stopGraph(graph)).code).toBe(0);
});

it.each([
  ["is full", () => openSync("/dev/full", "w")],
  ["is read-only", () => openSync(__filename, "r")],
])("goes on when the disk of its log %s", async (_, open) => {
  const PORT = String(await freePort());
  const full = open();
  child = spawn(process.execPath, [RUNNER, MAIN], {
    env: { ...process.env, HOST: "127.0.0.1", PORT, FOOTPRINT_STORE: ":memory:", FOOTPRINT_THREADS: "0" },
    stdio: ["ignore", full, full],
  });
  closeSync(full);
  const ended = once(child, "close");
  const ask = () => post(`http://127.0.0.1:${PORT}/graphql`, QUERY);
  await until(async () => (await ask().catch(() => null))?.status === 200);
  expect((await ask()).status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});
