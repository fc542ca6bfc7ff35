import { readFileSync } from "node:fs";
import { parse } from "graphql";
import { compose } from "../../src/compose";
import { type GraphForm, PLAIN_FORM } from "../../src/graphql/forms";
import { compileCost } from "../../src/graphql/limits";
import type { ComposedSchema } from "../../src/graphql/schema";
import { readConfig } from "../../src/process/config";
import { dataOf, faultsIn, startLiveGraph } from "../support/live-graph";
import { COMPOSERS } from "./support/composers";
import { type FootprintServer, startFootprintServer } from "./support/footprint-server";
import { type Gateway, startApolloGateway, startHiveGateway } from "./support/gateways";
import { type RunningNeighbour, startNeighbour, startNeighbours } from "./support/neighbour-servers";
import { CONSOLE, NEIGHBOURS, SCHOOL, type Subgraph } from "./support/neighbours";

const ALONE: GraphForm = { graph: "entities", prefix: null };
const PREFIXED: GraphForm = { graph: "full", prefix: "Footprint" };
const BOTH: GraphForm = { graph: "entities", prefix: "Emitted_" };
const composers = Object.entries(COMPOSERS);
const schemas = new Map<GraphForm, ComposedSchema>();
/** The schema in a form, composed once for all that look at it. */
function schemaIn(form: GraphForm): ComposedSchema {
  const schema = schemas.get(form) ?? compose({ form }).schema;
  schemas.set(form, schema);
  return schema;
}
const sdlIn = (form: GraphForm): string => schemaIn(form).subgraphSdl;
const around = (sdl: string, ...more: Subgraph[]) => [
  ...NEIGHBOURS,
  CONSOLE,
  ...more,
  { name: "footprint", sdl },
];
const FILES = ["schema/subgraph.entities.graphql", "schema/subgraph.prefixed.graphql"] as const;

describe.each(composers)("beside a neighbour that has our names, %s's composer", (_name, composer) => {
  it("refuses the plain graph", () => {
    const text = composer(around(sdlIn(PLAIN_FORM))).errors.join("\n");
    for (const name of ["Query.instance", "Instance.product", "Product.id"]) expect(text).toContain(name);
  });

  it.each(FILES)("takes %s", (file) => {
    expect(composer(around(readFileSync(file, "utf8"))).errors).toEqual([]);
  });

  it("needs a prefix where a neighbour has words that footprints are made of", () => {
    expect(composer(around(sdlIn(ALONE), SCHOOL)).errors).not.toEqual([]);
    for (const form of [PREFIXED, BOTH]) expect(composer(around(sdlIn(form), SCHOOL)).errors).toEqual([]);
  });
});

it("entities alone have neither our resources nor our queries", () => {
  const sdl = sdlIn(ALONE);
  expect(sdl).not.toMatch(/^(type|interface) (Query|Instance|LoadBalancer|Product|Resource|Locality)\b/m);
  expect(sdl).toMatch(/^type Server @key/m);
  expect(sdl).toMatch(/^type Component\b/m);
});

it("a prefix is before all of our names, and before no name of others", () => {
  const names = [...sdlIn(PREFIXED).matchAll(/^(?:type|interface|input|enum) (\w+)/gm)].map(
    ([, name]) => name ?? "",
  );
  const plain = names.filter((name) => !name.startsWith("Footprint"));
  expect(plain.sort()).toEqual([
    "Bucket",
    "Cluster",
    "ClusterPool",
    "Deployment",
    "Query",
    "Server",
    "Volume",
  ]);
  const { executable } = schemaIn(PREFIXED);
  const queries = Object.keys(executable.getQueryType()?.getFields() ?? {});
  expect(queries.filter((name) => !/^(footprint[A-Z]|_)/.test(name))).toEqual([]);
});

it("a prefix must be a word", () => {
  for (const wrong of ["footprint", "__X", "A-B", "1"])
    expect(() => readConfig({ FOOTPRINT_PREFIX: wrong })).toThrow("FOOTPRINT_PREFIX");
  expect(() => readConfig({ FOOTPRINT_GRAPH: "none" })).toThrow("FOOTPRINT_GRAPH");
  expect(readConfig({ FOOTPRINT_PREFIX: "Eco", FOOTPRINT_GRAPH: "entities" }).form).toEqual({
    graph: "entities",
    prefix: "Eco",
  });
});

it("lists of a prefixed graph are taken to be as long as those of the plain one", () => {
  const parts = "footprint { components { name } equivalences { id } }";
  const cost = (form: GraphForm, query: string): number =>
    compileCost(schemaIn(form).executable, parse(`{ ${query} }`))({});
  const asked = `(input: { type: "PRO2-S", zone: "fr-par-2" }) { ${parts} alternatives { rank } }`;
  const plain = cost(PLAIN_FORM, `instance${asked} instanceTypes { name } factors { id }`);
  expect(
    cost(
      PREFIXED,
      `instance: footprintInstance${asked} instanceTypes: footprintInstanceTypes { name } factors: footprintFactors { id }`,
    ),
  ).toBe(plain);
});

it("a prefixed graph answers as the plain one does, compiled and not", async () => {
  const [plain, prefixed] = await Promise.all([startLiveGraph(), startLiveGraph({ form: PREFIXED })]);
  const cluster = `input: { controlPlane: "kapsule", region: "fr-par", pools: [{ nodeType: "PRO2-S", nodes: 1 }] }`;
  const parts =
    "name footprint { total { kgCo2Equivalent } components { name resource { __typename name } } }";
  const model = `{ __typename: "FootprintLanguageModel", id: "gpt-oss-120b" }`;
  const entity = `_entities(representations: [${model}]) { ... on FootprintLanguageModel { name } }`;
  for (let time = 1; time <= 5; time++) {
    const one = dataOf(
      await plain.askText(`{ kubernetesCluster(${cluster}) { ${parts} } instanceTypes { name } }`),
    );
    const other = dataOf(
      await prefixed.askText(
        `{ footprintKubernetesCluster(${cluster}) { ${parts} } footprintInstanceTypes { name } ${entity} }`,
      ),
    );
    expect(other._entities).toEqual([{ name: "gpt-oss 120B" }]);
    expect(other.footprintInstanceTypes).toEqual(one.instanceTypes);
    const renamed = JSON.stringify(one.kubernetesCluster).replaceAll(
      '"__typename":"',
      '"__typename":"Footprint',
    );
    expect(JSON.stringify(other.footprintKubernetesCluster)).toBe(renamed);
  }
  await Promise.all([plain.stop(), prefixed.stop()]);
});

describe.each([
  [
    "a prefix",
    PREFIXED,
    `ours: footprintInstance(input: { type: "PRO2-S", zone: "fr-par-2" }) { __typename name }`,
  ],
  ["entities alone under a prefix", BOTH, ""],
])("through gateways, with %s", (_name, form, query) => {
  let footprint: FootprintServer;
  let neighbours: RunningNeighbour[];
  let gateways: Gateway[];
  beforeAll(async () => {
    footprint = await startFootprintServer({ form });
    const instance = { id: "i-1", owner: "Ada", server: { id: "s-1" }, product: { id: "p", euros: 13 } };
    const console = await startNeighbour(CONSOLE, {
      Query: { instance: () => instance, products: () => [] },
    });
    neighbours = [...(await startNeighbours()), console];
    const all = [{ name: "footprint", sdl: footprint.sdl, url: footprint.url }, ...neighbours];
    gateways = [
      await startApolloGateway(COMPOSERS.Apollo(all).supergraph),
      await startHiveGateway(COMPOSERS.Guild(all).supergraph),
    ];
  });
  afterAll(async () => {
    for (const one of [...gateways, footprint, ...neighbours]) await one.stop();
  });

  it("joins the neighbour's Instance to our footprint", async () => {
    for (const gateway of gateways) {
      const { data, errors } = await gateway.ask(
        `{ instance(id: "i-1") { owner product { euros } server { hostname footprint { total { kgCo2Equivalent } } } } ${query} }`,
      );
      expect(errors).toBeUndefined();
      const server = { hostname: "web", footprint: { total: { kgCo2Equivalent: expect.any(Number) } } };
      expect(data?.instance).toEqual({ owner: "Ada", product: { euros: 13 }, server });
      if (query !== "") expect(data?.ours).toEqual({ __typename: "FootprintInstance", name: "PRO2-S" });
    }
    expect(faultsIn(footprint.log)).toEqual([]);
  });
});
