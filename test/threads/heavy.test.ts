import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../../src/compose";
import { Weights } from "../../src/server/threads/heavy";

const weights = new Weights(compose().schema.executable);

function isHeavy(text: string, variables: Record<string, unknown> = {}): boolean {
  return weights.isHeavy(text.length, () => ({ text, operationName: null, variables }));
}

const pools = (count: number): object[] =>
  Array.from({ length: count }, () => ({ nodeType: "PRO2-S", nodes: 1 }));
const CLUSTER = `query ($pools: [KubernetesPoolInput!]!) {
  kubernetesCluster(input: { controlPlane: "kapsule", region: "fr-par", pools: $pools }) {
    footprint { components { name footprint { total { kgCo2Equivalent } components { name } } } }
  }
}`;
const COMPARISON = `{ compare(a: { instance: { type: "PRO2-S", zone: "fr-par-1" } }, b: { instance: { type: "PRO2-S", zone: "fr-par-2" } }) {
  a { resource { name } } } }`;

describe("a request is heavy", () => {
  it("for what it asks, and not for the words that it uses", () => {
    const explained = `{ instance(input: { type: "PRO2-S", zone: "fr-par-1" }) { footprint {
      components { name calculations { label formula result terms { symbol } } } } } }`;
    expect(isHeavy(explained)).toBe(false);
    const published = readFileSync(
      join(__dirname, "../../schema/operations/instance-footprint.graphql"),
      "utf8",
    );
    expect(isHeavy(published, { input: { type: "PRO2-S", zone: "fr-par-1" } })).toBe(false);
    expect(isHeavy("{ factors { id } products { name } }")).toBe(false);
    const lists = Array.from({ length: 50 }, (_, index) => `f${index}: factors { id name source }`);
    expect(isHeavy(`{ ${lists.join(" ")} }`)).toBe(true);
  });

  it("where footprints are compared, however it is asked", () => {
    expect(isHeavy(COMPARISON)).toBe(true);
    expect(isHeavy(COMPARISON.replace("compare(", "products: compare("))).toBe(true);
    expect(
      isHeavy(
        '{ instance(input: { type: "PRO2-S", zone: "fr-par-1" }) { ...places } } fragment places on Resource { alternatives { rank } }',
      ),
    ).toBe(true);
  });

  it("where many things are asked of at once", () => {
    expect(isHeavy(CLUSTER, { pools: pools(3) })).toBe(false);
    expect(isHeavy(CLUSTER, { pools: pools(40) })).toBe(true);
    const written = JSON.stringify(pools(40)).replace(/"(nodeType|nodes)"/g, "$1");
    expect(
      isHeavy(CLUSTER.replace("pools: $pools", `pools: ${written}`).replace(/\(\$pools[^)]*\)/, "")),
    ).toBe(true);
  });

  it("where its body is long, whatever it says", () => {
    expect(weights.isHeavy(20_000, () => ({ text: undefined, operationName: null, variables: {} }))).toBe(
      true,
    );
    expect(isHeavy("{ nonsense")).toBe(false);
  });
});
