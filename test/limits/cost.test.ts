import { getIntrospectionQuery, parse } from "graphql";
import { compileCost, DEFAULT_LIMITS } from "../../src/graphql/limits";
import { bomb, INSTANCE, portfolioItems, repeat } from "../support/limits";
import { SCHEMA } from "../support/schema";

function costOf(text: string, variables: Record<string, unknown> = {}, operation?: string): number {
  return compileCost(SCHEMA, parse(text), operation)(variables);
}

const FIELD = 0.2;

describe("the cost of an operation", () => {
  it.each([
    ["a scalar is its field", "{ __typename }", FIELD],
    ["a resource is one object", `{ ${INSTANCE} { name } }`, 1 + 2 * FIELD],
    ["a footprint is one more", `{ ${INSTANCE} { footprint { notes } } }`, 2 + 3 * FIELD],
    [
      "an impact is but its fields",
      `{ ${INSTANCE} { footprint { total { kgCo2Equivalent } } } }`,
      2 + 4 * FIELD,
    ],
    [
      "alternatives are twelve",
      `{ ${INSTANCE} { alternatives { rank } } }`,
      1 + 2 * FIELD + 12 * (1 + FIELD),
    ],
    ["a long name is printed", `{ ${"a".repeat(500)}: __typename }`, 10 * FIELD],
    ["what does not exist is free", "{ nothing { at { all } } }", FIELD],
  ])("%s: %s", (_, text, expected) => {
    expect(costOf(text)).toBeCloseTo(expected, 9);
  });

  const PORTFOLIO = `query($items: [PortfolioItemInput!]!) {
    portfolio(items: $items) { items { footprint { total { kgCo2Equivalent } } } }
  }`;
  const PER_LINE = 1 + 2 + 3 * FIELD;

  it.each([0, 1, 1000])("of a portfolio grows with its %d lines", (lines) => {
    const items = portfolioItems(lines);
    expect(costOf(PORTFOLIO, { items })).toBeCloseTo(1 + 2 * FIELD + lines * PER_LINE, 6);
  });

  it("is the same whether lines are variables, text, defaults or in fragments", () => {
    const line = '{ resource: { instance: { type: "PRO2-S", zone: "fr-par-2" } } }';
    const shown = "{ items { footprint { total { kgCo2Equivalent } } } }";
    const expected = 1 + 2 * FIELD + 2 * PER_LINE;
    expect(costOf(`{ portfolio(items: [${line} ${line}]) ${shown} }`)).toBeCloseTo(expected, 9);
    expect(costOf(`query($a: PortfolioItemInput!) { portfolio(items: [$a, $a]) ${shown} }`)).toBeCloseTo(
      expected,
      9,
    );
    const byDefault = `query($items: [PortfolioItemInput!]! = [${line} ${line}]) { portfolio(items: $items) ${shown} }`;
    expect(costOf(byDefault)).toBeCloseTo(expected, 9);
    const spread = `query($items: [PortfolioItemInput!]!) { ...Q }
      fragment Q on Query { portfolio(items: $items) { ...P } } fragment P on Portfolio ${shown}`;
    expect(costOf(spread, { items: portfolioItems(2) })).toBeCloseTo(expected, 9);
  });

  it("counts the pools in the lines of a portfolio", () => {
    const pools = [
      { nodeType: "PRO2-S", nodes: 1 },
      { nodeType: "PRO2-S", nodes: 1 },
    ];
    const items = [{ resource: { kubernetesCluster: { pools } } }];
    const without = costOf(PORTFOLIO, { items: [{ resource: {} }] });
    expect(costOf(PORTFOLIO, { items })).toBeCloseTo(without + 2, 9);
  });

  it("multiplies what is asked of entities by their representations", () => {
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Server { footprint { notes } } } }`;
    const representations = Array.from({ length: 100 }, () => ({ __typename: "Server" }));
    expect(costOf(query, { r: representations })).toBeCloseTo(FIELD + 100 * (2 + 2 * FIELD), 6);
  });

  it.each([[null], ["text"], [7], [{}], [[null, 1, "x", [[]]]]])(
    "bears variables of any shape: %j",
    (items) => {
      expect(Number.isFinite(costOf(PORTFOLIO, { items }))).toBe(true);
    },
  );

  it("adds up fragments that double, without expanding them", () => {
    expect(compileCost(SCHEMA, bomb(150))({})).toBeGreaterThan(2 ** 140);
  });

  it("is that of the operation that is run", () => {
    const two = "query A { __typename } query B { __typename __typename }";
    expect([costOf(two, {}, "A"), costOf(two, {}, "B"), costOf(two, {}, "C")]).toEqual([FIELD, 2 * FIELD, 0]);
  });

  it.each([
    [
      "introspection",
      getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true }),
      {},
    ],
    [
      "a thousand Instances",
      `{ ${repeat(1000, (i) => `a${i}: ${INSTANCE} { footprint { components { name } } }`)} }`,
      {},
    ],
    [
      "ten thousand lines with parts and components",
      `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) {
        footprint { ...Parts } items { label resource { name product { id } } footprint { ...Parts
          components { name kind quantity footprint { ...Parts } } } error { code message } } } }
       fragment Parts on Footprint { total { kgCo2Equivalent m3WaterUsage } manufacturing { kgCo2Equivalent }
         usage { kgCo2Equivalent } operational { kgCo2Equivalent } }`,
      { items: portfolioItems(10_000) },
    ],
  ])("leaves room for %s", (_, text, variables) => {
    expect(costOf(text, variables)).toBeLessThan(DEFAULT_LIMITS.cost);
  });
});
