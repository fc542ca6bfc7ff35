import { composeEstimates } from "../../src/compose-estimates";
import { sayNotes, totalOf } from "../../src/core/footprint";
import {
  type EngineSession,
  estimate,
  estimateAlternatives,
  estimateComparison,
  estimatePortfolio,
  estimateRevision,
  type PortfolioItem,
} from "../../src/estimates";
import { usualComposition } from "../support/usual";

const NOW = new Date("2026-11-25T00:00:00Z");
const plain = composeEstimates();
const graph = usualComposition();
afterAll(() => plain.benchmarks.close());

const OPTIONS = {
  mostItems: 1000,
  report: (cause: unknown): void => {
    throw cause;
  },
};
/** Every sample of every product, those that are refused too. */
const ITEMS: readonly PortfolioItem[] = plain.plugins.flatMap(({ kind, samples }) => {
  const { valid = {}, refused = {} } = samples?.() ?? {};
  const specs = [...Object.values(valid), ...Object.values(refused).map(({ spec }) => spec)];
  return specs.map((spec, index) => ({
    count: 1 + index,
    resource: { [kind]: spec },
    during: { hours: 10 },
  }));
});

const VOLUME = { storageClass: "sbs_5k", zone: "fr-par-1", sizeGb: 10 };
const POOL = { nodeType: "PRO2-S", nodes: 1 };
/** Objects that a program changes between two lines. */
const CHANGED: readonly [string, { kind: string; spec: object; change: (size: number) => void }][] = [
  ["an object", { kind: "blockVolume", spec: VOLUME, change: (size) => (VOLUME.sizeGb = 10 * size) }],
  [
    "one that is frozen, with a list that is not",
    {
      kind: "kubernetesCluster",
      spec: Object.freeze({ controlPlane: "kapsule", region: "fr-par", pools: [POOL] }),
      change: (size) => (POOL.nodes = size),
    },
  ],
];

/** The same of the session of a program and of that of a graph. */
async function ofBoth<T>(ask: (session: EngineSession) => Promise<T>): Promise<[T, T]> {
  return Promise.all([ask(plain.sessionAt(NOW)), ask(graph.sessionAt(NOW))]);
}

describe("a program's session", () => {
  it.each([
    ["a figure", (): Promise<unknown> => estimate({ instnace: {} }, null, plain.sessionAt(NOW))],
    ["what is shown of it", async (): Promise<unknown> => plain.sessionAt(NOW).product("instnace")],
  ])("names products near to an unknown one that is asked for %s", async (_what, ask) => {
    await expect(ask()).rejects.toMatchObject({
      code: "UNKNOWN_PRODUCT",
      message: 'There is no product "instnace". Did you mean instance?',
      details: { suggestions: ["instance"] },
    });
  });

  it("reads a specification anew that the program has changed since", async () => {
    const session = plain.sessionAt(NOW);
    const spec = { storageClass: "sbs_5k", zone: "fr-par-1", sizeGb: 10 };
    const kgOf = async (one: object): Promise<number> => {
      session.checked("blockVolume", one, session.period(null));
      const { parts } = await session.totalsIn("blockVolume", one, session.period(null));
      return totalOf(parts).kgCo2Equivalent.expected;
    };
    const kg = await kgOf(spec);
    expect([await kgOf(spec), await kgOf(spec)]).toEqual([kg, kg]);
    spec.zone = "pl-waw-1";
    expect([await kgOf(spec), await kgOf({ ...spec })]).not.toContain(kg);
  });

  it("knows the rate of what a specification says now", async () => {
    const { engine } = graph;
    const request = {};
    const spec = { ...VOLUME };
    const knows = (): boolean =>
      engine.rateAtHand("blockVolume", spec, "2026-11-25", request)?.rate !== undefined;
    for (let time = 0; time < 2; time++)
      await engine.totals("blockVolume", spec, { hours: 1, on: NOW }, request);
    expect([knows(), knows()]).toEqual([true, true]);
    spec.zone = "fr-par-9";
    expect(knows()).toBe(false);
  });

  it.each(CHANGED)(
    "reads what changed before others had their turn, and spoils nobody's figure: %s",
    async (_, { kind, spec, change }) => {
      const changing = composeEstimates();
      const ofSizes = async (session: EngineSession, specOf: (size: number) => object): Promise<number[]> => {
        const lines = [1, 2, 3].map((size) => {
          const one = specOf(size);
          session.checked(kind, one, session.period(null));
          return session.totalsIn(kind, one, session.period(null));
        });
        return (await Promise.all(lines)).map(({ parts }) => totalOf(parts).kgCo2Equivalent.expected);
      };
      const changed = (size: number): object => {
        change(size);
        return spec;
      };
      const apart = (size: number): object => structuredClone(changed(size));
      const wanted = await ofSizes(plain.sessionAt(NOW), apart);
      expect(new Set(wanted).size).toBe(3);
      const session = changing.sessionAt(NOW);
      for (let time = 0; time < 3; time++) expect(await ofSizes(session, changed)).toEqual(wanted);
      expect(await ofSizes(session, apart)).toEqual(wanted);
      await changing.benchmarks.close();
    },
  );

  it("answers portfolios as the graph's does, place by place", async () => {
    const [ours, theirs] = await ofBoth(async (session) => {
      const { outcomes, footprint, byProduct, byPlace } = await portfolioIn(session);
      return { outcomes, parts: footprint.parts, notes: sayNotes(footprint), byProduct, byPlace };
    });
    expect(ours.outcomes.filter((one) => "error" in one).length).toBeGreaterThan(10);
    expect(ours).toEqual(theirs);
  });

  it("answers comparisons, revisions and alternatives as the graph's does", async () => {
    const [a, b] = [0, 1].map((index) => (ITEMS[index] as PortfolioItem).resource) as [object, object];
    const request = {
      items: ITEMS,
      from: new Date("2025-10-01"),
      to: new Date("2026-10-01"),
      during: null,
    };
    const [ours, theirs] = await ofBoth(async (session) => {
      const comparison = await estimateComparison({ a, b }, null, session);
      const revision = await estimateRevision(request, session, OPTIONS);
      const alternatives = await Promise.all(
        plain.plugins.map(async ({ kind, samples }) => {
          const [spec] = Object.values(samples?.().valid ?? {});
          return estimateAlternatives({ kind, spec: spec as object, during: null }, session);
        }),
      );
      return {
        comparison: [comparison.a.footprint.parts, comparison.b.footprint.parts],
        revision: [revision.before.parts, revision.after.parts, revision.leftOut],
        alternatives: alternatives.map((found) =>
          found?.computed.map(({ place, footprint }) => [place, footprint.parts]),
        ),
      };
    });
    expect(ours.alternatives.flat().length).toBeGreaterThan(10);
    expect(ours).toEqual(theirs);
  });
});

async function portfolioIn(session: EngineSession) {
  const portfolio = await estimatePortfolio(ITEMS, null, session, OPTIONS);
  const subtotal = ({
    of,
    items,
    footprint,
  }: {
    of: string;
    items: number;
    footprint: { parts: object };
  }) => ({
    of,
    items,
    parts: footprint.parts,
  });
  return {
    footprint: portfolio.footprint,
    outcomes: portfolio.outcomes.map((one) => ("error" in one ? one : { parts: one.footprint.parts })),
    byProduct: portfolio.byProduct().map(subtotal),
    byPlace: (await portfolio.byPlace()).map(subtotal),
  };
}
