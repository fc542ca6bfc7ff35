import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { suggest } from "../../src/core/errors";
import { editsBetween } from "../../src/core/errors/edits-between";
import { graphWithoutFaults } from "../support/graph-without-faults";
import { dataOf } from "../support/live-graph";

const graph = graphWithoutFaults();

const LISTS: Record<string, string> = {
  zones: "localities { name }",
  Instances: "instanceTypes { name }",
  "Load Balancers": "loadBalancerTypes { name }",
  "classes of Block Storage": "blockStorageClasses { name }",
  "classes of Object Storage": "objectStorageClasses { name }",
  "control planes": "kubernetesControlPlanes { name }",
  "node types": "dedicatedNodeTypes { name }",
  models: "languageModels { name: id }",
  products: "products { name: kind }",
};

/** The name with the character of that place and the next one exchanged. */
function exchanged(name: string, at: number): string {
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
}

describe("a name with two neighbouring characters exchanged", () => {
  it.each(Object.keys(LISTS))("leads to the name it was made of: %s", async (list) => {
    const { all } = dataOf(await graph().askText(`{ all: ${LISTS[list]} }`)) as { all: { name: string }[] };
    const names = new Set(all.map(({ name }) => name));
    const anyPlace = fc
      .constantFrom(...names)
      .chain((name) => fc.tuple(fc.constant(name), fc.nat({ max: name.length - 2 })));
    fc.assert(
      fc.property(anyPlace, ([name, at]) => {
        const wrong = exchanged(name, at);
        fc.pre(!names.has(wrong));
        expect(suggest(wrong, names)).toContain(name);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("edits between two names", () => {
  /** Of few letters, so that many are alike and stand beside each other. */
  const anyName = fc.string({ unit: fc.constantFrom("a", "b", "c", "é"), maxLength: 40 });

  it("are one where neighbours are exchanged, anywhere in the name", () => {
    const anyPlace = fc.tuple(anyName, fc.constantFrom("ab", "bé", "ca"), anyName);
    fc.assert(
      fc.property(anyPlace, ([before, [one, other], after]) => {
        expect(editsBetween(`${before}${one}${other}${after}`, `${before}${other}${one}${after}`)).toBe(1);
      }),
    );
  });

  it("are as many in either direction, and none only between equals", () => {
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        expect(editsBetween(one, other)).toBe(editsBetween(other, one));
        expect(editsBetween(one, other) === 0).toBe(one === other);
        expect(editsBetween(one, one)).toBe(0);
      }),
    );
  });

  it("are no more than where exchanges count twice, and less by one for each exchange at most", () => {
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        const twice = distance(one, other);
        expect(editsBetween(one, other)).toBeLessThanOrEqual(twice);
        expect(editsBetween(one, other)).toBeGreaterThanOrEqual(twice / 2);
        // Of each two neighbours that the other name has the other way round, it can have been one exchange.
        const most = [...one].slice(1).filter((letter, at) => other.includes(`${letter}${one[at]}`)).length;
        expect(editsBetween(one, other)).toBeGreaterThanOrEqual(twice - most);
      }),
    );
  });

  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["fr-par", "fr-par-1", 2],
    ["pro2", "por2s", 2],
    ["abcd", "badc", 2],
    // No letter is changed again after an exchange.
    ["ca", "abc", 3],
  ])("%j and %j: %d", (one, other, edits) => {
    expect(editsBetween(one, other)).toBe(edits);
  });
});
