import {
  InstanceTotalDocument,
  type InstanceTotalQueryVariables,
} from "../../schema/clients/generated/operations";
import { type GraphError, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const SOUND = { type: "PRO2-S", zone: "fr-par-2" };

async function errorOf(variables: InstanceTotalQueryVariables): Promise<GraphError> {
  const { status, data, errors } = await graph.ask(InstanceTotalDocument, variables);
  expect(status).toBe(200);
  expect(data).toEqual({ instance: null });
  expect(errors).toHaveLength(1);
  const [error] = errors ?? [];
  if (error === undefined) throw new Error("no error");
  expect(JSON.stringify(error)).not.toMatch(/stack|node_modules|\.ts|\.js/);
  return error;
}

describe("unknown names", () => {
  it.each([
    ["PRO2S", "PRO2-S"],
    ["pro-2s", "PRO2-S"],
    ["H100-SXM-8", "H100-SXM-8-80G"],
    ["POP2-8C-32", "POP2-8C-32G"],
  ])("suggest the near type: %s → %s", async (type, suggestion) => {
    const { extensions } = await errorOf({ input: { ...SOUND, type } });
    expect(extensions.code).toBe("UNKNOWN_INSTANCE_TYPE");
    expect(extensions.field).toBe("input.type");
    expect(extensions.suggestions?.[0]).toBe(suggestion);
  });

  it.each(["", " ", "🦄", "__proto__", "constructor", "x".repeat(2_000), "PRO2-S\u0000"])(
    "answer for %j without a fault",
    async (type) => {
      expect((await errorOf({ input: { ...SOUND, type } })).extensions.code).toBe("UNKNOWN_INSTANCE_TYPE");
    },
  );

  it("suggest the near zone", async () => {
    const { extensions } = await errorOf({ input: { ...SOUND, zone: "fr-par2" } });
    expect(extensions).toMatchObject({ code: "UNKNOWN_ZONE", field: "input.zone" });
    expect(extensions.suggestions).toContain("fr-par-2");
  });
});

describe("a type where it is not offered", () => {
  it("names the zones that offer it", async () => {
    const { extensions } = await errorOf({ input: { type: "H100-SXM-8-80G", zone: "pl-waw-1" } });
    expect(extensions).toMatchObject({ code: "NOT_AVAILABLE_IN_LOCALITY", suggestions: ["fr-par-2"] });
  });

  it("at a time before the zone had factors is not available either", async () => {
    const during = { start: "2025-07-01T00:00:00Z", end: "2025-07-02T00:00:00Z" };
    const { extensions } = await errorOf({ input: { type: "POP2-2C-8G", zone: "it-mil-1" }, during });
    expect(extensions.code).toBe("NOT_AVAILABLE_IN_LOCALITY");
  });
});

describe("values out of range", () => {
  it.each([-1, 100.0001, 1e9, -1e-9])("refuse a load of %d %%", async (cpuLoadPercent) => {
    const code = "BAD_USER_INPUT";
    const ofInput = await errorOf({ input: { ...SOUND, cpuLoadPercent } });
    expect(ofInput.extensions).toMatchObject({ code, field: "input.cpuLoadPercent" });
    const ofArgument = await errorOf({ input: SOUND, cpuLoadPercent });
    expect(ofArgument.extensions).toMatchObject({ code, field: "cpuLoadPercent" });
  });

  it.each([-1, 219_001, 1e300])("refuse %d hours", async (hours) => {
    const { extensions } = await errorOf({ input: SOUND, during: { hours } });
    expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "during.hours" });
  });

  it.each([
    [{}, "during"],
    [{ hours: 1, start: "2026-01-01T00:00:00Z", end: "2026-01-02T00:00:00Z" }, "during"],
    [{ start: "2026-01-01T00:00:00Z" }, "during.end"],
    [{ end: "2026-01-01T00:00:00Z" }, "during.start"],
    [{ start: "2026-01-02T00:00:00Z", end: "2026-01-01T00:00:00Z" }, "during.end"],
    [{ start: "1900-01-01T00:00:00Z", end: "2026-01-01T00:00:00Z" }, "during.end"],
  ])("refuse the period %j", async (during, field) => {
    const { extensions } = await errorOf({ input: SOUND, during });
    expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  it("refuse a period before the first vintage", async () => {
    const during = { start: "2024-01-01T00:00:00Z", end: "2024-02-01T00:00:00Z" };
    expect((await errorOf({ input: SOUND, during })).extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "during.start",
    });
  });
});

describe("values that are not of their type", () => {
  const send = async (variables: string) => {
    const response = await fetch(graph.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"query":"query($d: PeriodInput){instance(input:{type:\\"PRO2-S\\",zone:\\"fr-par-2\\"}){footprint(during:$d){total{kgCo2Equivalent}}}}","variables":${variables}}`,
    });
    return { status: response.status, text: await response.text() };
  };

  it.each([
    '{"d":{"hours":1e999}}',
    '{"d":{"hours":"NaN"}}',
    '{"d":{"start":"yesterday","end":"today"}}',
    '{"d":[]}',
  ])("are refused with 200 and BAD_USER_INPUT: %s", async (variables) => {
    const { status, text } = await send(variables);
    expect(status).toBe(200);
    expect(text).toContain("BAD_USER_INPUT");
    expect(text).not.toContain("INTERNAL_SERVER_ERROR");
  });

  it("are refused by validation in a literal", async () => {
    const { status, errors } = await graph.askText(
      '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { footprint(during: {hours: NaN}) { notes } } }',
    );
    expect(status).toBe(200);
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("what is wrong in an argument that is written in the document", () => {
  const PRO2 = 'input: {type: "PRO2-S", zone: "fr-par-1"}';
  const INPUT =
    '{controlPlane: "kapsule", pools: [{nodeType: "PRO2-S", nodes: 1}, {nodeType: "PRO2-S", nodes: null}], region: "fr-par"}';
  it.each([
    ['{ instance(input: {type: null, zone: "fr-par-1"}) { name } }', "input.type"],
    ['{ instance(input: {zone: "fr-par-1"}) { name } }', "input.type"],
    ["{ instance(input: null) { name } }", "input"],
    ["{ instance { name } }", "input"],
    ['{ instance(input: {type: "PRO2-S", zone: 3}) { name } }', "input.zone"],
    ['{ instance(input: {type: "PRO2-S", zone: "fr-par-1", size: 3}) { name } }', "input.size"],
    [`{ instance(${PRO2}) { footprint(during: {hours: "many"}) { notes } } }`, "during.hours"],
    [`{ kubernetesCluster(input: ${INPUT}) { name } }`, "input.pools.1.nodes"],
    [
      `fragment F on Instance { footprint(during: {hours: NaN}) { notes } } { instance(${PRO2}) { ...F } }`,
      "during.hours",
    ],
  ])("is told with its place: %s", async (query, field) => {
    const { errors } = await graph.askText(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED", field });
  });

  it.each(["{ nothing }", `{ instance(${PRO2}) { nothing } }`])(
    "has no place elsewhere: %s",
    async (query) => {
      const { errors } = await graph.askText(query);
      expect(errors?.[0]?.extensions.field).toBeUndefined();
    },
  );
});

describe("variables that are null where nothing may be", () => {
  const PRO2 = 'input: {type: "PRO2-S", zone: "fr-par-1"}';
  const fieldOf = async (query: string): Promise<unknown> => {
    const { status, data, errors = [] } = await graph.askText(query, { a: null });
    const [{ message, extensions } = { message: "", extensions: { code: "none" } }] = errors;
    expect([status, errors.length, extensions.code]).toEqual([200, 1, "BAD_USER_INPUT"]);
    expect(message).toMatch(/^Argument "\w+" .*the variable "\$a" is null\.$/);
    return { field: extensions.field, data };
  };

  it.each([
    [`query T($a: Boolean = true) { instance(${PRO2}) { name @include(if: $a) } }`, "if"],
    [
      `query T($a: Bound = LOW) { instance(${PRO2}) { footprint { total { kgCo2Equivalent(bound: $a) } } } }`,
      "bound",
    ],
    [
      `query T($a: Bound) { instance(${PRO2}) { footprint { total { kgCo2Equivalent(bound: $a) } } } }`,
      "bound",
    ],
    [
      'query T($a: String = "PRO2-S") { instance(input: {type: $a, zone: "fr-par-1"}) { name } }',
      "input.type",
    ],
    [
      'query T($a: String = "PRO2-S") { portfolio(items: {resource: {kubernetesCluster: {controlPlane: "kapsule", region: "fr-par", pools: [{nodeType: "PRO2-S", nodes: 1}, {nodeType: $a, nodes: 2}]}}}) { items { label } } }',
      "items.resource.kubernetesCluster.pools.1.nodeType",
    ],
  ])("are told of, with the argument: %s", async (query, field) => {
    expect(await fieldOf(query)).toMatchObject({ field });
  });

  it("spoil no other field", async () => {
    const query = `query T($a: String = "PRO2-S") { bad: instance(input: {type: $a, zone: "fr-par-1"}) { name } good: instance(${PRO2}) { name } }`;
    expect(await fieldOf(query)).toEqual({
      field: "input.type",
      data: { bad: null, good: { name: "PRO2-S" } },
    });
  });
});

describe("variables that are wrong", () => {
  const QUERY = "query T($all: [PortfolioItemInput!]!) { portfolio(items: $all) { items { label } } }";
  const wrong = { resource: { instance: { type: 5, zone: "fr-par-1" } } };

  it("are told of by the input field at fault, each of several", async () => {
    const right = { resource: { instance: { type: "PRO2-S", zone: "fr-par-1" } } };
    const { errors = [] } = await graph.askText(QUERY, { all: [right, wrong, { ...right, count: null }] });
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: "BAD_USER_INPUT", field: "items.1.resource.instance.type" },
      { code: "BAD_USER_INPUT", field: "items.2.count" },
    ]);
    const [nothing] = (await graph.askText(QUERY, {})).errors ?? [];
    expect(nothing?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "items" });
  });

  it("are no fault of ours, however many", async () => {
    const { errors = [] } = await graph.askText(QUERY, { all: Array.from({ length: 200 }, () => wrong) });
    expect(errors.length).toBeGreaterThan(10);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(["BAD_USER_INPUT"]));
    expect(errors.at(-1)?.message).toMatch(/^There are \d+ errors/);
  });
});

describe("the day of a model's benchmarks", () => {
  it.each(["tomorrow", "2026-02-30", ""])("is refused where it is %j", async (day) => {
    const query = "query T($day: Date) { languageModels { benchmarks(asOf: $day) { id } } }";
    const { errors = [] } = await graph.askText(query, { day });
    expect(errors.length).toBeGreaterThan(0);
    for (const { extensions } of errors)
      expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "asOf" });
  });
});

it("leaves no fault of ours in the log after all of this", () => {
  expect(graph.faults).toEqual([]);
});
