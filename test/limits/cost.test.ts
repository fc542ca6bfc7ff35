import { parse } from "graphql";
import { compose } from "../../src/compose";
import { UNDECLARED_COST } from "../../src/core/contract";
import { compileCost, WEIGHTS } from "../../src/graphql/limits";
import { managedDatabases } from "../external/managed-databases";
import { withOutside } from "../external/support/with-outside";
import { bomb, INSTANCE, portfolioItems, repeat } from "../support/limits";
import { SCHEMA } from "../support/schema";
import { CLUSTER, costOf, countOf, PORTFOLIO, pools } from "./support/counted";

const SIDE = '{ instance: { type: "PRO2-S", zone: "fr-par-2" } }';

describe("what is counted of a document and its answer", () => {
  it.each([
    ["each field as it is written", "written", `{ ${INSTANCE} { name footprint { notes } } }`, 4],
    [
      "and again where a fragment is spread",
      "written",
      "{ ...F ...F } fragment F on Query { methodology { id } }",
      6,
    ],
    ["each field as it is printed", "field", `{ ${INSTANCE} { name footprint { notes } } }`, 4],
    [
      "as often as a list is taken to have elements",
      "field",
      `{ ${INSTANCE} { alternatives { rank } } }`,
      2 + 12,
    ],
    ["once more for each 50 characters of a name", "field", `{ ${"a".repeat(500)}: __typename }`, 10],
    ["each object", "object", `{ ${INSTANCE} { footprint { notes } } }`, 2],
    [
      "but none for an impact, which is but its fields",
      "object",
      `{ ${INSTANCE} { footprint { total { kgCo2Equivalent } } } }`,
      2,
    ],
    ["of what does not exist, that it is written", "written", "{ nothing { at { all } } }", 1],
  ] as const)("%s: %s", (_, weight, text, expected) => {
    expect(countOf(weight, text)).toBeCloseTo(expected, 9);
  });

  it("is that of the components that a product has, level by level", () => {
    const [outer, inner] = [6, 10];
    expect(countOf("object", `{ ${INSTANCE} { footprint { components { name } } } }`)).toBe(2 + outer);
    const nested = `{ ${INSTANCE} { footprint { components { footprint { components { name } } } } } }`;
    expect(countOf("object", nested)).toBe(2 + 2 * outer + inner);
  });

  it("adds up fragments that double, without expanding them", () => {
    expect(compileCost(SCHEMA, bomb(150))({})).toBeGreaterThan(2 ** 140);
  });

  it("evaluates a fragment once, however often it is spread and whatever hangs on variables", () => {
    const doubling = repeat(60, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
    const text = `query($c: KubernetesClusterInput!) { ...F0 } ${doubling} fragment F60 on Query { kubernetesCluster(input: $c) { footprint { notes } } }`;
    expect(costOf(text, { c: { ...CLUSTER, pools: pools(3) } })).toBeGreaterThan(2 ** 60);
  });

  it("is that of the operation that is run", () => {
    const two = "query A { __typename } query B { __typename __typename }";
    const [a, b] = [costOf(two, {}, "A"), costOf(two, {}, "B")];
    expect(b - a).toBeCloseTo(WEIGHTS.written + WEIGHTS.field, 9);
    expect(costOf(two, {}, "C")).toBe(0);
  });
});

describe("what is counted of what is computed", () => {
  it.each([0, 1, 1000])("totals of the %d lines of a portfolio", (lines) => {
    expect(countOf("totals", PORTFOLIO, { items: portfolioItems(lines) })).toBe(lines);
    expect(countOf("listedInput", PORTFOLIO, { items: portfolioItems(lines) })).toBe(lines);
    expect(countOf("field", PORTFOLIO, { items: portfolioItems(lines) })).toBe(2 + 3 * lines);
  });

  it("is the same whether lines are variables, text, defaults or in fragments", () => {
    const line = '{ resource: { instance: { type: "PRO2-S", zone: "fr-par-2" } } }';
    const shown = "{ items { footprint { total { kgCo2Equivalent } } } }";
    const spread = `query($items: [PortfolioItemInput!]!) { ...Q }
      fragment Q on Query { portfolio(items: $items) { ...P } } fragment P on Portfolio ${shown}`;
    const byDefault = `query($items: [PortfolioItemInput!]! = [${line} ${line}]) { portfolio(items: $items) ${shown} }`;
    const counts = [
      countOf("totals", `{ portfolio(items: [${line} ${line}]) ${shown} }`),
      countOf("totals", `query($a: PortfolioItemInput!) { portfolio(items: [$a, $a]) ${shown} }`, {
        a: portfolioItems(1)[0],
      }),
      countOf("totals", byDefault),
      countOf("totals", spread, { items: portfolioItems(2) }),
    ];
    expect(counts).toEqual([2, 2, 2, 2]);
  });

  it("alternatives in as many places as the product has", () => {
    const alternatives = (query: string): number =>
      countOf("explained", `{ ${query} { alternatives { rank } } }`);
    expect(alternatives(INSTANCE)).toBe(12 * 16);
    const bucket = 'objectBucket(input: { storageClass: "standard", region: "fr-par", storedGb: 1 })';
    expect(alternatives(bucket)).toBe(4 * 16);
  });

  it("an explanation where it is opened, and not for totals", () => {
    const items = portfolioItems(10);
    const opened = PORTFOLIO.replace("total {", "components { name } total {");
    expect(countOf("explained", PORTFOLIO, { items })).toBe(0);
    expect(countOf("explained", opened, { items })).toBe(10 * 16);
  });

  it("the run of each alternative, and of the resource itself", () => {
    expect(countOf("explained", `{ ${INSTANCE} { footprint { notes } } }`)).toBe(16);
    expect(countOf("explained", `{ ${INSTANCE} { alternatives { rank } } }`)).toBe(12 * 16);
    const twice = `{ ${INSTANCE} { a: footprint { notes } b: footprint { notes } } }`;
    expect(countOf("explained", twice)).toBe(2 * 16);
  });

  it("each pool of a cluster, wherever it stands", () => {
    const cost = (count: number): number =>
      countOf("totals", PORTFOLIO, {
        items: [{ resource: { kubernetesCluster: { ...CLUSTER, pools: pools(count) } } }],
      });
    expect((cost(3) - cost(1)) / 2).toBeCloseTo((cost(401) - cost(1)) / 400, 9);
    expect(cost(401)).toBeGreaterThan(100 * cost(1));
  });

  const HISTORY = 'history(from: "2025-06-01", to: "2026-11-25")';
  it.each([
    ["explained", "from"],
    ["driven", "drivers { effect }"],
    ["ranged", "change { isSettled }"],
  ] as const)("each interval of a history as three of today's figures: %s", (weight, shown) => {
    const [intervals, components, figures] = [25, 16, 3];
    expect(countOf(weight, `{ ${INSTANCE} { ${HISTORY} { ${shown} } } }`)).toBe(
      intervals * components * figures,
    );
  });

  it("both sides of a comparison, and what drives their difference", () => {
    const compare = (shown: string): string =>
      `query($a: ResourceInput!, $b: ResourceInput!) { compare(a: $a, b: $b) { ${shown} } }`;
    const instance = { instance: { type: "PRO2-S", zone: "fr-par-2" } };
    const sides = { a: instance, b: instance };
    expect(countOf("explained", compare("difference { relative }"), sides)).toBe(32);
    expect(countOf("driven", compare("difference { relative }"), sides)).toBe(0);
    expect(countOf("driven", compare("drivers { effect }"), sides)).toBe(32);
    expect(countOf("ranged", compare("difference { kgCo2Equivalent }"), sides)).toBe(0);
    expect(countOf("ranged", compare("difference { kgCo2Equivalent(bound: LOW) isSettled }"), sides)).toBe(
      32,
    );
  });

  it.each([
    ["kgCo2Equivalent", 0],
    ["kgCo2Equivalent(bound: EXPECTED)", 0],
    ["kgCo2Equivalent(bound: LOW)", 1],
    ["a: kgCo2Equivalent(bound: LOW) b: kgSbEquivalent(bound: HIGH)", 3],
    ["m3WaterUsage(bound: LOW)", 0.25],
    ["isSettled", 1],
    ["isSettled(criterion: MJ_PRIMARY_ENERGY)", 2],
    ["uncertainFactors(criterion: $criterion) { id }", 2],
    ["notes isSettled a: kgCo2Equivalent(bound: LOW) b: kgCo2Equivalent(bound: HIGH)", 1],
    ["...D ... on ImpactDifference { kgSbEquivalent(bound: LOW) }", 3],
  ])("the search for the ends of a difference, for each criterion: %s", (shown, searches) => {
    const named = "fragment D on ImpactDifference { notes }";
    const text = `query($criterion: Criterion) { compare(a: ${SIDE}, b: ${SIDE}) { difference { ${shown} } } } ${named}`;
    expect(countOf("searched", text)).toBeCloseTo(searches, 9);
    // Of what is the same thing in another place, little is left to search.
    const elsewhere = `query($criterion: Criterion) { ${INSTANCE} { alternatives { difference { ${shown} } } } } ${named}`;
    expect(countOf("searched", elsewhere)).toBeCloseTo(12 * 0.3 * searches, 9);
  });

  it("a revision on both of its days", () => {
    const revision = `query($items: [PortfolioItemInput!]!) { revision(items: $items, from: "2026-01-01", to: "2026-11-01") { drivers { effect } } }`;
    expect(countOf("totals", revision, { items: portfolioItems(10) })).toBe(20);
    expect(countOf("driven", revision, { items: portfolioItems(10) })).toBe(320);
  });

  it("what is asked of entities times their representations, each with its product and its lists", () => {
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Server { footprint { notes } } } }`;
    const servers = Array.from({ length: 100 }, () => ({ __typename: "Server" }));
    expect(countOf("field", query, { r: servers })).toBe(1 + 100 * 2);
    expect(countOf("explained", query, { r: servers })).toBe(100 * 16);
    const cluster = { __typename: "Cluster", pools: pools(2) };
    const one = countOf("explained", query, { r: [cluster] });
    expect(countOf("explained", query, { r: [{ ...cluster, pools: pools(4) }] })).toBeGreaterThan(1.2 * one);
  });

  it("of fragments on different types the dearest alone, as each object is of one, named or not", () => {
    const on = (type: string, fields: string): string => `... on ${type} { ${fields} }`;
    const ask = (selection: string): string =>
      `query($r: [_Any!]!) { _entities(representations: $r) { __typename ${selection} } }`;
    const r = Array.from({ length: 100 }, () => ({ __typename: "Server" }));
    const [server, cluster] = [on("Server", "footprint { notes }"), on("Cluster", "id footprint { notes }")];
    const two = ask(`${server} ${cluster}`);
    expect(countOf("explained", two, { r })).toBe(countOf("explained", ask(server), { r }));
    expect(countOf("field", two, { r })).toBe(countOf("field", ask(cluster), { r }));
    expect(countOf("written", two, { r })).toBe(countOf("written", ask(server), { r }) + 4);
    const named = `${ask("...S ...C")} fragment S on Server { footprint { notes } } fragment C on Cluster { id footprint { notes } }`;
    expect(countOf("field", named, { r })).toBe(countOf("field", two, { r }));
    // Two on one type are both read.
    expect(countOf("field", ask(`${server} ${on("Server", "id")}`), { r })).toBe(
      countOf("field", ask(on("Server", "id footprint { notes }")), { r }),
    );
  });

  it("a product from outside that does not say what it costs as a large one", () => {
    const schema = compose({ plugins: withOutside(managedDatabases) }).schema.executable;
    const text = `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) { footprint { notes } } }`;
    const cost = (resource: object): number => compileCost(schema, parse(text))({ items: [{ resource }] });
    const more = cost({ managedDatabase: {} }) - cost({ instance: {} });
    expect(more).toBeCloseTo(WEIGHTS.totals * (UNDECLARED_COST.totals - 1), 9);
  });

  it("what fields of a product compute besides its footprint, for each that is read", () => {
    const usage = (selection: string): string =>
      `{ serverlessUsage(input: { model: "m", region: "fr-par", inputTokens: 1 }) { name ${selection} } }`;
    expect(countOf("totals", usage(""))).toBe(0);
    const one = countOf("totals", usage("perMillionTokens { type }"));
    expect(one).toBeGreaterThan(countOf("totals", usage("operatingPoint { concurrency }")));
    expect(countOf("totals", usage("a: perMillionTokens { type } b: perMillionTokens { type }"))).toBe(
      2 * one,
    );
    const listed = `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { resource { ... on ServerlessUsage {
      perMillionTokens { type } } } } } }`;
    const items = Array(7).fill({ resource: { blockVolume: {} } });
    const lines = countOf("totals", listed, { items });
    expect(lines - countOf("totals", listed.replace("perMillionTokens { type }", "name"), { items })).toBe(
      7 * one,
    );
  });

  it.each([
    ["input", { distinct: { fields: ["nodeType", "nodeTyp"], totals: 1 } }, "nodeTyp"],
    ["resource", { fields: { nodeType: UNDECLARED_COST, nodeTyp: UNDECLARED_COST } }, "nodeTyp"],
  ])("no product by a field that its %s does not have", (where, wrong, field) => {
    const misspelt = Object.assign(Object.create(managedDatabases), {
      cost: { ...UNDECLARED_COST, ...wrong },
    });
    expect(() => compose({ plugins: withOutside(misspelt) })).toThrow(
      `the product "managedDatabase" names fields in its cost that its ${where} does not have: ${field}`,
    );
  });
});
