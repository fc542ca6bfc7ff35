import {
  componentFrom,
  type Footprint,
  footprintOf,
  group,
  joinFootprints,
  leaf,
  partOfTime,
  sumFootprints,
  totalOf,
} from "../../src/core/footprint";
import { defineFormula, input } from "../../src/core/formulas";

const BURNT = defineFormula({ symbol: "burnt", label: "Burnt", unit: "kgCO2e", expression: "kg" });
const RESOURCE = { kind: "lamp", spec: {} };

function lamp(kg: number): Footprint {
  const calculation = BURNT.apply({ kg: input(kg, "kgCO2e") });
  const contribution = { criterion: "kgCo2Equivalent", stage: "use", calculation } as const;
  return footprintOf([
    leaf({
      name: "Lamp",
      kind: "NODE",
      charged: "equipment",
      contributions: [contribution],
      unknown: new Set(),
    }),
  ]);
}

const lamps = (quantity: number, kg = 1): Footprint =>
  footprintOf([componentFrom({ name: "Lamps", kind: "POOL", quantity, resource: RESOURCE }, lamp(kg))]);
const tokens = (quantity: number, resourceHours: number): Footprint =>
  footprintOf([
    group(
      { name: "Tokens", kind: "TOKENS", quantity, resource: RESOURCE, resourceHours },
      lamp(1).components,
    ),
  ]);

function onlyOf({ components: [only] }: Footprint) {
  return [only?.quantity, only?.resourceHours, only?.resource];
}

describe("quantities of components that become one", () => {
  it("add up over lines, and hours are those of one on average", () => {
    expect(onlyOf(sumFootprints([lamps(2), lamps(2)]))).toEqual([4, null, RESOURCE]);
    expect(onlyOf(sumFootprints([lamps(2), lamps(0.5)]))).toEqual([2.5, null, RESOURCE]);
    expect(onlyOf(sumFootprints([tokens(100, 0.1), tokens(300, 0.5)]))).toEqual([400, 0.4, RESOURCE]);
    expect(onlyOf(sumFootprints([lamps(0), lamps(0)]))).toEqual([0, null, RESOURCE]);
  });

  it("are the mean over the stretches of a period, whose hours add up", () => {
    const stretches = (a: Footprint, b: Footprint) => [
      { footprint: a, share: 0.25 },
      { footprint: b, share: 0.75 },
    ];
    expect(onlyOf(joinFootprints(stretches(lamps(2), lamps(2))))).toEqual([2, null, RESOURCE]);
    expect(onlyOf(joinFootprints(stretches(lamps(2), lamps(4))))).toEqual([3.5, null, RESOURCE]);
    expect(onlyOf(joinFootprints(stretches(tokens(100, 0.1), tokens(100, 0.3))))).toEqual([
      100,
      0.4,
      RESOURCE,
    ]);
  });

  it("stay for a part of the time, while hours shorten", () => {
    expect(onlyOf(partOfTime(lamps(2), 0.5))).toEqual([2, null, RESOURCE]);
    expect(onlyOf(partOfTime(tokens(100, 0.2), 0.5))).toEqual([100, 0.1, RESOURCE]);
    const half = totalOf(partOfTime(lamps(2, 3), 0.5).parts).kgCo2Equivalent;
    expect(half).toEqual({ low: 3, expected: 3, high: 3 });
  });
});
