import { buildSchema, type OperationDefinitionNode, parse } from "graphql";
import { compileVariables } from "../../src/graphql/compiled/variables";

const schema = buildSchema(`
  type Query { sum(lines: [Line!]!): Float }
  input Line { label: String count: Float! = 1 of: Of! during: During }
  input Of @oneOf { disk: Disk tape: Disk }
  input Disk { gb: Float! parts: [Disk!] }
  input During { hours: Float on: ID }
`);
const [operation] = parse("query ($lines: [Line!]!) { sum(lines: $lines) }").definitions;
const coerce = compileVariables(schema, operation as OperationDefinitionNode);
const frozen = <T>(value: T): T => {
  if (typeof value === "object" && value !== null) for (const one of Object.values(value)) frozen(one);
  return Object.freeze(value);
};

describe("variables of a compiled operation", () => {
  const whole = { label: "a", count: 2, of: { disk: { gb: 1 } }, during: { hours: 7 } };

  it("are what was sent, where that is sound as it is", () => {
    const lines = frozen([whole, { ...whole, during: null }]);
    expect(coerce({ lines })?.lines).toBe(lines);
  });

  it("are other objects only around what is another value", () => {
    const sent = frozen([{ of: whole.of }, whole, { ...whole, during: { on: 5 } }]);
    const lines = coerce({ lines: sent })?.lines as (typeof whole)[];
    expect(lines).toEqual([{ of: whole.of, count: 1 }, whole, { ...whole, during: { on: "5" } }]);
    expect([lines[0]?.of, lines[1]]).toEqual([whole.of, whole]);
    expect(lines[0]?.of).toBe(whole.of);
    expect(lines[1]).toBe(sent[1]);
  });

  it.each([
    ["a field that there is not", { ...whole, weight: 1 }],
    ["a field that there is not, in the middle of it", { ...whole, of: { disk: { gb: 1, tb: 1 } } }],
    ["a name of what all objects have", { ...whole, toString: 1 }],
    ["what is required and left out", { count: 1 }],
    ["what is required and null", { ...whole, of: null }],
    ["none of a choice", { ...whole, of: {} }],
    ["two of a choice", { ...whole, of: { disk: { gb: 1 }, tape: { gb: 1 } } }],
    ["nothing of a choice", { ...whole, of: { disk: null } }],
    ["a list of which one is wrong", { ...whole, of: { disk: { gb: 1, parts: [{ gb: 1 }, { gb: "1" }] } } }],
  ])("are none for %s", (_, line) => {
    expect(coerce({ lines: frozen([whole, line]) })).toBeUndefined();
  });
});
