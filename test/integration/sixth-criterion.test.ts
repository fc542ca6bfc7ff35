import { rmSync } from "node:fs";
import { CRITERIA, type CriterionRow } from "../../src/core/footprint/impacts/criteria";
import type { LiveGraph } from "../support/live-graph";

/** @alone The criterion stands in the table that all modules are made from. */
const SIXTH: CriterionRow = {
  id: "MOL_H_PLUS_EQUIVALENT",
  field: "molHPlusEquivalent",
  unit: "molHpluseq",
  name: "Acidification",
  sentence: "Acidification [mol H+ eq].",
  unknown: "Null where unknown.",
  series: "ap",
  isOfUseAlone: false,
};
/** The criterion whose factors the sixth one has, but for their unit: their amounts must be the same everywhere. */
const LIKE = { field: "kgSbEquivalent", series: "adp", unit: "kgSbeq" };

const BOTH = `like: ${LIKE.field} sixth: ${SIXTH.field} high: ${SIXTH.field}(bound: HIGH) likeHigh: ${LIKE.field}(bound: HIGH)`;
const IMPACT = `{ ${BOTH} }`;
const FOOTPRINT = `{ total ${IMPACT} manufacturing ${IMPACT} usage ${IMPACT} operational ${IMPACT}
  byLifeCycleStage { manufacturing ${IMPACT} use ${IMPACT} } }`;
const ITEMS = [
  { count: 3, resource: { instance: { type: "PRO2-S", zone: "fr-par-1" } } },
  { count: 2, resource: { instance: { type: "H100-1-80G", zone: "fr-par-2" } } },
  { count: 1, resource: { blockVolume: { storageClass: "sbs_5k", sizeGb: 100, zone: "nl-ams-1" } } },
  { count: 1, resource: { objectBucket: { storageClass: "standard", storedGb: 10, region: "pl-waw" } } },
  { count: 2, resource: { loadBalancer: { type: "LB-S", zone: "fr-par-1" } } },
  {
    count: 1,
    resource: {
      kubernetesCluster: {
        controlPlane: "kapsule",
        region: "fr-par",
        pools: [{ nodeType: "PRO2-S", nodes: 2, zone: "fr-par-1" }],
      },
    },
  },
  {
    count: 1,
    resource: {
      dedicatedDeployment: { nodeType: "L4", region: "fr-par", model: "mistral-nemo-instruct-2407" },
    },
  },
  {
    count: 1,
    resource: { serverlessUsage: { model: "gpt-oss-120b", region: "fr-par", inputTokens: 1e6 } },
  },
];

let overlay: string;
let graph: LiveGraph;
beforeAll(async () => {
  // Everything that knows criteria reads the table when it is loaded, which it is below.
  (CRITERIA as unknown as CriterionRow[]).push(SIXTH);
  const { dataFiles, overlayOf } = await import("../support/overlays");
  const rows = dataFiles().map((file) => ({
    name: file.name,
    rows: file.rows
      .filter(({ id }) => id?.endsWith(`.${LIKE.series}`))
      .map((row) => ({
        ...row,
        id: (row.id as string).replace(/[^.]+$/, SIXTH.series as string),
        unit: (row.unit as string).replace(LIKE.unit, SIXTH.unit),
      })),
  }));
  overlay = overlayOf(rows);
  const { startLiveGraph } = await import("../support/live-graph");
  graph = await startLiveGraph({ dataOverlay: overlay });
});
afterAll(async () => {
  await graph.stop();
  rmSync(overlay, { recursive: true });
});

interface Amounts {
  readonly like: number | null;
  readonly sixth: number | null;
  readonly high: number | null;
  readonly likeHigh: number | null;
}

/** Every impact in an answer, at any depth. */
function impactsIn(value: unknown): Amounts[] {
  if (typeof value !== "object" || value === null) return [];
  return "sixth" in value ? [value as Amounts] : Object.values(value).flatMap(impactsIn);
}

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { data, errors } = await graph.askText(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

function expectSixth(answer: unknown): void {
  const impacts = impactsIn(answer);
  expect(impacts.length).toBeGreaterThan(0);
  for (const { like, sixth, high, likeHigh } of impacts) expect([sixth, high]).toEqual([like, likeHigh]);
  expect(impacts.some(({ sixth }) => sixth !== null && sixth > 0)).toBe(true);
}

describe("a sixth criterion, added by one row and its factors", () => {
  it("is summed as the others are, in every product, part, stage and sum", async () => {
    const answer = (await ask(
      `query ($items: [PortfolioItemInput!]!) { portfolio(items: $items, during: { hours: 730 }) {
        footprint ${FOOTPRINT} byProduct { product { id } footprint ${FOOTPRINT} }
        byLocality { footprint ${FOOTPRINT} }
        items { error { message } footprint { total ${IMPACT} components { footprint ${FOOTPRINT} } } }
      } }`,
      { items: ITEMS },
    )) as { portfolio: { items: { error: unknown }[]; footprint: Record<string, Amounts> } };
    const { items, footprint } = answer.portfolio;
    expect(items.map(({ error }) => error)).toEqual(ITEMS.map(() => null));
    for (const part of ["manufacturing", "usage", "operational"]) {
      expect((footprint[part] as Amounts).sixth).toBeGreaterThan(0);
    }
    expectSixth(answer);
  });

  it("is explained by formulas in its unit, and has its share in comparisons", async () => {
    const side = (zone: string) => `{ instance: { type: "PRO2-S", zone: "${zone}" } }`;
    const answer =
      (await ask(`{ compare(a: ${side("fr-par-1")}, b: ${side("nl-ams-1")}, during: { hours: 730 }) {
      difference { ${BOTH} isSettled(criterion: ${SIXTH.id}) }
      drivers(criterion: ${SIXTH.id}) { unit effect }
      like: drivers(criterion: KG_SB_EQUIVALENT) { effect }
      a { footprint { components { footprint { components { calculations { symbol unit result } } } } } }
    } }`)) as {
        compare: { drivers: { effect: number }[]; like: { effect: number }[]; a: object };
      };
    const { drivers, like, a } = answer.compare;
    expect(drivers.length).toBeGreaterThan(1);
    expect(drivers.map(({ effect }) => effect)).toEqual(like.map(({ effect }) => effect));
    expect(JSON.stringify(a)).toContain('"symbol":"use_ap","unit":"molHpluseq"');
    expectSixth(answer);
  });

  it("is a field and a choice of the schema", async () => {
    const { __type: impact, choice } = (await ask(
      `{ __type(name: "Impact") { fields { name description } } choice: __type(name: "Criterion") { enumValues { name } } }`,
    )) as { __type: { fields: { name: string; description: string }[] }; choice: { enumValues: object[] } };
    expect(impact.fields).toContainEqual({
      name: SIXTH.field,
      description: "Acidification [mol H+ eq]. Null where unknown.",
    });
    expect(choice.enumValues).toContainEqual({ name: SIXTH.id });
  });
});
