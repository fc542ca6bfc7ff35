import { InstanceAlternativesDocument } from "../../schema/clients/generated/operations";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

interface Found {
  readonly rank: number | null;
  readonly locality: { readonly name: string };
  readonly resource: { readonly locality: { readonly name: string } };
  readonly footprint: { readonly total: { readonly kgCo2Equivalent: number } } | null;
  readonly difference: { readonly kgCo2Equivalent: number } | null;
  readonly error: { readonly code: string } | null;
}

const SELECTION = `footprint { total { kgCo2Equivalent } }
  alternatives { rank locality { name } resource { locality { name } } footprint { total { kgCo2Equivalent } }
    difference { kgCo2Equivalent } error { code } }`;

async function alternativesTo(resource: string): Promise<{ kg: number; found: readonly Found[] }> {
  const data = dataOf(await graph.askText(`{ resource: ${resource} { ${SELECTION} } }`));
  const { footprint, alternatives } = data.resource as never as {
    footprint: { total: { kgCo2Equivalent: number } };
    alternatives: Found[];
  };
  return { kg: footprint.total.kgCo2Equivalent, found: alternatives };
}

const PLACES: readonly (readonly [string, readonly string[]])[] = [
  [
    'instance(input: {type: "PRO2-S", zone: "fr-par-2"})',
    ["fr-par-1", "fr-par-3", "nl-ams-1", "nl-ams-2", "nl-ams-3", "pl-waw-1", "pl-waw-2", "pl-waw-3"],
  ],
  [
    'objectBucket(input: {storageClass: "standard", storedGb: 10, region: "fr-par"})',
    ["it-mil", "nl-ams", "pl-waw"],
  ],
  ['kubernetesCluster(input: {controlPlane: "kapsule", region: "fr-par"})', ["nl-ams-1", "pl-waw-1"]],
  [
    'kubernetesCluster(input: {controlPlane: "kapsule", region: "fr-par", pools: [{nodeType: "PRO2-S", nodes: 2}]})',
    ["fr-par-2", "fr-par-3", "nl-ams-1", "nl-ams-2", "nl-ams-3", "pl-waw-1", "pl-waw-2", "pl-waw-3"],
  ],
  // Offered in one region only: nowhere else to go.
  ['dedicatedDeployment(input: {nodeType: "L4", region: "fr-par"})', []],
  ['serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", inputTokens: 1000})', []],
];

describe("alternatives", () => {
  it.each(PLACES)("of %s are in every other place where the product exists", async (resource, places) => {
    const { found } = await alternativesTo(resource);
    expect(found.map(({ locality }) => locality.name).sort()).toEqual(places);
    expect(found.every(({ error }) => error === null)).toBe(true);
  });

  it.each(PLACES)("of %s are ranked, with the difference", async (resource) => {
    const { kg, found } = await alternativesTo(resource);
    const amounts = found.map(({ footprint }) => footprint?.total.kgCo2Equivalent ?? Number.NaN);
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
    expect(found.map(({ rank }) => rank)).toEqual(found.map((_, index) => index + 1));
    for (const { footprint, difference } of found) {
      expect(difference?.kgCo2Equivalent).toBe((footprint?.total.kgCo2Equivalent ?? 0) - kg);
    }
  });

  it("are what the resource asked there says", async () => {
    const { found } = await alternativesTo(
      'blockVolume(input: {storageClass: "sbs_5k", sizeGb: 500, zone: "fr-par-1"})',
    );
    expect(found.length).toBeGreaterThan(5);
    for (const { locality, footprint } of found) {
      const asked = `blockVolume(input: {storageClass: "sbs_5k", sizeGb: 500, zone: "${locality.name}"})`;
      expect(footprint?.total.kgCo2Equivalent).toBe((await alternativesTo(asked)).kg);
    }
  });

  it("have the same rank where they emit the same", async () => {
    const { found } = await alternativesTo(
      'objectBucket(input: {storageClass: "standard", storedGb: 0, region: "fr-par"})',
    );
    expect(found.map(({ rank }) => rank)).toEqual([1, 1, 1]);
  });

  it("leave out a place that did not exist in the period", async () => {
    const during = { start: "2025-07-01T00:00:00Z", end: "2025-07-02T00:00:00Z" };
    const input = { type: "POP2-2C-8G", zone: "fr-par-1", allocationRule: "IMPACT_WEIGHTED" } as const;
    const now = dataOf(await graph.ask(InstanceAlternativesDocument, { input })).instance.alternatives;
    const then = dataOf(await graph.ask(InstanceAlternativesDocument, { input, during })).instance
      .alternatives;
    const names = (all: typeof now) => all?.map(({ locality }) => locality.name);
    expect(names(now)).toContain("it-mil-1");
    expect(names(then)).toEqual(expect.arrayContaining(["fr-par-2"]));
    expect(names(then)).not.toContain("it-mil-1");
  });

  it("of a resource that cannot be computed fail with its error", async () => {
    const { errors } = await graph.askText(
      '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { alternatives(during: {hours: -1}) { rank } } }',
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("say where their order is not settled, and what decides it", async () => {
    const input = { type: "DEV1-S", zone: "fr-par-1", allocationRule: "IMPACT_WEIGHTED" as const };
    const { alternatives } = dataOf(await graph.ask(InstanceAlternativesDocument, { input })).instance;
    const of = (zone: string) => alternatives?.find(({ locality }) => locality.name === zone);
    const near = of("fr-par-2")?.difference;
    expect(near?.isSettled).toBe(false);
    expect(near?.low).toBeLessThan(0);
    expect(near?.high).toBeGreaterThan(near?.kgCo2Equivalent ?? Number.NaN);
    expect(near?.notes.join()).toContain("It is not settled which of the two emits less");
    expect(near?.notes.join()).toContain("fr-par-2");
    expect(near?.notes.join()).toContain("derived");
    const far = of("pl-waw-1")?.difference;
    expect([far?.isSettled, far?.notes]).toEqual([true, []]);
    expect(far?.low).toBeGreaterThan(0);
  });

  it("name the places with which each could change, either way round", async () => {
    const input = { type: "DEV1-S", zone: "fr-par-1", allocationRule: "IMPACT_WEIGHTED" as const };
    const { alternatives } = dataOf(await graph.ask(InstanceAlternativesDocument, { input })).instance;
    const pairs = (alternatives ?? []).flatMap(({ locality, unsettledWith }) =>
      unsettledWith.map(({ name }) => [locality.name, name]),
    );
    expect(pairs.length).toBeGreaterThan(0);
    for (const [one, other] of pairs) expect(pairs).toContainEqual([other, one]);
    for (const { isRankSettled, unsettledWith } of alternatives ?? []) {
      expect(isRankSettled).toBe(unsettledWith.length === 0);
    }
    // What `unsettledWith` says is what a comparison of the two places says.
    for (const { locality, unsettledWith } of alternatives ?? []) {
      const a = `{instance: {type: "DEV1-S", zone: "${locality.name}"}}`;
      const b = `{instance: {type: "DEV1-S", zone: "pl-waw-1"}}`;
      const answer = dataOf(
        await graph.askText(`{ compare(a: ${a}, b: ${b}) { difference { isSettled } } }`),
      ) as never as { compare: { difference: { isSettled: boolean } } };
      const isNamed = unsettledWith.some(({ name }) => name === "pl-waw-1");
      expect(answer.compare.difference.isSettled).toBe(!isNamed);
    }
  });
});
