import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { usualComposition } from "../support/usual";
import type { BareEstimates } from "./support/bare-estimates";

const RUNNER = join(__dirname, "..", "stores", "support", "run-typescript.cjs");
const PROGRAM = join(__dirname, "support", "bare-estimates.ts");
const NOW = "2026-11-25T00:00:00Z";
const GRAPH =
  /node_modules\/(graphql|type-graphql|@apollo|graphql-[a-z-]+|@graphql-[a-z-]+|express|compression)\//;
/** Drivers, and what opens a store with them. */
const DATABASE =
  /node_modules\/(@duckdb|pg)\/|\/stores\/benchmarks\/(open|duckdb-client|postgres-client|csv-reader)\.ts$/;

const bare = JSON.parse(
  execFileSync(process.execPath, [RUNNER, PROGRAM, NOW], { encoding: "utf8", maxBuffer: 1e9 }),
) as BareEstimates;

describe("estimates in a bare process", () => {
  it("load no GraphQL and no HTTP, and no database before tokens are asked for", () => {
    expect(bare.loaded.filter((file) => GRAPH.test(file))).toEqual([]);
    expect(bare.loaded.filter((file) => /\/src\/(graphql|server)\/|\/schema\/types\//.test(file))).toEqual(
      [],
    );
    expect(bare.loadedBeforeTokens.filter((file) => DATABASE.test(file))).toEqual([]);
    // It is seen at all: tokens need the database.
    expect(bare.loaded.some((file) => DATABASE.test(file))).toBe(true);
  });

  it("are those of the graph, for every sample of every product", async () => {
    const { plugins, sessionAt } = usualComposition();
    const session = sessionAt(new Date(NOW));
    const ofGraph: Record<string, object> = {};
    for (const { kind, samples } of plugins) {
      for (const [name, spec] of Object.entries(samples?.().valid ?? {})) {
        ofGraph[`${kind}: ${name}`] = (await session.footprint(kind, spec, null)).parts;
      }
    }
    expect(Object.keys(ofGraph).length).toBeGreaterThan(plugins.length);
    expect(bare.parts).toEqual(JSON.parse(JSON.stringify(ofGraph)));
  });
});
