import fc from "fast-check";
import { amountOf } from "../../page/src/text/amounts";
import { CRITERIA, criterionOf } from "../../page/src/text/criteria";
import {
  figure,
  figureIn,
  figureText,
  percentText,
  rangeText,
  stepOfAll,
  threeDigits,
} from "../../page/src/text/figures";
import { signedNumber } from "../../page/src/text/signed";
import { unitName } from "../../page/src/text/unit-names";
import { CRITERIA as OF_THE_METHOD } from "../../src/core/footprint";

const [GASES] = CRITERIA;
const WATER = criterionOf("m3WaterUsage");

describe("a figure", () => {
  it.each([
    [2.9353065941667413, "2.94 kg CO₂e"],
    [0.909, "909 g CO₂e"],
    [0.9996, "1.00 kg CO₂e"],
    [999.4, "999 kg CO₂e"],
    [999.6, "1.00 t CO₂e"],
    [1_234_567, "1.23 kt CO₂e"],
    [1.5e-13, "0.150 ng CO₂e"],
    [-6.3, "−6.30 kg CO₂e"],
    [0, "0 kg CO₂e"],
    [null, "unknown"],
    [undefined, "unknown"],
  ])("has three digits in the step where it is read best: %s", (kg, text) => {
    expect(figureText(kg, GASES)).toBe(text);
  });

  it("of water is in litres where that is less than a cubic metre", () => {
    expect([figureText(0.00128, WATER), figureText(12, WATER)]).toEqual(["1.28 L", "12.0 m³"]);
  });

  it("has the exact number beside it", () => {
    expect(figure(2.9353065941667413, GASES).exact).toBe("2.9353065941667413 kg CO₂e");
  });

  it("is never further than half a digit from what it is, in any criterion", () => {
    const value = fc.double({ min: 1e-11, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, fc.constantFrom(...CRITERIA), (expected, criterion) => {
        const { number, unit } = figure(expected, criterion);
        const { size = Number.NaN } =
          criterion.steps.find((step) => `${step.unit}${criterion.of}` === unit) ?? {};
        const read = Number(number.replaceAll(",", "").replace(/ × 10.*/, "")) * size;
        if (number.includes("×")) return;
        expect(Math.abs(read - expected) / expected).toBeLessThanOrEqual(0.00501);
      }),
    );
  });

  it("has its range in its own step", () => {
    expect(rangeText({ expected: 0.0646, low: 0.00762, high: 1.316 }, GASES)).toBe("7.62 to 1,320 g CO₂e");
    expect(rangeText({ expected: 0, low: 0, high: 0.0115 }, GASES)).toBe("0 to 11.5 g CO₂e");
  });
});

it("numbers of the method have three digits at most, and a power of ten where they need one", () => {
  expect([0, 730, 0.044, 1234, 4.5e-7, -2e-12, 3e15].map(threeDigits)).toEqual([
    "0",
    "730",
    "0.044",
    "1,230",
    "4.5 × 10⁻⁷",
    "−2 × 10⁻¹²",
    "3 × 10¹⁵",
  ]);
});

it("shares are told from nothing", () => {
  expect([0, 0.0004, 0.0123, 0.39355, 0.997, 1].map(percentText)).toEqual([
    "0 %",
    "< 0.1 %",
    "1.2 %",
    "39 %",
    "99.7 %",
    "100 %",
  ]);
});

it("what is unknown is no amount, and zero is one", () => {
  const ends = { m3WaterUsageLow: 0, m3WaterUsageHigh: 0 };
  expect(amountOf({ m3WaterUsage: 0, ...ends }, WATER)).toEqual({ expected: 0, low: 0, high: 0 });
  expect(amountOf({ m3WaterUsage: null, ...ends }, WATER)).toBeNull();
  expect(amountOf({}, WATER)).toBeNull();
});

it("criteria are those of the method", () => {
  const fields = OF_THE_METHOD.map(({ field }) => field as string);
  expect(CRITERIA.map(({ field }) => field as string).sort()).toEqual([...fields].sort());
});

describe("figures that stand together", () => {
  it("are in the one unit of the largest", () => {
    const all = [1_090, 3.05, -0.00922, null];
    const step = stepOfAll(all, GASES);
    expect(step.unit).toBe("t");
    expect(all.map((one) => (one === null ? null : figureIn(step, one, GASES).number))).toEqual([
      ...["1.09", "0.00305", "−9.22 × 10⁻⁶"],
      null,
    ]);
    expect(signedNumber(-3.05, GASES, step)).toBe("−0.00305");
    expect(stepOfAll([null, undefined], GASES).unit).toBe("kg");
  });

  it.each([
    ["kgCO2e/kWh", "kg CO₂e/kWh"],
    ["m3", "m³"],
    ["kgSbeq", "kg Sb eq"],
    ["-", ""],
    ["vCPU", "vCPU"],
  ])("have units as people write them: %s", (unit, name) => {
    expect(unitName(unit)).toBe(name);
  });
});
