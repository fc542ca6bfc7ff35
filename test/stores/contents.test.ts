import { duckDbClient, IN_MEMORY, openBenchmarkStore, openStoreOn } from "../../src/stores/benchmarks";
import { contentsOf } from "../../src/stores/benchmarks/contents";
import { newVersions } from "../../src/stores/benchmarks/versions";
import { dated, entry, manyEntries } from "./support/entries";

const [EARLY, LATE] = ["2026-01-05T00:00:00.000Z", "2026-03-07T00:00:00.000Z"];

/** Contents of a store in which lists of entries were recorded one after the other. */
function contentsAfter(...imports: { entries: ReturnType<typeof manyEntries>; at: string }[]): string | null {
  const versions: Parameters<typeof contentsOf>[0][number][] = [];
  for (const { entries, at } of imports) versions.push(...newVersions(entries, versions, at));
  return contentsOf(versions);
}

describe("contents of a benchmark store", () => {
  it("are the same whenever they were recorded", () => {
    const entries = [...manyEntries(40), entry(), dated(30, "2025-07-01")];
    expect(contentsAfter({ entries, at: EARLY })).toMatch(/^contents [0-9a-f]{64}$/);
    expect(contentsAfter({ entries, at: LATE })).toBe(contentsAfter({ entries, at: EARLY }));
  });

  it("are others where the moment of recording decides from when a version is in force", () => {
    const recordedAgain = (at: string) =>
      contentsAfter({ entries: [dated(30, null)], at: EARLY }, { entries: [dated(40, null)], at });
    expect(recordedAgain(LATE)).not.toBe(recordedAgain("2026-03-08T00:00:00.000Z"));
  });

  it("are others in another order, with one less, and with another value", () => {
    const entries = manyEntries(3);
    const all = contentsAfter({ entries, at: EARLY });
    const changed = entries.map((one, index) => (index === 1 ? { ...one, note: "measured again" } : one));
    for (const others of [[...entries].reverse(), entries.slice(1), changed])
      expect(contentsAfter({ entries: others, at: EARLY })).not.toBe(all);
  });

  it("are not compared where two versions of a key begin on the same day: the later record is in force", () => {
    const [one, other] = [dated(30, "2026-01-05"), dated(40, "2026-01-05")];
    expect(contentsAfter({ entries: [one], at: EARLY }, { entries: [other], at: EARLY })).toBeNull();
    expect(contentsAfter({ entries: [one], at: EARLY }, { entries: [other], at: LATE })).not.toBeNull();
  });
});

describe("the revision of a benchmark store", () => {
  it("is that of its contents, up to a thousand versions", async () => {
    const [small, large] = await Promise.all(
      [1_000, 1_001].map(async (count) => {
        const store = await openBenchmarkStore(
          { kind: "duckdb", path: IN_MEMORY },
          { seed: () => manyEntries(count) },
        );
        const revision = await store.revision();
        await store.close();
        return revision;
      }),
    );
    expect(small).toMatch(/^contents /);
    expect(large).not.toMatch(/^contents /);
  });

  it("is that of the database while another process writes to it, and where it cannot be read", async () => {
    const client = duckDbClient(IN_MEMORY);
    let written = 0;
    const store = await openStoreOn({ ...client, revision: async () => String(written++) });
    expect(await store.revision()).toBe("0");
    const unreadable = {
      ...client,
      revision: async () => "written",
      query: async (sql: string, parameters?: Parameters<typeof client.query>[1]) => {
        if (sql.includes("LIMIT")) throw new Error("no access");
        return client.query(sql, parameters);
      },
    };
    expect(await (await openStoreOn(unreadable)).revision()).toBe("written");
    await store.close();
  });

  it("does not come back when an import is undone: who asked before it may have read after it", async () => {
    const store = await openBenchmarkStore(
      { kind: "duckdb", path: IN_MEMORY },
      { seed: () => manyEntries(3) },
    );
    const before = await store.revision();
    const { id } = await store.import([entry()]);
    await store.findByModels([entry().model], null);
    await store.undo(id as number);
    const after = await store.revision();
    expect(after).not.toBe(before);
    expect(await store.revision()).toBe(after);
    await store.import([entry()]);
    const imported = await store.revision();
    await store.undo((id as number) + 1);
    expect([before, after, imported]).not.toContain(await store.revision());
    await store.close();
  });
});
