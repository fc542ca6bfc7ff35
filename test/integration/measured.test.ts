import { parse, validate } from "graphql";
import { getVariableValues } from "graphql/execution/values";
import { HEAVY, type Heavy } from "../../bench/bounds/requests";
import { ONE_REQUEST } from "../../bench/queries";
import { compose } from "../../src/compose";
import { type Measured, measured } from "../support/measured";
import { SCHEMA } from "../support/schema";
import { DEAREST, LIGHT, SMALL_PORTFOLIO } from "../threads/support/dearest";
import { LARGEST } from "../threads/support/largest-admitted";

const { sessionAt, benchmarks } = compose();
afterAll(() => benchmarks.close());

interface Asked {
  readonly query: string;
  readonly variables?: object;
}

const PURPOSES = ["reference", "simple", "amount", "tokens", "composed", "nested", "large"] as const;
const all: readonly Measured[] = PURPOSES.map(measured);

describe("resources that are measured", () => {
  it.each(all.flatMap(({ resources }) => resources))("have a figure: %j", async (resource) => {
    const session = sessionAt(new Date());
    const [[kind, spec]] = Object.entries(resource) as [[string, object]];
    const totals = await session.totalsIn(kind, spec, session.period(null));
    expect(totals.parts.usage.kgCo2Equivalent.expected).toBeGreaterThan(0);
  });

  it("are another one on each line, and in each element of a list", () => {
    for (const { line, own } of all) {
      const texts = Array.from({ length: 1_000 }, (_, index) => JSON.stringify(line(index, 4)));
      expect(new Set(texts).size).toBe(own === undefined ? 1 : 1_000);
    }
    const { kind, line } = measured("large");
    const list = Object.values(line(3, 400)[kind] as object).find(Array.isArray) ?? [];
    expect(new Set(list.map((one: object) => JSON.stringify(one))).size).toBe(400);
  });
});

describe("what benchmarks and tests of load ask", () => {
  /** Those that are refused for the variables that they bring, which is what they measure. */
  const wrong = HEAVY.filter(({ name }) => name.includes("unknown keys in a list"));
  const asked: [string, Asked][] = [
    ["one resource", ONE_REQUEST],
    ["something light", LIGHT],
    ["a small portfolio", SMALL_PORTFOLIO],
    ...Object.entries(DEAREST),
    ...Object.entries(LARGEST).map(([name, of]): [string, ReturnType<typeof of>] => [name, of(10)]),
    ...HEAVY.filter((heavy) => !wrong.includes(heavy)).map(named),
  ];

  it.each(asked)("is right by the schema: %s", (_, request) => {
    expect(wrongVariables(request)).toEqual([]);
  });

  it.each(wrong.map(named))("is wrong where that is measured: %s", (_, request) => {
    expect(wrongVariables(request)).toContainEqual(expect.stringContaining("is not defined by type"));
  });
});

function named({ name, body }: Heavy): [string, Asked] {
  return [name, JSON.parse(body)];
}

/** What is wrong with variables of a document that is right. */
function wrongVariables({ query, variables = {} }: Asked): readonly string[] {
  const document = parse(query);
  expect(validate(SCHEMA, document)).toEqual([]);
  const [operation] = document.definitions;
  if (operation?.kind !== "OperationDefinition") throw new Error("it has no operation");
  const few = Object.entries(variables).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.slice(0, 100) : value,
  ]);
  // Each error looks for names that are like the one that is wrong: few show it.
  const { errors } = getVariableValues(SCHEMA, operation.variableDefinitions ?? [], Object.fromEntries(few), {
    maxErrors: 10,
  });
  return (errors ?? []).map(({ message }) => message);
}
