import { readFileSync } from "node:fs";
import { faultsIn } from "../support/live-graph";
import { expectClose } from "../support/numbers";
import { FIGURES } from "./support/ask-entities";
import { COMPOSERS } from "./support/composers";
import { type FootprintServer, startFootprintServer } from "./support/footprint-server";
import {
  type Gateway,
  type GatewayAnswer,
  type GatewayError,
  startApolloGateway,
  startHiveGateway,
} from "./support/gateways";
import { FARM, SERVERS } from "./support/inventory-data";
import { type RunningNeighbour, startNeighbours } from "./support/neighbour-servers";

/** What the inventory lists of a project. */
const LISTS = ["servers", "volumes", "buckets", "clusters", "deployments"];

let footprint: FootprintServer;
let neighbours: RunningNeighbour[];
let gateways: Gateway[];
beforeAll(async () => {
  footprint = await startFootprintServer({ projectLists: LISTS });
  neighbours = await startNeighbours();
  const all = [{ name: "footprint", sdl: footprint.sdl, url: footprint.url }, ...neighbours];
  const [byApollo, byGuild] = [COMPOSERS.Apollo(all), COMPOSERS.Guild(all)];
  gateways = await Promise.all([
    startApolloGateway(byApollo.supergraph),
    startHiveGateway(byGuild.supergraph),
    startHiveGateway(byApollo.supergraph),
  ]);
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  await footprint.stop();
  for (const neighbour of neighbours) await neighbour.stop();
});
/** Whatever a gateway sends, it is never a fault of ours. */
afterEach(() => {
  expect(faultsIn(footprint.log)).toEqual([]);
});

interface Asked extends GatewayAnswer {
  /** Queries that reached us for it. */
  readonly requests: readonly string[];
}

/** The same question to each gateway in turn; all must answer the same data. */
async function everywhere<Data>(
  query: string,
  variables?: object,
): Promise<{ data: Data; answers: readonly Asked[] }> {
  const answers: Asked[] = [];
  for (const gateway of gateways) {
    footprint.requests.length = 0;
    const answer = await gateway.ask(query, variables);
    answers.push({ ...answer, requests: [...footprint.requests] });
  }
  const [first, ...others] = answers;
  for (const other of others) expect(other.data).toEqual(first?.data);
  return { data: first?.data as Data, answers };
}

/** Asked without a gateway. */
async function directly<Data>(query: string): Promise<Data> {
  const body = JSON.stringify({ query });
  const response = await fetch(footprint.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return ((await response.json()) as { data: Data }).data;
}

const errorsOf = (answer: Asked): readonly GatewayError[] => answer.errors ?? [];
const TOTAL = "total { kgCo2Equivalent }";
interface Footprinted {
  footprint: { total: { kgCo2Equivalent: number }; notes: string[] };
}

it("joins a project's servers to their footprints and prices, with variables, in one request to us", async () => {
  const { data, answers } = await everywhere<{
    project: { name: string; servers: ({ hostname: string; price: object } & Footprinted)[] };
  }>(
    `query ($id: ID!, $during: PeriodInput, $load: Float) {
       project(id: $id) {
         name price { euros }
         servers { hostname price { euros } footprint(during: $during, cpuLoadPercent: $load) { ...figures } }
       }
     } ${FIGURES}`,
    {
      id: "shop",
      during: { start: "2025-08-01T00:00:00Z", end: "2025-09-15T00:00:00Z" },
      load: 55,
    },
  );
  for (const answer of answers) {
    expect([errorsOf(answer), answer.requests.length]).toEqual([[], 1]);
    expect(answer.requests[0]).toContain("_entities(representations:");
  }
  expect(data.project).toMatchObject({ name: "The shop", price: { euros: 14 } });
  const { alone } = await directly<{ alone: Footprinted }>(
    `{ alone: instance(input: { type: "PRO2-S", zone: "fr-par-2" }) {
         footprint(during: { start: "2025-08-01T00:00:00Z", end: "2025-09-15T00:00:00Z" }, cpuLoadPercent: 55) { ...figures }
       } } ${FIGURES}`,
  );
  expect(data.project.servers[0]).toEqual({ hostname: "web", price: { euros: 13 }, ...alone });
  expect(data.project.servers.map(({ hostname }) => hostname)).toEqual(["web", "db", "gpu"]);
});

it("joins two hundred servers in one request to us", async () => {
  const { data, answers } = await everywhere<{ project: { servers: Footprinted[] } }>(
    `{ project(id: "farm") { servers { id footprint { ${TOTAL} } } } }`,
  );
  expect(answers.map(({ requests }) => requests.length)).toEqual([1, 1, 1]);
  expect(data.project.servers).toHaveLength(FARM.length);
  const figures = data.project.servers.map((server) => server.footprint.total.kgCo2Equivalent);
  expect(new Set(figures).size).toBe(6);
});

it("answers null and the error for a server that cannot be computed, and its neighbours", async () => {
  const { data, answers } = await everywhere<{ project: { servers: object[] } }>(
    `{ project(id: "lab") { servers { hostname footprint { ${TOTAL} } } } }`,
  );
  expect(data.project.servers).toEqual([
    { hostname: "old", footprint: null },
    { hostname: "new", footprint: { total: { kgCo2Equivalent: expect.any(Number) } } },
  ]);
  for (const answer of answers) {
    expect(errorsOf(answer)).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('Unknown Instance type "PRO2S". Did you mean PRO2-S'),
        extensions: expect.objectContaining({
          code: "UNKNOWN_INSTANCE_TYPE",
          field: "commercialType",
          suggestions: expect.arrayContaining(["PRO2-S"]),
        }),
      }),
    ]);
  }
  const paths = answers.map((answer) => errorsOf(answer)[0]?.path);
  expect(paths[0]).toEqual(["project", "servers", 0, "footprint"]);
  // Hive's gateway leaves the places in lists out of the paths of errors of entities.
  for (const path of paths)
    expect(path?.filter((step) => typeof step === "string")).toEqual(["project", "servers", "footprint"]);
});

it("answers null and the error for a query of ours that fails, and the queries of others", async () => {
  const { data, answers } = await everywhere<object>(
    `{ servers { hostname } instance(input: { type: "PRO2S", zone: "fr-par-2" }) { name } methodology { id } }`,
  );
  expect(data).toEqual({
    servers: SERVERS.map(({ hostname }) => ({ hostname })),
    instance: null,
    methodology: { id: "scaleway-environmental-footprint" },
  });
  const codes = answers.map((answer) => errorsOf(answer).map(({ extensions }) => extensions?.code));
  expect(codes).toEqual(answers.map(() => ["UNKNOWN_INSTANCE_TYPE"]));
});

interface Shop {
  project: Footprinted & Record<string, (Footprinted & { model: { benchmarks: object[] } })[]>;
}
const SHOP = `{ project(id: "shop") {
  footprint { ${TOTAL} notes }
  ${LISTS.map((list) => `${list} { footprint { ${TOTAL} notes } ${list === "deployments" ? "model { name benchmarks { id } }" : ""} }`).join(" ")}
} }`;

it("gives all five a footprint, and their project the sum of them", async () => {
  const { data, answers } = await everywhere<Shop>(SHOP);
  expect(answers.map(errorsOf)).toEqual([[], [], []]);
  const parts = LISTS.flatMap((list) => data.project[list] ?? []);
  const figures = parts.map((part) => part.footprint.total.kgCo2Equivalent);
  expect(figures).toHaveLength(7);
  expect(figures.every((figure) => figure > 0)).toBe(true);
  expectClose(
    data.project.footprint.total.kgCo2Equivalent,
    figures.reduce((sum, figure) => sum + figure, 0),
  );
  expect(data.project.footprint.notes.join()).not.toContain("could not be computed");
  expect(data.project.deployments?.[0]?.model.benchmarks.length).toBeGreaterThan(0);
});

it("says what a project's sum leaves out", async () => {
  const { data, answers } = await everywhere<{
    project: Footprinted & { servers: (Footprinted | { footprint: null })[] };
  }>(`{ project(id: "lab") { name footprint { ${TOTAL} notes } servers { footprint { ${TOTAL} } } } }`);
  const [, known] = data.project.servers;
  expectClose(
    data.project.footprint.total.kgCo2Equivalent,
    known?.footprint?.total.kgCo2Equivalent ?? Number.NaN,
  );
  expect(data.project.footprint.notes).toContain(
    "1 of the resources could not be computed and is not in the sum.",
  );
  expect(data.project.footprint.notes.join()).toContain('servers: Unknown Instance type "PRO2S"');
  // The server itself has the error; the sum has a note.
  for (const answer of answers) expect(errorsOf(answer)).toHaveLength(1);
});

it("passes queries of ours on, each pinned to its own day", async () => {
  const query = `{
    old: instance(input: { type: "PRO2-S", zone: "fr-par-1" }, asOf: "2025-08-01") { footprint { ...figures } }
    now: instance(input: { type: "PRO2-S", zone: "fr-par-1" }) { footprint { ...figures } }
  } ${FIGURES}`;
  const { data, answers } = await everywhere<{ old: object; now: object }>(query);
  expect(answers.map(errorsOf)).toEqual([[], [], []]);
  expect(data).toEqual(await directly(query));
  expect(data.old).not.toEqual(data.now);
});

it("refuses two products in one line, whether the composer kept @oneOf or not", async () => {
  const two = {
    instance: { type: "PRO2-S", zone: "fr-par-2" },
    loadBalancer: { type: "LB-S", zone: "fr-par-2" },
  };
  for (const [index, gateway] of gateways.entries()) {
    footprint.requests.length = 0;
    const answer = await gateway.ask(
      "query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { error { code } } } }",
      { items: [{ resource: two }] },
    );
    expect(answer.data?.portfolio ?? null).toBeNull();
    expect(answer.errors?.map(({ message }) => message).join()).toContain(
      'Exactly one key must be specified for OneOf type "ResourceInput"',
    );
    // The second gateway knows @oneOf from Guild's composer and asks us nothing; for the others, we refuse.
    expect(footprint.requests).toHaveLength(index === 1 ? 0 : 1);
    if (index !== 1) expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  }
});

it("answers the example of the documentation as it is printed there", async () => {
  const page = readFileSync("docs/federation.md", "utf8");
  const block = (language: string): string =>
    new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(page)?.[1] ?? "";
  const variables = /with `(\{.*\})`/.exec(page)?.[1] ?? "";
  const answer = await gateways[0]?.ask(block("graphql"), JSON.parse(variables));
  expect(answer).toEqual(JSON.parse(block("json")));
});

describe("when we are gone", () => {
  const query = `{
    servers { hostname footprint { ${TOTAL} } }
    instance(input: { type: "PRO2-S", zone: "fr-par-2" }) { name }
  }`;
  const hostnames = SERVERS.map(({ hostname }) => hostname);
  type Servers = { instance: object | null; servers: { hostname: string; footprint: object | null }[] };

  it("the rest of the graph answers, and footprints are back with us, on the same port", async () => {
    const before = await everywhere<Servers>(query);
    await footprint.stop();
    const without = await everywhere<Servers>(query);
    await footprint.start();
    const after = await everywhere<Servers>(query);

    expect(without.data.servers).toEqual(hostnames.map((hostname) => ({ hostname, footprint: null })));
    expect([without.data.instance, after.data.instance]).toEqual([null, { name: "PRO2-S" }]);
    for (const answer of without.answers) {
      expect(errorsOf(answer).length).toBeGreaterThan(0);
      expect(answer.requests).toEqual([]);
    }
    expect(after.data).toEqual(before.data);
    expect(after.data.servers.map((server) => server.footprint !== null)).toEqual(
      hostnames.map((hostname) => hostname !== "old"),
    );
  });
});
