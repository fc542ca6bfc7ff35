import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DocumentNode, Kind, parse, print, type SelectionSetNode, visit } from "graphql";
import { IN_MEMORY, openBenchmarkStore } from "../../src/stores/benchmarks";
import { PROBING, PUBLISHED } from "../clients/support/asked";
import { entry } from "../stores/support/entries";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

/** Each id and its type, with all that answers said of it, field by field. */
type Known = Map<string, { readonly type: string; readonly fields: Map<string, string> }>;

interface Contradiction {
  readonly id: string;
  readonly field: string;
  readonly said: readonly unknown[];
}

/** Notes what an answer says of things with an id, and finds what it said otherwise before. */
function contradictions(answer: unknown, known: Known): Contradiction[] {
  if (Array.isArray(answer)) return answer.flatMap((item) => contradictions(item, known));
  if (typeof answer !== "object" || answer === null) return [];
  const { __typename: type, id, ...fields } = answer as Record<string, unknown>;
  const below = Object.values(fields).flatMap((value) => contradictions(value, known));
  if (typeof id !== "string" || typeof type !== "string") return below;
  const thing = known.get(id) ?? { type, fields: new Map<string, string>() };
  known.set(id, thing);
  // Relay knows things by their id alone.
  const ofTypes = thing.type === type ? [] : [{ id, field: "__typename", said: [thing.type, type] }];
  const ofFields = Object.entries(fields).flatMap(([field, value]) => {
    const text = JSON.stringify(value, reference);
    const before = thing.fields.get(field) ?? text;
    thing.fields.set(field, text);
    return before === text || field === "benchmarks" ? [] : [{ id, field, said: [before, text] }];
  });
  return [...below, ...ofTypes, ...ofFields];
}

/** Of a thing with an id, its id: what else is said of it is told at its own place. */
function reference(_key: string, value: unknown): unknown {
  const isThing = typeof value === "object" && value !== null && "id" in value && "__typename" in value;
  return isThing ? value.id : value;
}

const TYPE_NAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;

function withTypeNames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: (set): SelectionSetNode => ({ ...set, selections: [...set.selections, TYPE_NAME] }),
  });
}

async function contradictionsIn(graph: LiveGraph, asked: typeof PUBLISHED): Promise<Contradiction[]> {
  const known: Known = new Map();
  const found: Contradiction[] = [];
  for (const { text, variables } of asked) {
    const answer = dataOf(await graph.askText(print(withTypeNames(parse(text))), variables));
    found.push(...contradictions(answer, known));
  }
  expect([...new Set([...known.values()].map(({ type }) => type))].sort()).toEqual(
    expect.arrayContaining(["Equivalence", "Factor", "Methodology", "Product"]),
  );
  return found;
}

let running: LiveGraph | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

it("an id says one thing, in all answers, and is of one type", async () => {
  running = await startLiveGraph();
  expect(await contradictionsIn(running, [...PUBLISHED, ...PROBING])).toEqual([]);
});

it("the search finds what is said twice", () => {
  const known: Known = new Map();
  const factor = (value: number) => ({ of: [{ __typename: "Factor", id: "a", value }] });
  expect(contradictions(factor(1), known)).toEqual([]);
  expect(contradictions(factor(2), known)).toEqual([{ id: "a", field: "value", said: ["1", "2"] }]);
  expect(contradictions({ __typename: "Product", id: "a" }, known)).toHaveLength(1);
});

describe("with an operator's own vintages", () => {
  const HEADER = "id,name,value,low,high,unit,confidence,valid_from,valid_to,source,url,recorded,note";
  let graph: LiveGraph;
  let dataOverlay: string;
  beforeAll(async () => {
    dataOverlay = mkdtempSync(join(tmpdir(), "footprint-identity-"));
    mkdirSync(join(dataOverlay, "core"));
    writeFileSync(
      join(dataOverlay, "core", "presentation.csv"),
      [
        HEADER,
        "equivalence.ship,Kilometres by ship,0.5,0.5,0.5,kgCO2e/km,ASSUMED,2020-01-01,2026-01-01,a test,,,",
        "equivalence.ship,Kilometres by ship,0.4,0.4,0.4,kgCO2e/km,ASSUMED,2026-01-01,,a test,,,",
      ].join("\n"),
    );
    graph = await startLiveGraph({ dataOverlay });
  });
  afterAll(async () => {
    await graph.stop();
    rmSync(dataOverlay, { recursive: true });
  });

  it("an equivalence is that of the vintage in force", async () => {
    interface Bucket {
      footprint: {
        total: { kgCo2Equivalent: number };
        equivalences: { id: string; unit: string; amount: number }[];
      };
    }
    const answer = dataOf(
      await graph.askText(`{ before: ${bucket("2025-08-01")} after: ${bucket("2026-02-01")} }`),
    ) as unknown as Record<"before" | "after", Bucket>;
    for (const [name, vintage, perKm] of [
      ["before", "2020-01-01", 0.5],
      ["after", "2026-01-01", 0.4],
    ] as const) {
      const { total, equivalences } = answer[name].footprint;
      const amount = total.kgCo2Equivalent / perKm;
      const id = `equivalence.ship@${vintage}:${amount}`;
      expect(equivalences.filter((one) => one.id.includes("ship"))).toEqual([{ id, amount, unit: "km" }]);
    }
  });

  const bucket = (asOf: string): string =>
    `objectBucket(input: { storageClass: "standard", storedGb: 10, region: "fr-par" }, asOf: "${asOf}") {
      footprint { total { kgCo2Equivalent } equivalences { id unit amount } }
    }`;
});

it("two speeds that were handed in on one day are two", async () => {
  const benchmarks = await openBenchmarkStore({ kind: "duckdb", path: IN_MEMORY });
  const graph = await startLiveGraph({ benchmarks });
  running = graph;
  const ids: unknown[] = [];
  for (const source of ["a run", "a better run"]) {
    await benchmarks.import([entry({ model: "gpt-oss-120b", measuredOn: "2026-01-01", source })]);
    const { languageModels } = dataOf(
      await graph.askText("{ languageModels { id benchmarks { id tokensPerSecond { id source } } } }"),
    ) as unknown as {
      languageModels: { benchmarks: { id: string; tokensPerSecond: { id: string; source: string } }[] }[];
    };
    const [speed, ...others] = languageModels.flatMap((model) => model.benchmarks);
    expect(others).toEqual([]);
    expect(speed?.tokensPerSecond.source).toBe(source);
    ids.push(speed?.id, speed?.tokensPerSecond.id);
  }
  expect(new Set(ids).size).toBe(4);
});
