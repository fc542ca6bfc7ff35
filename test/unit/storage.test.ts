import { input, range, type Value } from "../../src/core/formulas";
import {
  amortise,
  itEnergy,
  modelledPower,
  poolAllocation,
  poolCapacity,
  poolShare,
  powerOfAll,
  type Site,
  usableCapacity,
  useOf,
  withDisks,
} from "../../src/core/method";
import { factorSource, hardware } from "../support/factors";
import { expectClose } from "../support/numbers";

const TOLERANCE = 0.001;
const HOURS = input(100, "h");

/** 200 GB in three replicas, of a pool of 1000 GB. */
const block = poolShare(input(200, "GB"), input(3, "-"), input(1000, "GB"));
/** 100 GB × 1.5, of a pool of 1000 GB that may be filled to 80 %. */
const object = poolShare(
  input(100, "GB"),
  input(1.5, "-"),
  usableCapacity(input(1000, "GB"), input(0.8, "-")),
);

describe("worked examples of the method on storage", () => {
  it("5: block, 200 GB × 3 / 1000 GB = 0.6; 100 h / 52 560 h × 850 kg × 0.6 = 0.9703 kg", () => {
    expectClose(block.range.expected, 0.6, TOLERANCE);
    expectClose(manufacturing(block), 0.9703, TOLERANCE);
  });

  it("6: block, 0.6 kW × 100 h × 0.065 kg/kWh × 0.6 = 2.34 kg", () => {
    expectClose(usage(block), 2.34, TOLERANCE);
  });

  it("7: object, 100 GB × 1.5 / 800 GB = 0.1875; 100 h / 52 560 h × 850 kg × 0.1875 = 0.3032 kg", () => {
    expectClose(object.range.expected, 0.1875, TOLERANCE);
    expectClose(manufacturing(object), 0.3032, TOLERANCE);
  });

  it("8: object, 0.6 kW × 100 h × 0.065 kg/kWh × 0.1875 = 0.73125 kg (printed 0.74: with the ratio rounded to 0.19)", () => {
    expectClose(usage(object), 0.73125, TOLERANCE);
  });
});

describe("a pool of servers", () => {
  it("holds servers × disks × size × density", () => {
    const pool = poolCapacity({
      servers: input(12, "server"),
      disks: input(24, "-"),
      diskGb: input(7680, "GB"),
      density: { range: range(0.5, 1, 2), unit: "-" },
    });
    expect(pool.range).toEqual({ low: 1_105_920, expected: 2_211_840, high: 4_423_680 });
  });

  it("is shared by what is reserved of it, and says so", () => {
    expect(poolAllocation(block)).toEqual({
      rule: "RESERVED_OVER_POOL",
      share: block.range.expected,
      parts: [{ key: "storage", reserved: 600, capacity: 1000, unit: "GB", share: block.range.expected }],
    });
  });

  it("carries the doubt about its capacity into the share", () => {
    const share = poolShare(input(100, "GB"), input(3, "-"), { range: range(500, 1000, 2000), unit: "GB" });
    expectClose(share.range.low, 0.15);
    expectClose(share.range.high, 0.6);
  });

  it("draws the power of its disks on top of the model, for all servers", () => {
    const one = modelledPower(hardware(), input(30, "%"), POWER);
    const pool = powerOfAll(input(10, "server"), withDisks(one, input(24, "-"), input(8, "W")));
    expectClose(pool.cpu.range.expected, 10 * one.cpu.range.expected);
    expectClose(pool.ram.range.expected, 10 * one.ram.range.expected);
    expectClose(pool.other.range.expected, 10 * (one.other.range.expected + 24 * 8));
  });
});

const POWER = factorSource({
  "consumption.cpu.a": 0.5,
  "consumption.cpu.b": 1,
  "consumption.cpu.c": 20,
  "consumption.cpu.d": -1.4,
  "consumption.ram": 0.284,
  "consumption.other-ratio": 0.33,
});

function manufacturing(share: Value): number {
  const terms = { impact: input(850, "kgCO2e"), hours: HOURS, lifespan: input(52_560, "h"), share };
  return amortise("kgCo2Equivalent", terms).calculation.range.expected;
}

/** The examples' 0.065 kg/kWh has the PUE inside. */
function usage(share: Value): number {
  const site: Site = {
    pue: input(1, "-"),
    wue: null,
    electricity: {
      kgCo2Equivalent: input(0.065, "kgCO2e/kWh"),
      kgSbEquivalent: input(0, "kgSbeq/kWh"),
      mjPrimaryEnergy: input(0, "MJ/kWh"),
    },
  };
  const uses = useOf(itEnergy({ power: input(600, "W"), hours: HOURS, share }), site).contributions;
  return (
    uses.find(({ criterion }) => criterion === "kgCo2Equivalent")?.calculation.range.expected ?? Number.NaN
  );
}
