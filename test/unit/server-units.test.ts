import { composeEstimates } from "../../src/compose-estimates";
import type { ProductCalculator } from "../../src/core/contract";
import { FootprintEngine } from "../../src/core/engine";
import { FactorBook } from "../../src/core/factors";
import { hoursBetween, startOfDay, sumExplainable } from "../../src/core/footprint";
import type { Factor } from "../../src/core/formulas";
import { ALLOCATION_RULES } from "../../src/core/method";
import { composeInstances, DAY, specsOf } from "../support/instances";
import { expectSameImpact, impactsOf, PARTS } from "../support/numbers";

const KIND = "instance";
const DAY_MS = 86_400_000;
const FIRST_CHANGE = startOfDay("2026-01-10").getTime();
const DAYS_OF_CHANGES = 31;

/** Of those that hold for ever: another value, from a day on that few others change on. */
function changedOnSomeDay(factor: Factor, index: number): readonly Factor[] {
  if (factor.validTo !== null || (factor.validFrom ?? "") >= "2026-01-01") return [factor];
  const day = new Date(FIRST_CHANGE + ((index * 37) % DAYS_OF_CHANGES) * DAY_MS).toISOString().slice(0, 10);
  const { low, expected, high } = factor.range;
  const range = { low: low * 0.99, expected: expected * 0.99, high: high * 0.99 };
  return [
    { ...factor, validTo: day },
    { ...factor, range, validFrom: day },
  ];
}

/** Calculators of a composition, which count the units that they compute. */
function countedEngine(bookOf = (book: FactorBook) => book) {
  const counted = { units: 0, runs: 0 };
  const calculators: ProductCalculator[] = [];
  const { engine, benchmarks } = composeEstimates({
    aroundCalculator: (calculator) => {
      const counting = Object.assign(Object.create(calculator) as ProductCalculator, {
        unitsOf: (...asked: Parameters<NonNullable<ProductCalculator["unitsOf"]>>) => {
          const found = calculator.unitsOf?.(...asked) ?? null;
          const count = (one: NonNullable<typeof found>["units"][number]) => ({
            ...one,
            calculate: (...context: Parameters<typeof one.calculate>) => {
              counted.units++;
              return one.calculate(...context);
            },
          });
          return found && { ...found, units: found.units.map(count) };
        },
        calculate: (...asked: Parameters<ProductCalculator["calculate"]>) => {
          counted.runs++;
          return calculator.calculate(...asked);
        },
      });
      if (calculator.kind === KIND) calculators.push(counting);
      return calculator.kind === KIND ? counting : calculator;
    },
  });
  return {
    counted,
    engine: new FootprintEngine(calculators, bookOf(engine.book), engine.places),
    close: () => benchmarks.close(),
  };
}

describe("shares of servers as units", () => {
  it("are as many as types and zones, whatever the loads", async () => {
    const { offered } = composeInstances();
    const { counted, engine, close } = countedEngine();
    const zones = new Set(offered.flatMap(({ row }) => row.zones));
    const specs = offered.flatMap(specsOf);
    for (const [index, spec] of specs.entries()) {
      const period = { hours: 1 + index, on: DAY };
      await engine.totals(KIND, spec, period);
      await engine.totals(KIND, { ...spec, cpuLoadPercent: (index * 7.3) % 100 }, period);
    }
    expect(counted.runs).toBe(0);
    expect(counted.units).toBeLessThanOrEqual(offered.length + 3 * zones.size);
    expect(specs.length).toBeGreaterThan(2 * counted.units);
    await close();
  });

  it("follow every factor on the day on which it changes", async () => {
    const { engine, close } = countedEngine((book) => new FactorBook(book.all().flatMap(changedOnSomeDay)));
    const [start, end] = [startOfDay("2026-01-01"), startOfDay("2026-02-20")];
    const specs = [
      { type: "PRO2-S", zone: "fr-par-2" },
      { type: "POP2-2C-8G", zone: "nl-ams-1", cpuLoadPercent: 12.5 },
      { type: "H100-1-80G", zone: "fr-par-2" },
      ...ALLOCATION_RULES.map((allocationRule) => ({ type: "DEV1-S", zone: "pl-waw-2", allocationRule })),
    ];
    const days = Array.from(
      { length: hoursBetween(start, end) / 24 },
      (_, day) => new Date(start.getTime() + day * DAY_MS),
    );
    for (const spec of specs) {
      const totals = await engine.totals(KIND, spec, { start, end });
      const ofDays = await Promise.all(days.map((on) => engine.footprint(KIND, spec, { hours: 24, on })));
      const [own, whole] = [impactsOf(totals.parts), impactsOf(sumExplainable(ofDays).parts)];
      for (const part of PARTS) expectSameImpact(own[part], whole[part], 1e-12);
    }
    await close();
  });
});
