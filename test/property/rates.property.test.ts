import fc from "fast-check";
import { graphql } from "graphql";
import { type Composition, compose } from "../../src/compose";
import { type Impact, type Period, startOfDay } from "../../src/core/footprint";
import { anyHours } from "../support/arbitraries";
import { contextOf } from "../support/context";
import { expectSameImpact, impactsOf } from "../support/numbers";
import { OFFERS, type RealOffers, realisticLines } from "../support/realistic-lines";

const RELATIVE = 1e-12;
let composition: Composition;
let specs: readonly (readonly [kind: string, spec: object])[];

beforeAll(async () => {
  composition = compose();
  const { data, errors } = await graphql({
    schema: composition.schema.executable,
    source: OFFERS,
    contextValue: contextOf(composition.sessionAt(new Date("2026-11-25"))),
  });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const offers = JSON.parse(JSON.stringify(data)) as RealOffers;
  specs = realisticLines(400, offers, 7).map(
    ({ resource }) => Object.entries(resource)[0] as [string, object],
  );
});
afterAll(() => composition.benchmarks.close());

const DAY_MS = 86_400_000;
const [FIRST, LAST] = [startOfDay("2025-12-02"), startOfDay("2026-12-31")];

/** Hours of a day, or a stretch from a start to an end: over one vintage or over several. */
function anyPeriod(): fc.Arbitrary<Period> {
  const on = fc.date({ min: FIRST, max: LAST, noInvalidDate: true });
  const hours = fc.oneof(fc.constant(0), anyHours());
  const days = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 400, noNaN: true }));
  return fc.oneof(
    fc.record({ hours, on }),
    fc
      .tuple(on, days)
      .map(([start, length]) => ({ start, end: new Date(start.getTime() + Math.round(length * DAY_MS)) })),
  );
}

describe("totals by rate", () => {
  it("are those of the direct calculation, for every product and period", async () => {
    const tried = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat(), anyPeriod(), async (index, period) => {
        const [kind, spec] = specs[index % specs.length] as (typeof specs)[number];
        const totals = await outcomeOf(async () => composition.engine.totals(kind, spec, period, {}));
        const direct = await outcomeOf(() => composition.engine.footprint(kind, spec, period));
        if (typeof totals === "string" || typeof direct === "string") return expect(totals).toEqual(direct);
        tried.add(kind);
        const [own, whole] = [impactsOf(totals.parts), impactsOf(direct.parts)];
        for (const part of Object.keys(whole)) {
          expectSameImpact(own[part] as Impact, whole[part] as Impact, RELATIVE);
        }
        expect(totals.notes.map(({ sentence }) => sentence)).toEqual(
          direct.notes.map(({ sentence }) => sentence),
        );
      }),
      { numRuns: 150 },
    );
    expect(tried.size).toBe(composition.engine.kinds.length);
  });
});

async function outcomeOf<T>(ask: () => Promise<T>): Promise<T | string> {
  try {
    return await ask();
  } catch (error) {
    return (error as Error).message;
  }
}
