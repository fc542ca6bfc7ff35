import fc from "fast-check";
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { postJson } from "../support/post-json";
import { usualComposition } from "../support/usual";
import { faultsOf } from "./support/closed-list";
import { RIGHT } from "./support/right-inputs";
import { runs } from "./support/seed";
import { oddKey, oddValue } from "./support/values";

const schema = usualComposition().schema.executable;

const ENTITIES = [
  "Server",
  "Bucket",
  "Cluster",
  "Deployment",
  "Volume",
  "LanguageModel",
  "__proto__",
  "Nothing",
];
const REPRESENTED = [
  "id",
  "zone",
  "region",
  "commercialType",
  "storageClass",
  "storedGb",
  "sizeGb",
  "pools",
  "nodes",
];

interface Place {
  readonly product: string;
  readonly path: readonly string[];
}

/** Every field of the inputs of every product, at any depth. */
function placesIn(type: GraphQLInputType, path: readonly string[]): string[][] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  return Object.values((named as GraphQLInputObjectType).getFields()).flatMap((field) => {
    const here = [...path, ...(isListed(field.type) ? [field.name, "0"] : [field.name])];
    return [[...path, field.name], ...placesIn(field.type, here)];
  });
}

function isListed(type: GraphQLInputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

const fields = schema.getQueryType()?.getFields() ?? {};
const places: Place[] = Object.keys(RIGHT).flatMap((product) => {
  const input = fields[product]?.args.find(({ name }) => name === "input");
  const paths = input === undefined ? [] : [[], ...placesIn(input.type, [])];
  return paths.map((path) => ({ product, path }));
});

/** The same with something else in one place. */
function withOdd(value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown {
  if (key === undefined) return odd;
  const inside = (value as Record<string, unknown> | undefined)?.[key];
  if (Array.isArray(value))
    return value.map((one, index) => (String(index) === key ? withOdd(one, rest, odd) : one));
  return { ...(value as object), [key]: withOdd(inside, rest, odd) };
}

describe("odd values", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterAll(async () => {
    const alive = await graph.askText("{ methodology { id } }");
    await graph.stop();
    expect([alive.errors, graph.faults]).toEqual([undefined, []]);
  });

  async function faults(query: string, variables: unknown): Promise<string[]> {
    return faultsOf((await postJson(graph.url, { query, variables })).text);
  }

  const SHOWN =
    "{ name footprint { total { kgCo2Equivalent m3WaterUsage } notes components { name } } alternatives { rank } }";

  it(`in each of ${places.length} fields of inputs are answered as what they are`, async () => {
    const one = fc.asyncProperty(fc.constantFrom(...places), oddValue, async ({ product, path }, odd) => {
      const input = withOdd(RIGHT[product], path, odd);
      const type = fields[product]?.args.find(({ name }) => name === "input")?.type;
      const alone = await faults(`query($input: ${type}) { ${product}(input: $input) ${SHOWN} }`, { input });
      const query = `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) {
        footprint { total { kgCo2Equivalent } } items { error { code message } footprint { notes } } } }`;
      const inPortfolio = await faults(query, { items: [{ resource: { [product]: input } }] });
      expect([...alone, ...inPortfolio]).toEqual([]);
    });
    await fc.assert(one, runs(300));
  });

  it("in periods, counts, labels and arguments are answered as what they are", async () => {
    const period = fc.dictionary(fc.constantFrom("hours", "start", "end", "asOf"), oddValue, { maxKeys: 3 });
    const one = fc.asyncProperty(period, oddValue, oddValue, async (during, count, label) => {
      const query = `query($d: PeriodInput, $i: [PortfolioItemInput!]!, $load: Float, $day: Date) {
        instance(input: { type: "PRO2-S", zone: "fr-par-2" }, asOf: $day) {
          footprint(during: $d, cpuLoadPercent: $load) { total { kgCo2Equivalent } notes } }
        portfolio(items: $i, during: $d) { footprint { total { kgCo2Equivalent } notes } items { label error { code } } } }`;
      const resource = { instance: RIGHT.instance };
      const variables = { d: during, i: [{ resource, count, label, during }], load: count, day: label };
      const each = Object.keys(variables).map((name) => ({
        d: null,
        i: [{ resource }],
        [name]: variables[name as keyof typeof variables],
      }));
      for (const some of [variables, ...each]) expect(await faults(query, some)).toEqual([]);
    });
    await fc.assert(one, runs(80));
  });

  it("in what a gateway sends of entities are answered as what they are", async () => {
    const key = fc.oneof(fc.constantFrom(...REPRESENTED), oddKey);
    const representation = fc
      .tuple(fc.dictionary(key, oddValue, { maxKeys: 5 }), fc.constantFrom(...ENTITIES))
      .map(([values, __typename]) => ({ ...values, __typename }));
    const one = fc.asyncProperty(
      fc.array(fc.oneof(representation, oddValue), { maxLength: 4 }),
      async (r) => {
        const query = `query($r: [_Any!]!) { _entities(representations: $r) { __typename
        ... on Server { id footprint { notes } } ... on Bucket { footprint { notes } } ... on Cluster { footprint { notes } }
        ... on Deployment { footprint { notes } } ... on Volume { footprint { notes } } ... on LanguageModel { name } } }`;
        expect(await faults(query, { r })).toEqual([]);
      },
    );
    await fc.assert(one, runs(200));
  });

  it("in the parameters of a request are answered as what they are", async () => {
    const body = fc.dictionary(
      fc.oneof(fc.constantFrom("query", "variables", "operationName", "extensions", "documentId"), oddKey),
      oddValue,
      { maxKeys: 5 },
    );
    const one = fc.asyncProperty(fc.oneof(body, oddValue), async (sent) => {
      expect(faultsOf((await postJson(graph.url, sent)).text)).toEqual([]);
    });
    await fc.assert(one, runs(300));
  });
});
