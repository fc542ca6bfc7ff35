import { limitsWith } from "../support/limits";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import {
  expectPlaceUsed,
  expectResourcesToAddUp,
  expectSameTotal,
  FRAGMENTS,
  OPENED,
  OPENED_PLACE,
  type Opened,
  type OpenedComponent,
  type Place,
  SEEN,
  SEEN_FRAGMENT,
} from "../support/shown";

let graph: LiveGraph;
beforeAll(async () => {
  // Everything is opened at once.
  graph = await startLiveGraph({}, { limits: limitsWith({ cost: 1e12 }) });
});
afterAll(() => graph.stop());

async function answerOf<T>(query: string): Promise<T> {
  const { data, errors } = await graph.askText(query);
  expect(errors).toBeUndefined();
  return data as T;
}

/** By product: an input, how many resources its components lead to, and the place that its figures are of. */
const PRODUCTS = [
  {
    kind: "instance",
    input: '{type: "PRO2-S", zone: "pl-waw-2", cpuLoadPercent: 70}',
    resources: 0,
    place: "pl-waw-2",
  },
  {
    kind: "blockVolume",
    input: '{storageClass: "sbs_5k", sizeGb: 50, zone: "nl-ams-2"}',
    resources: 0,
    place: "nl-ams-2",
  },
  {
    kind: "objectBucket",
    input: '{storageClass: "standard", storedGb: 50, region: "fr-par"}',
    resources: 0,
    place: "fr-par",
  },
  {
    kind: "objectBucket",
    input: '{storageClass: "onezone_ia", storedGb: 50, region: "fr-par"}',
    resources: 0,
    place: "fr-par-1",
  },
  { kind: "loadBalancer", input: '{type: "LB-S", zone: "fr-par-2"}', resources: 2, place: "fr-par-2" },
  {
    kind: "kubernetesCluster",
    input: '{controlPlane: "kapsule", region: "fr-par"}',
    resources: 4,
    place: "fr-par-1",
  },
  {
    kind: "kubernetesCluster",
    input:
      '{controlPlane: "kapsule-dedicated-4", region: "fr-par", pools: [{nodeType: "PRO2-S", nodes: 2.5, zone: "fr-par-2"}, {nodeType: "DEV1-M", nodes: 0, zone: "fr-par-1"}]}',
    resources: 5,
    place: "fr-par-2",
  },
  {
    kind: "kubernetesCluster",
    input:
      '{controlPlane: "kapsule", region: "fr-par", pools: [{nodeType: "PRO2-S", nodes: 3, zone: "fr-par-2"}, {nodeType: "PRO2-S", nodes: 1, zone: "fr-par-3"}]}',
    resources: 5,
    place: "fr-par-1",
  },
  {
    kind: "dedicatedDeployment",
    input: '{nodeType: "L4", region: "fr-par", nodes: 2, importedModelGb: 5}',
    resources: 6,
    place: "fr-par-2",
  },
  {
    kind: "serverlessUsage",
    input: '{model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000}',
    resources: 3,
    place: "fr-par-2",
  },
];

const PERIODS = [
  "",
  "during: {hours: 100}",
  'during: {start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z"}',
  'during: {start: "2025-10-01T00:00:00Z", end: "2025-10-08T00:00:00Z"}',
  'during: {hours: 24, asOf: "2025-09-15"}',
  'during: {start: "2025-08-10T00:00:00Z", end: "2025-08-30T00:00:00Z"}',
];
const ALTERNATIVE_PERIODS = PERIODS.slice(3);
const argument = (period: string): string => (period === "" ? "" : `(${period})`);
const CASES = PRODUCTS.flatMap((product) => PERIODS.map((period) => ({ ...product, period })));

describe.each(CASES)("$kind $input, $period", ({ kind, input, resources, place, period }) => {
  it("leads to resources whose footprints are those of the components, and to the place that was used", async () => {
    const { one } = await answerOf<{ one: { locality: Place; footprint: Opened } }>(
      `{ one: ${kind}(input: ${input}) { locality${argument(period)} ${OPENED_PLACE} footprint${argument(period)} ${OPENED} } } ${FRAGMENTS}`,
    );
    expect(expectResourcesToAddUp(one.footprint)).toBeGreaterThanOrEqual(resources);
    expect(one.locality.name).toBe(place);
    expectPlaceUsed(one.locality, one.footprint);
  });
});

describe.each(CASES.filter(({ period }) => ALTERNATIVE_PERIODS.includes(period)))(
  "places beside $kind $input, $period",
  ({ kind, input, period }) => {
    it("are what their resources say", async () => {
      const { one } = await answerOf<{ one: { footprint: Opened; alternatives: Alternative[] } }>(
        `{ one: ${kind}(input: ${input}) { footprint${argument(period)} ${SEEN} alternatives${argument(period)} {
        locality ${OPENED_PLACE} difference { kgCo2Equivalent } footprint ${SEEN}
        resource { locality ${OPENED_PLACE} footprint ${SEEN} } } } } ${SEEN_FRAGMENT}`,
      );
      for (const { locality, footprint, resource, difference } of one.alternatives) {
        expectSameTotal(resource.footprint.total, footprint.total);
        expect(resource.locality).toEqual(locality);
        expectPlaceUsed(locality, footprint);
        expectResourcesToAddUp(footprint);
        expect(difference.kgCo2Equivalent).toBe(
          (footprint.total.kgCo2Equivalent as number) - (one.footprint.total.kgCo2Equivalent as number),
        );
      }
    });
  },
);

interface Alternative {
  readonly locality: Place;
  readonly footprint: Opened;
  readonly resource: { readonly locality: Place; readonly footprint: Opened };
  readonly difference: { readonly kgCo2Equivalent: number };
}
interface Shown {
  readonly resource: { readonly locality: Place; readonly footprint: Opened };
  readonly footprint: Opened;
}
const SHOWN = `resource { locality ${OPENED_PLACE} footprint ${OPENED} } footprint ${OPENED}`;
const INPUTS = PRODUCTS.map(({ kind, input }) => `{${kind}: ${input}}`);

function expectShown({ resource, footprint }: Shown, times = 1): void {
  expectSameTotal(footprint.total, resource.footprint.total, times);
  expectPlaceUsed(resource.locality, resource.footprint);
  expectResourcesToAddUp(footprint);
  expectResourcesToAddUp(resource.footprint);
}

describe.each(PERIODS)("with %s", (period) => {
  it("a portfolio's items are so many of their resources, its sum leads to them, and its places are theirs", async () => {
    const lines = INPUTS.map((one, index) => `{count: ${index + 0.5}, resource: ${one}}`);
    const own = 'during: {start: "2026-05-01T00:00:00Z", end: "2026-05-03T00:00:00Z"}';
    const ownDay = 'during: {hours: 5, asOf: "2025-09-01"}';
    const dated = [own, ownDay].map((one) => `{count: 2, resource: ${INPUTS[4]}, ${one}}`);
    const query = (items: readonly string[], selection: string): string =>
      `{ portfolio(items: [${items}] ${period}) { ${selection} } } ${FRAGMENTS}`;
    const { portfolio } = await answerOf<{ portfolio: { items: (Shown & { count: number })[] } }>(
      query([...lines, ...dated], `items { count ${SHOWN} }`),
    );
    for (const item of portfolio.items) expectShown(item, item.count);
    const sum = await answerOf<{
      portfolio: { footprint: Opened; byLocality: { locality: Place; footprint: Opened }[] };
    }>(query(lines, `footprint ${OPENED} byLocality { locality ${OPENED_PLACE} footprint ${OPENED} }`));
    for (const { locality, footprint } of sum.portfolio.byLocality) expectPlaceUsed(locality, footprint);
  });

  it("lines that say the same are so many of one resource in the sum", async () => {
    const { portfolio } = await answerOf<{ portfolio: { footprint: Opened } }>(
      `{ portfolio(items: [{count: 2, resource: ${INPUTS[5]}}, {resource: ${INPUTS[5]}}, {count: 2, resource: ${INPUTS[9]}}, {resource: ${INPUTS[9]}}] ${period}) { footprint ${OPENED} } } ${FRAGMENTS}`,
    );
    expect(expectResourcesToAddUp(portfolio.footprint)).toBeGreaterThan(3);
  });

  it("a comparison's sides are their resources", async () => {
    for (const [a, b] of [
      [4, 8],
      [7, 9],
      [0, 2],
    ] as const) {
      const { compare } = await answerOf<{ compare: { a: Shown; b: Shown } }>(
        `{ compare(a: ${INPUTS[a]}, b: ${INPUTS[b]} ${period}) { a { ${SHOWN} } b { ${SHOWN} } } } ${FRAGMENTS}`,
      );
      expectShown(compare.a);
      expectShown(compare.b);
    }
  });

  it("a million tokens cost as much beside a footprint as in it", async () => {
    const { usage } = await answerOf<{
      usage: { footprint: Opened; perMillionTokens: { type: string; footprint: Opened }[] };
    }>(
      `{ usage: serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 500000}) {
        footprint${argument(period)} ${OPENED} perMillionTokens${argument(period)} { type footprint ${OPENED} } } } ${FRAGMENTS}`,
    );
    const million = usage.perMillionTokens.find(({ type }) => type === "OUTPUT");
    expectSameTotal(usage.footprint.total, million?.footprint.total ?? {}, 0.5);
    expectResourcesToAddUp(million?.footprint as Opened);
  });
});

describe("a day", () => {
  it("that a query is pinned to holds for all below it, with and without a period", async () => {
    for (const during of ["", "(during: {hours: 9})"]) {
      const { one } = await answerOf<{ one: Shown["resource"] }>(
        `{ one: serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000}, asOf: "2025-10-01") { locality ${OPENED_PLACE} footprint${during} ${OPENED} } } ${FRAGMENTS}`,
      );
      expect(one.locality.pue.id).not.toContain("2025-12");
      expectPlaceUsed(one.locality, one.footprint);
      expectResourcesToAddUp(one.footprint);
    }
  });

  it("of a revision holds for each side", async () => {
    const { revision } = await answerOf<{ revision: { before: Opened; after: Opened } }>(
      `{ revision(items: [{count: 3, resource: ${INPUTS[8]}}, {resource: ${INPUTS[6]}}], from: "2025-09-01", to: "2026-09-01", during: {hours: 50}) { before ${OPENED} after ${OPENED} } } ${FRAGMENTS}`,
    );
    expect(expectResourcesToAddUp(revision.before)).toBeGreaterThan(5);
    expect(expectResourcesToAddUp(revision.after)).toBeGreaterThan(5);
    const pueOf = ({ components = [] }: Opened): (string | undefined)[] =>
      components.flatMap(({ resource }: OpenedComponent) => resource?.locality?.pue.id ?? []);
    expect(pueOf(revision.before)).not.toEqual(pueOf(revision.after));
  });
});

describe("a load", () => {
  it("that is measured holds for the places beside it", async () => {
    const { one } = await answerOf<{ one: { footprint: Opened; alternatives: Alternative[] } }>(
      `{ one: instance(input: {type: "PRO2-S", zone: "fr-par-1"}) { footprint(cpuLoadPercent: 80) ${SEEN}
         alternatives(cpuLoadPercent: 80) { locality ${OPENED_PLACE} footprint ${SEEN} difference { kgCo2Equivalent } resource { locality ${OPENED_PLACE} footprint ${SEEN} } } } } ${SEEN_FRAGMENT}`,
    );
    for (const { footprint, resource, difference } of one.alternatives) {
      expectSameTotal(resource.footprint.total, footprint.total);
      expect(difference.kgCo2Equivalent).toBe(
        (footprint.total.kgCo2Equivalent as number) - (one.footprint.total.kgCo2Equivalent as number),
      );
    }
  });
});

describe("ways of serving a model", () => {
  it("are what their resources say", async () => {
    const { servingComparison: found } = await answerOf<{
      servingComparison: { serverless: Shown["resource"]; serverlessFootprint: Opened; options: Option[] };
    }>(
      `{ servingComparison(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000000, nodes: 3}) {
        serverless { locality ${OPENED_PLACE} footprint ${SEEN} } serverlessFootprint ${SEEN}
        options { footprint ${SEEN} deployment { locality ${OPENED_PLACE} footprint ${SEEN} } } } } ${SEEN_FRAGMENT}`,
    );
    expectShown({ resource: found.serverless, footprint: found.serverlessFootprint });
    expect(found.options.length).toBeGreaterThan(0);
    for (const { footprint, deployment } of found.options) expectShown({ resource: deployment, footprint });
  });
});

interface Option {
  readonly footprint: Opened;
  readonly deployment: Shown["resource"];
}
