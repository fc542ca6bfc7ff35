import { isNonNullType } from "graphql";
import { PLUGINS } from "../../src/compose";
import { queriesThatCanNullAll } from "../../src/plugin-kit/null-answers";
import { compareSchemas } from "../../src/tools/schema-diff";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { literalOf } from "../support/measured";
import { usualComposition } from "../support/usual";

const LB = `resource: { loadBalancer: { type: "LB-S", zone: "fr-par-1" } }`;
const BEFORE_ALL = `asOf: "1990-01-01"`;

type Failing = Readonly<Record<string, readonly [query: string, code: string]>>;

/** What each product refuses first, by its samples. */
const REFUSED: Failing = Object.fromEntries(
  PLUGINS.flatMap(({ kind, samples }) => {
    const [first] = Object.values(samples?.().refused ?? {});
    return first === undefined
      ? []
      : [[kind, [`${kind}(input: ${literalOf(first.spec)}) { name }`, first.code]]];
  }),
);
/** Each query that can fail, failing, with the code of its error. */
const FAILING: Failing = {
  ...REFUSED,
  instance: [`instance(input: { type: "PRO2S", zone: "fr-par-2" }) { name }`, "UNKNOWN_INSTANCE_TYPE"],
  blockVolume: [
    `blockVolume(input: { storageClass: "sbs_5k", sizeGb: -1, zone: "fr-par-1" }) { name }`,
    "BAD_USER_INPUT",
  ],
  objectBucket: [
    `objectBucket(input: { storageClass: "standard", storedGb: 1, region: "fr" }) { name }`,
    "UNKNOWN_REGION",
  ],
  loadBalancer: [`loadBalancer(input: { type: "LB-S", zone: "moon" }) { name }`, "UNKNOWN_ZONE"],
  kubernetesCluster: [
    `kubernetesCluster(input: { controlPlane: "kapsel", region: "fr-par" }) { name }`,
    "UNKNOWN_CONTROL_PLANE",
  ],
  dedicatedDeployment: [
    `dedicatedDeployment(input: { nodeType: "L5", region: "fr-par" }) { name }`,
    "UNKNOWN_NODE_TYPE",
  ],
  serverlessUsage: [
    `serverlessUsage(input: { model: "gpt-oss", region: "fr-par", inputTokens: 1 }) { name }`,
    "UNKNOWN_MODEL",
  ],
  portfolio: [`portfolio(items: [{ ${LB} }], during: { hours: -1 }) { items { label } }`, "BAD_USER_INPUT"],
  compare: [
    `compare(a: { loadBalancer: { type: "LB-S", zone: "fr-par-1" } }, b: { loadBalancer: { type: "LB-S", zone: "moon" } }) { difference { relative } }`,
    "UNKNOWN_ZONE",
  ],
  revision: [
    `revision(items: [{ ${LB} }], from: "2025-07-01", to: "2026-07-01", during: { hours: -1 }) { from }`,
    "BAD_USER_INPUT",
  ],
  servingComparison: [
    `servingComparison(input: { model: "gpt-oss-120b", region: "moon", inputTokens: 1 }) { model { id } }`,
    "UNKNOWN_REGION",
  ],
};
const FAILING_LATER = {
  // What fails below a field that cannot be null takes the query along, and no other.
  footprint: [
    `instance(input: { type: "PRO2-S", zone: "fr-par-2" }, ${BEFORE_ALL}) { footprint { notes } }`,
    "BAD_USER_INPUT",
  ],
  locality: [
    `loadBalancer(input: { type: "LB-S", zone: "fr-par-1" }, ${BEFORE_ALL}) { locality { pue { value } } }`,
    "BAD_USER_INPUT",
  ],
} as const;

const BESIDE = `methodology { id } beside: instance(input: { type: "PRO2-S", zone: "fr-par-1" }) { name footprint { total { kgCo2Equivalent } } }`;

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

describe("a query that fails is null, and those beside it answer", () => {
  it.each(Object.entries({ ...FAILING, ...FAILING_LATER }))("%s", async (_name, [query, code]) => {
    const beside = dataOf(await graph.askText(`{ ${BESIDE} }`));
    const text = `{ failing: ${query} ${BESIDE} }`;
    // From the fourth time on the operation is compiled.
    for (let time = 1; time <= 5; time++) {
      const { status, data, errors } = await graph.askText(text);
      expect(status).toBe(200);
      expect(data).toEqual({ failing: null, ...beside });
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.extensions.code).toBe(code);
      expect(errors?.[0]?.path?.[0]).toBe("failing");
    }
    expect(graph.faults).toEqual([]);
  });

  it("all of them at once", async () => {
    const all = Object.entries(FAILING);
    const query = all.map(([name, [text]]) => `${name}: ${text}`).join("\n");
    const { data, errors } = await graph.askText(`{ ${query} ${BESIDE} }`);
    expect(data).toMatchObject(Object.fromEntries(all.map(([name]) => [name, null])));
    expect(data).toMatchObject({ beside: { name: "PRO2-S" } });
    const codes = new Map((errors ?? []).map(({ path, extensions }) => [path?.[0], extensions.code]));
    expect(codes).toEqual(new Map(all.map(([name, [, code]]) => [name, code])));
  });
});

describe("the schema", () => {
  const { executable, sdl } = usualComposition().schema;
  const queries = Object.values(executable.getQueryType()?.getFields() ?? {});

  it("has no query that can fail and must not be null", () => {
    expect(queriesThatCanNullAll(executable).filter((name) => !name.startsWith("Query._"))).toEqual([]);
  });

  it("has a failing example above of each query that takes a required argument", () => {
    const own = queries.filter(({ name }) => !name.startsWith("_"));
    const fallible = own.filter(({ args }) => args.some(({ type }) => isNonNullType(type)));
    expect(fallible.map(({ name }) => name).sort()).toEqual(Object.keys(FAILING).sort());
  });

  it("says so to clients of an older one", () => {
    const older = sdl.replace(/\): Instance$/m, "): Instance!");
    expect(older).not.toBe(sdl);
    const changes = compareSchemas(older, sdl);
    expect(changes.map(({ severity, type }) => [severity, type])).toEqual([
      ["BREAKING", "FIELD_CHANGED_KIND"],
    ]);
  });
});
