import { Agent } from "node:http";
import { until } from "../access/support/until";
import { type PostgresServer, startPostgres } from "../stores/support/postgres-server";
import { type GraphProcess, startGraph, stopGraph } from "./support/graph-process";
import { ask } from "./support/load";

let postgres: PostgresServer;
let graph: GraphProcess;
const PASSWORD = "hush-hush-7391";
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  postgres = await startPostgres();
  const address = await postgres.createDatabase();
  // The server of the tests takes any password.
  graph = await startGraph({ DATABASE_URL: address.replace("postgres@", `postgres:${PASSWORD}@`) });
});
afterAll(async () => {
  agent.destroy();
  graph.child.kill("SIGKILL");
  await graph.ended;
  await postgres.stop();
});

type Body = Record<string, unknown>;

async function answerTo(query: string): Promise<Body> {
  const outcome = await ask(graph.url, { query }, agent);
  if (outcome.kind !== "answered") throw new Error(JSON.stringify(outcome));
  return outcome.body;
}

const TOKENS =
  '{ serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000}) { footprint(during: {hours: 1}) { total { kgCo2Equivalent } } } }';
const INSTANCE =
  '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { footprint(during: {hours: 1}) { total { kgCo2Equivalent } } } }';
const PORTFOLIO = `{ portfolio(during: {hours: 1}, items: [
  {resource: {instance: {type: "PRO2-S", zone: "fr-par-2"}}}
  {resource: {serverlessUsage: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000}}}
]) { items { error { code message } footprint { total { kgCo2Equivalent } } } footprint { total { kgCo2Equivalent } } } }`;
const KG = { kgCo2Equivalent: expect.any(Number) };

async function expectAway(): Promise<void> {
  expect(await answerTo(TOKENS)).toMatchObject({
    data: { serverlessUsage: null },
    errors: [
      { path: ["serverlessUsage", "footprint"], extensions: { code: "STORE_UNAVAILABLE", retryable: true } },
    ],
  });
  expect(await answerTo(INSTANCE)).toEqual({ data: { instance: { footprint: { total: KG } } } });
  const { data, errors } = await answerTo(PORTFOLIO);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    portfolio: {
      items: [
        { error: null, footprint: { total: KG } },
        { error: { code: "STORE_UNAVAILABLE" }, footprint: null },
      ],
      footprint: { total: KG },
    },
  });
}

async function expectThere(): Promise<void> {
  // A pool may hold a connection of which it does not know yet that it is dead.
  await until(async () => (await answerTo(TOKENS)).errors === undefined);
  expect(await answerTo(TOKENS)).toMatchObject({ data: { serverlessUsage: { footprint: { total: KG } } } });
  expect(JSON.stringify(await answerTo(PORTFOLIO))).not.toContain('"code"');
}

const readiness = async (): Promise<[number, unknown]> => {
  const response = await fetch(new URL("/health/ready", graph.url));
  return [response.status, await response.json()];
};

it.each([
  ["stops", () => postgres.halt(), () => postgres.resume()],
  ["hangs", () => postgres.freeze(), async () => postgres.thaw()],
])("answers what it can while the database %s, and all when it is back", async (_, leave, comeBack) => {
  await expectThere();
  expect(await readiness()).toEqual([200, { status: "ready" }]);
  await leave();
  try {
    await expectAway();
    expect(await readiness()).toEqual([503, { status: "not ready", notReady: ["benchmarks"] }]);
    expect((await fetch(new URL("/health/live", graph.url))).status).toBe(200);
  } finally {
    await comeBack();
  }
  await expectThere();
  expect(await readiness()).toEqual([200, { status: "ready" }]);
  const reasons = graph.log().filter(({ message }) => message === "the store of benchmarks failed");
  expect(reasons).toContainEqual(expect.objectContaining({ level: "warn", operation: "find" }));
});

it("ends as usual after all that", async () => {
  const { code, stdout, stderr } = await stopGraph(graph);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).not.toContain(PASSWORD);
});
