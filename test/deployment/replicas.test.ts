import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatBenchmarksCsv } from "../../src/stores/benchmarks";
import { until } from "../access/support/until";
import { post } from "../http/support/ask";
import { type GraphProcess, startGraph, stopGraph } from "../operations/support/graph-process";
import { runBenchmarks } from "../stores/support/command-line";
import { entry } from "../stores/support/entries";
import { sharedPostgres } from "../stores/support/shared-postgres";
import { type RoundRobin, startProxy } from "./support/proxy";

const MODEL = "gpt-oss-120b";
const USAGE = `{ serverlessUsage(input: { model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000000 }) {
  footprint(during: { hours: 730 }) { total { kgCo2Equivalent } components { name footprint { total { kgCo2Equivalent } } } }
} }`;
const BENCHMARKS = "{ languageModels { id benchmarks { gpuModel gpuCount tokenType } } }";
const ask = (url: string, query = USAGE) => post(url, { query });

const folder = mkdtempSync(join(tmpdir(), "replicas-"));
let database: Awaited<ReturnType<typeof sharedPostgres>>;
let environment: Record<string, string>;
let replicas: GraphProcess[];
let proxy: RoundRobin;
beforeAll(async () => {
  database = await sharedPostgres();
  environment = { DATABASE_URL: await database.createDatabase() };
  // At once, as a deployment starts them: both find a database without tables.
  replicas = await Promise.all([startGraph(environment), startGraph(environment)]);
  proxy = await startProxy(replicas.map(({ url }) => url));
});
afterAll(async () => {
  await proxy?.stop();
  await Promise.all((replicas ?? []).map(stopGraph));
  await database?.stop();
  rmSync(folder, { recursive: true });
});

describe("two replicas on one database", () => {
  it("give the same answers", async () => {
    const [first, second] = await Promise.all(replicas.map(({ url }) => ask(url)));
    expect(first?.body.errors).toBeUndefined();
    expect(second?.body).toEqual(first?.body);
    for (let n = 0; n < 4; n++) expect((await ask(proxy.url)).body).toEqual(first?.body);
    expect(proxy.answered).toEqual([2, 2]);
  });

  it("see what is imported beside either of them", async () => {
    const imported = { gpuModel: "NVIDIA L4", gpuCount: 7, tokenType: "OUTPUT" } as const;
    const seen = async () =>
      Promise.all(replicas.map(async ({ url }) => JSON.stringify((await ask(url, BENCHMARKS)).body)));
    for (const text of await seen()) expect(text).not.toContain(JSON.stringify(imported));
    const file = join(folder, "speeds.csv");
    writeFileSync(file, formatBenchmarksCsv([entry({ model: MODEL, ...imported })]));
    const { code, stderr } = await runBenchmarks(["import", file], environment);
    expect([code, stderr]).toEqual([0, ""]);
    const [first, second] = await seen();
    expect(first).toContain(JSON.stringify(imported));
    expect(second).toBe(first);
  });

  // The last: it leaves one replica.
  it("go on answering when one of them is killed", async () => {
    const expected = (await ask(proxy.url)).body;
    const statuses: number[] = [];
    let isOver = false;
    const client = async (): Promise<void> => {
      while (!isOver) {
        const answer = await ask(proxy.url);
        expect(answer.body).toEqual(expected);
        statuses.push(answer.status);
      }
    };
    const clients = Array.from({ length: 4 }, client);
    await until(() => statuses.length > 20);
    const [killed, left] = replicas as [GraphProcess, GraphProcess];
    killed.child.kill("SIGKILL");
    expect((await killed.ended).signal).toBe("SIGKILL");
    const [before = 0, others = 0] = proxy.answered;
    await until(() => (proxy.answered[1] ?? 0) > others + 40);
    isOver = true;
    await Promise.all(clients);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(before).toBeGreaterThan(0);
    expect(left.child.exitCode).toBeNull();
  });
});
