import type { BenchmarkStore } from "../../src/core/language-models";
import {
  openBenchmarkStore,
  openStoreOn,
  postgresClient,
  SHIPPED_SEED,
  type SqlClient,
  seedFromFile,
} from "../../src/stores/benchmarks";
import { FIND_AROUND } from "../../src/stores/benchmarks/statements";
import { entry } from "./support/entries";
import { sharedPostgres } from "./support/shared-postgres";

const MS_PER_DAY = 86_400_000;

let server: Awaited<ReturnType<typeof sharedPostgres>>;
const closing: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  server = await sharedPostgres();
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});
afterAll(() => server.stop());

async function clientAt(url: string): Promise<SqlClient> {
  const client = await postgresClient(url);
  closing.push(client);
  return client;
}

describe("a role that may only read", () => {
  /** The address of a database for a role that has no right but those granted. */
  async function addressOf(role: string, url: string, ...grants: string[]): Promise<string> {
    const owner = await clientAt(url);
    for (const statement of [`CREATE ROLE ${role} LOGIN`, ...grants]) await owner.query(statement);
    return url.replace("postgres@", `${role}@`);
  }

  const open = async (url: string): Promise<BenchmarkStore> => {
    const store = await openBenchmarkStore({ kind: "postgres", url }, { seed: seedFromFile(SHIPPED_SEED) });
    closing.push(store);
    return store;
  };

  it("serves a store that its owner has made, and is refused an import", async () => {
    const url = await server.createDatabase();
    await open(url);
    const reader = await open(
      await addressOf("reader", url, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"),
    );
    await expect(reader.ping()).resolves.toBeUndefined();
    const found = await reader.findByModels(["llama-3.3-70b-instruct"], "2026-01-01");
    expect(found.get("llama-3.3-70b-instruct")?.length).toBeGreaterThan(0);
    expect(await reader.imports()).toHaveLength(1);
    await expect(reader.import([entry()])).rejects.toThrow("permission denied");
    expect(await reader.list()).toHaveLength(seedFromFile(SHIPPED_SEED)().length);
  });

  it("is told that there is no store yet", async () => {
    const url = await addressOf("early", await server.createDatabase());
    await expect(open(url)).rejects.toThrow(
      /^the store lacks migration 1 \(benchmarks\), 2 \(imports\), and the database refuses to make it: permission denied.*with a role that owns the tables/,
    );
  });

  it("is told that a store was never filled", async () => {
    const url = await server.createDatabase();
    await (await openBenchmarkStore({ kind: "postgres", url })).close();
    const empty = await addressOf("empty", url, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO empty");
    await expect(open(empty)).rejects.toThrow(/^the store is empty, and the database refuses to fill it: /);
  });

  it("may be one that imports and undoes, without owning the tables", async () => {
    const url = await server.createDatabase();
    await open(url);
    const writer = await open(
      await addressOf(
        "writer",
        url,
        "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO writer",
        "GRANT DELETE ON footprint_benchmark TO writer",
        "GRANT UPDATE ON footprint_import TO writer",
      ),
    );
    const { id } = await writer.import([entry()]);
    await expect(writer.undo(id ?? 0)).resolves.toMatchObject({ versions: 1 });
  });
});

/** A node of a plan, as EXPLAIN tells it. */
interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Plan[];
}

describe("a question about a model", () => {
  const dayOf = (index: number): string =>
    new Date(Date.UTC(1950, 0, 1) + index * MS_PER_DAY).toISOString().slice(0, 10);

  /** How answering scans the versions, of which one key has so many: kinds of scans, and rows they read. */
  async function scansOf(versions: number, day: string): Promise<{ kinds: string[]; rows: number }> {
    const client = await clientAt(await server.createDatabase());
    const store = await openStoreOn(client);
    await store.import(
      Array.from({ length: versions }, (_, index) => entry({ measuredOn: dayOf(index), note: `${index}` })),
    );
    await client.query("ANALYZE");
    const [row] = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${FIND_AROUND}`, [[entry().model], day]);
    const [told] = (row?.["QUERY PLAN"] ?? []) as { Plan: Plan }[];
    if (told === undefined) throw new Error("there is no plan");
    const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
    const scans = nodes(told.Plan).filter((node) => node["Relation Name"] === "footprint_benchmark");
    const rowsOf = (node: Plan): number =>
      (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
    return {
      kinds: [...new Set(scans.map((node) => node["Node Type"]))],
      rows: scans.reduce((sum, node) => sum + rowsOf(node), 0),
    };
  }

  it.each(["2090-01-01", dayOf(50), "1900-01-01"])(
    "reads what is in force, what comes next and nothing else, however many versions there are: on %s",
    async (day) => {
      const few = await scansOf(2_000, day);
      expect(few.kinds).toEqual(["Index Scan"]);
      const [hasBegun, hasNext] = [day >= dayOf(0), day < dayOf(1_999)];
      expect(few.rows).toBe(Number(hasBegun) + Number(hasNext));
      expect(await scansOf(20_000, day)).toEqual(few);
    },
  );
});
