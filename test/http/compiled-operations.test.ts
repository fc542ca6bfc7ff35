import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { VARIABLES } from "../support/operations";
import { postJson } from "../support/post-json";

/** More often than an operation is asked before it is compiled. */
const OFTEN = 6;
const INSTANCE = { type: "PRO2-S", zone: "fr-par-2" };

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

/** All that a client sees, but for what differs from request to request. */
async function answer(body: object, accept = "application/json"): Promise<unknown> {
  const { status, headers: all, text } = await postJson(graph.url, body, { accept });
  const headers = Object.entries(all).filter(([name]) => !["date", "x-request-id"].includes(name));
  return { status, headers, text: text.replace(/"requestId":"[^"]+"/g, "") };
}

async function expectTheSame(body: object, accept?: string): Promise<void> {
  const first = await answer(body, accept);
  for (let time = 1; time < OFTEN; time++) expect(await answer(body, accept)).toEqual(first);
}

const FOLDER = "schema/operations";
const published = readdirSync(FOLDER).map((file) => readFileSync(join(FOLDER, file), "utf8"));
const nameOf = (text: string): string => /^query (\w+)/m.exec(text)?.[1] ?? "";

const PART = "footprint { total { kgCo2Equivalent high: kgCo2Equivalent(bound: HIGH) m3WaterUsage } }";
const TRICKY: readonly (readonly [string, string, Record<string, unknown>])[] = [
  [
    "a default of an input that must not be null",
    "query Q($i: InstanceInput!) { instance(input: $i) { allocationRule } }",
    { i: INSTANCE },
  ],
  [
    "a default of a variable",
    `query Q($z: String! = "fr-par-2") { instance(input: {type: "PRO2-S", zone: $z}) { ${PART} } }`,
    {},
  ],
  [
    "a variable that is left out",
    `query Q($d: PeriodInput) { instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { f: footprint(during: $d) { notes } } }`,
    {},
  ],
  [
    "a variable that is null",
    `query Q($d: PeriodInput) { instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { f: footprint(during: $d) { notes } } }`,
    { d: null },
  ],
  [
    "a date",
    `query Q($d: PeriodInput, $a: Date) { instance(input: {type: "PRO2-S", zone: "fr-par-2"}, asOf: $a) { footprint(during: $d) { notes } } }`,
    { d: { start: "2026-01-01T00:00:00Z", end: "2026-02-01T00:00:00+01:00" }, a: "2025-07-01" },
  ],
  [
    "a bound",
    `query Q($b: Bound!) { instance(input: {type: "PRO2-S", zone: "pl-waw-2"}) { footprint { total { kgCo2Equivalent(bound: $b) m3WaterUsage(bound: $b) } } } }`,
    { b: "LOW" },
  ],
  [
    "one item in place of a list",
    "query Q($i: [PortfolioItemInput!]!) { portfolio(items: $i) { items { label resource { name __typename } } } }",
    { i: { resource: { instance: INSTANCE } } },
  ],
  [
    "aliases, fragments and interfaces",
    `{ a: instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { ...R } b: loadBalancer(input: {type: "LB-S", zone: "fr-par-1"}) { ...R ... on LoadBalancer { type } } } fragment R on Resource { __typename name ... on Instance { type { vcpu } } ${PART} }`,
    {},
  ],
  [
    "what is skipped",
    `query Q($s: Boolean!) { instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { name @skip(if: $s) ...R @include(if: $s) } } fragment R on Resource { product { id } }`,
    { s: true },
  ],
  ["introspection", "{ __schema { queryType { name } } __typename }", {}],
  [
    "entities",
    `query Q($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Server { id footprint { notes } } } }`,
    { r: [{ __typename: "Server", id: "1", zone: "fr-par-2", commercialType: "PRO2-S" }] },
  ],
  [
    "an entity whose key is none",
    "query Q($r: [_Any!]!) { _entities(representations: $r) { ... on Server { id } ... on Cluster { pools { nodes } } } }",
    {
      r: [
        { __typename: "Server", id: 5 },
        { __typename: "Cluster", id: "c", pools: [{ nodes: "many" }] },
      ],
    },
  ],
  [
    "an error of a field",
    `{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { footprint(during: {hours: -1}) { notes } } }`,
    {},
  ],
  [
    "an error of one of many",
    `query Q($r: [_Any!]!) { _entities(representations: $r) { ... on Server { footprint { notes } } } }`,
    {
      r: [
        { __typename: "Server", id: "1" },
        { __typename: "Server", id: "2", zone: "fr-par-2", commercialType: "PRO2-S" },
      ],
    },
  ],
  [
    "a variable of the wrong type",
    "query Q($i: InstanceInput!) { instance(input: $i) { name } }",
    { i: { ...INSTANCE, zone: 5 } },
  ],
  [
    "a field that an input does not have",
    "query Q($i: InstanceInput!) { instance(input: $i) { name } }",
    { i: { ...INSTANCE, size: 5 } },
  ],
  [
    "a null that must not be",
    "query Q($i: InstanceInput!) { instance(input: $i) { name } }",
    { i: { ...INSTANCE, allocationRule: null } },
  ],
  [
    "two members of a choice of one",
    "query Q($r: ResourceInput!) { compare(a: $r, b: $r) { difference { kgCo2Equivalent } } }",
    { r: { instance: INSTANCE, loadBalancer: { type: "LB-S", zone: "fr-par-1" } } },
  ],
  [
    "a null as the member of a choice",
    "query Q($r: ResourceInput!) { compare(a: $r, b: $r) { difference { kgCo2Equivalent } } }",
    { r: { instance: null } },
  ],
  [
    "a prototype's name",
    "query Q($i: InstanceInput!) { instance(input: $i) { name } }",
    JSON.parse('{"i": {"type": "PRO2-S", "zone": "fr-par-2", "__proto__": {"x": 1}}}'),
  ],
];

/** Names that every object answers to, whether it has them or not. */
const INHERITED = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];
const MIXED =
  'portfolio(items: [{resource: {instance: {type: "PRO2-S", zone: "fr-par-2"}}}, {resource: {loadBalancer: {type: "LB-S", zone: "fr-par-1"}}}])';
const SERVERS = [{ __typename: "Server", id: "1", zone: "fr-par-2", commercialType: "PRO2-S" }];

const NOTHING_SELECTED: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ["of some items", `{ ${MIXED} { items { label resource { ... on Instance { name } } } } }`, {}],
  ["of any item", `{ ${MIXED} { items { resource { ...N } } } } fragment N on BlockVolume { sizeGb }`, {}],
  [
    "of entities",
    "query Q($r: [_Any!]!) { _entities(representations: $r) { ... on Volume { footprint { notes } } } }",
    { r: [...SERVERS, { __typename: "Bucket", id: "2" }, ...SERVERS] },
  ],
  [
    "of an interface, through another fragment",
    `{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { ...R } } fragment R on Resource { ... on LoadBalancer { name } }`,
    {},
  ],
  [
    "of what lies in lists of lists",
    `{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { alternatives { resource { ... on LoadBalancer { type } } } } }`,
    {},
  ],
];

const GOOD = 'instance(input: {type: "PRO2-S", zone: "fr-par-2"})';
const EARLY = 'instance(input: {type: "PRO2-S", zone: "mars"}) { name }';
const LATE = `${GOOD} { footprint { components { resource { footprint(during: {hours: -1}) { notes } } } } history(from: "2026-01-01", to: "2025-01-01") { from } }`;
/** A pool that its region does not offer, which is found when its footprint is computed. */
const CLUSTER =
  'kubernetesCluster(input: {controlPlane: "kapsule", region: "fr-par", pools: [{nodeType: "X64-120GB", nodes: 1, zone: "fr-par-3"}]})';
const UNORDERED: readonly (readonly [string, string, string[]])[] = [
  ["the first is found last", `{ late: ${LATE} early: ${EARLY} }`, ["late.history", "early"]],
  ["the first is found first", `{ early: ${EARLY} late: ${LATE} }`, ["early", "late.history"]],
  [
    "the first is in a fragment that comes last",
    `{ ...L early: ${EARLY} last: ${LATE} } fragment L on Query { late: ${LATE} }`,
    ["late.history", "early", "last.history"],
  ],
  [
    "the first of two that must not be null is found first",
    `{ cluster: ${CLUSTER} { long: footprint(during: {start: "2025-06-01T00:00:00+02:00", end: "2026-06-01T00:00:00+02:00"}) { notes } short: footprint { notes } } }`,
    ["cluster.long"],
  ],
  [
    "the first of two that must not be null is found last",
    `{ cluster: ${CLUSTER} { short: footprint { notes } long: footprint(during: {start: "2025-06-01T00:00:00+02:00", end: "2026-06-01T00:00:00+02:00"}) { notes } } }`,
    ["cluster.short"],
  ],
];

async function pathsOfErrors(query: string): Promise<string[]> {
  const { text } = (await answer({ query })) as { text: string };
  const { errors } = JSON.parse(text) as { errors: { path: (string | number)[] }[] };
  return errors.map(({ path }) => path.join("."));
}

describe("an operation that is asked often answers to the letter what it answered first", () => {
  it.each(published.map((text): [string, string] => [nameOf(text), text]))("%s", async (name, query) => {
    await expectTheSame({ query, variables: VARIABLES[name] });
  });

  it.each(TRICKY)("with %s", async (_, query, variables) => {
    await expectTheSame({ query, variables });
    await expectTheSame({ query, variables }, "application/graphql-response+json");
  });

  it.each(NOTHING_SELECTED)("with nothing selected %s", async (_, query, variables) => {
    await expectTheSame({ query, variables });
  });

  it.each(INHERITED)("with a variable and an alias by the name of %s, sent and not", async (name) => {
    const query = `query Q($${name}: Float, $d: PeriodInput) { ${name}: instance(input: {type: "PRO2-S", zone: "fr-par-2", cpuLoadPercent: $${name}}) {
      ${name}: name footprint(during: $d) { ${name}: notes total { ${name}: kgCo2Equivalent } } } }`;
    await expectTheSame({ query, variables: {} });
    const [sent, left] = await Promise.all([
      answer({ query, variables: JSON.parse(`{"${name}": 90}`) }),
      answer({ query, variables: { other: 90 } }),
    ]);
    expect(sent).not.toEqual(left);
    await expectTheSame({ query, variables: JSON.parse(`{"${name}": 90}`) });
  });

  it.each(INHERITED)("with a variable by the name of %s in a value of any type", async (name) => {
    const query = (variable: string) =>
      `query Q($${variable}: String) { _entities(representations: [{__typename: "Server", id: $${variable}, zone: "fr-par-2", commercialType: "PRO2-S"}]) { ... on Server { id footprint { notes } } } }`;
    const plain = "x".repeat(name.length);
    expect(await answer({ query: query(name) })).toEqual(await answer({ query: query(plain) }));
    await expectTheSame({ query: query(name), variables: {} });
    await expectTheSame({ query: query(name), variables: JSON.parse(`{"${name}": "s"}`) });
  });

  it.each(UNORDERED)("with errors in the order of the document, where %s", async (_, query, paths) => {
    expect(await pathsOfErrors(query)).toEqual(paths);
    await expectTheSame({ query });
  });

  it("with one of several operations by name", async () => {
    const query = "query A { methodology { id } } query B { methodology { version } }";
    await expectTheSame({ query, operationName: "A" });
    await expectTheSame({ query, operationName: "B" });
    await expectTheSame({ query });
    await expectTheSame({ query, operationName: "C" });
  });

  it("with a cost that its variables put over the limit", async () => {
    const query = "query Q($i: [PortfolioItemInput!]!) { portfolio(items: $i) { footprint { notes } } }";
    const items = (n: number) => Array.from({ length: n }, () => ({ resource: { instance: INSTANCE } }));
    for (let time = 0; time < OFTEN; time++) await answer({ query, variables: { i: items(1) } });
    const { text } = (await answer({ query, variables: { i: items(10_001) } })) as { text: string };
    expect(text).toMatch(/BAD_USER_INPUT|QUERY_TOO_COMPLEX/);
  });
});
