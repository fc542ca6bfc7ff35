import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Weights } from "../../src/server/threads/heavy";
import { usualComposition } from "../support/usual";

const weights = new Weights(usualComposition().schema.executable);

function isHeavy(text: string, variables: Record<string, unknown> = {}): boolean {
  return weights.isHeavy(text.length, () => ({ text, operationName: null, variables }));
}

const pools = (count: number): object[] =>
  Array.from({ length: count }, () => ({ nodeType: "PRO2-S", nodes: 1 }));
const COMPARISON = `query ($a: [KubernetesPoolInput!]!) { compare(
  a: { kubernetesCluster: { controlPlane: "kapsule", region: "fr-par", pools: $a } }
  b: { instance: { type: "PRO2-S", zone: "fr-par-2" } }
) { drivers(criterion: KG_CO2_EQUIVALENT) { label effect } } }`;

describe("a request is heavy", () => {
  it("for what it costs: one Instance, explained in full, is not", () => {
    const published = readFileSync(
      join(__dirname, "../../schema/operations/instance-footprint.graphql"),
      "utf8",
    );
    expect(isHeavy(published, { input: { type: "PRO2-S", zone: "fr-par-1" } })).toBe(false);
    expect(isHeavy("{ factors { id } products { name } }")).toBe(false);
    expect(isHeavy(COMPARISON, { a: pools(1) })).toBe(false);
    expect(isHeavy(COMPARISON, { a: pools(60) })).toBe(true);
  });

  it("that asks for the schema, however little of it", () => {
    expect(isHeavy("{ __schema { queryType { name } } }")).toBe(true);
    expect(isHeavy('{ products { id } it: __type(name: "Query") { name } }')).toBe(true);
    expect(isHeavy("{ products { __typename id } }")).toBe(false);
  });

  it("where its body is long, whatever it says", () => {
    expect(weights.isHeavy(20_000, () => ({ text: undefined, operationName: null, variables: {} }))).toBe(
      true,
    );
    expect(isHeavy("{ nonsense")).toBe(false);
  });
});
