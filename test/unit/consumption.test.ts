import { input, range, type Value } from "../../src/core/formulas";
import {
  averagePower,
  cpuPower,
  type HostPower,
  modelledPower,
  modelTotal,
  splitByModel,
} from "../../src/core/method";
import { factorSource, hardware } from "../support/factors";

/** The profile that is served: a fit to 0.12, 0.32, 0.75 and 1.02 of the TDP at loads of 0, 10, 50 and 100 %. */
const factors = factorSource({
  "consumption.cpu.a": 0.5084935714657327,
  "consumption.cpu.b": 1,
  "consumption.cpu.c": 20.452345234523452,
  "consumption.cpu.d": -1.4154274916362584,
  "consumption.ram": 0.284,
  "consumption.other-ratio": 0.33,
});
const TDP = 225;
const REFERENCE = percent(30);

function percent(load: number): Value {
  return input(load, "%");
}

/** Power of one CPU over its TDP. */
function ofTdp(load: number): number {
  return cpuPower(hardware({ cpus: 1, tdpW: TDP }), percent(load), factors).range.expected / TDP;
}

describe("the consumption profile of a CPU", () => {
  it.each([
    [0, 0.12],
    [10, 0.32],
    [50, 0.75],
    [100, 1.02],
  ])("meets its anchor at %d %% load: %d of the TDP", (load, share) => {
    expect(Math.abs(ofTdp(load) - share)).toBeLessThan(0.01);
  });

  it("takes 0.578 of the TDP at the load of the method, 30 %", () => {
    // 0.50849 × ln(30 + 20.45235) − 1.41543 = 0.50849 × 3.92103 − 1.41543 = 0.57839
    expect(ofTdp(30)).toBeCloseTo(0.57839, 4);
  });

  it("increases with the load, by less and less", () => {
    const shares = Array.from({ length: 101 }, (_, load) => ofTdp(load));
    const steps = shares.slice(1).map((share, index) => share - (shares[index] ?? Number.NaN));

    for (const step of steps) expect(step).toBeGreaterThan(0);
    steps.slice(1).forEach((step, index) => {
      expect(step).toBeLessThan(steps[index] ?? Number.NaN);
    });
  });

  it("counts CPUs and their TDP", () => {
    const one = cpuPower(hardware({ cpus: 1, tdpW: 100 }), REFERENCE, factors).range.expected;

    expect(cpuPower(hardware({ cpus: 2, tdpW: 100 }), REFERENCE, factors).range.expected).toBeCloseTo(
      2 * one,
      10,
    );
    expect(cpuPower(hardware({ cpus: 1, tdpW: 300 }), REFERENCE, factors).range.expected).toBeCloseTo(
      3 * one,
      10,
    );
  });
});

describe("the power of a host by the hardware model [W]", () => {
  const { cpu, ram, other } = modelledPower(hardware(), REFERENCE, factors);

  it("is that of CPUs, RAM and a ratio for the rest", () => {
    // 2 × 225 × 0.578391
    expect(cpu.range.expected).toBeCloseTo(260.28, 1);
    // 16 × 32 × 0.284
    expect(ram.range.expected).toBeCloseTo(145.408, 9);
    // 0.33 × (260.28 + 145.408)
    expect(other.range.expected).toBeCloseTo(133.88, 1);
  });

  it("totals its parts", () => {
    // 1.33 × (260.28 + 145.408)
    expect(modelTotal({ cpu, ram, other }).range.expected).toBeCloseTo(539.56, 1);
  });
});

describe("a known host power, split in the proportions of the model", () => {
  const known = { range: range(80, 90, 110), unit: "W" };
  const splitAt = (load: number): HostPower =>
    splitByModel(known, hardware(), REFERENCE, factors)(percent(load), factors);

  it("sums to the host at the reference load, bound by bound", () => {
    const { cpu, ram, other, gpu } = splitAt(30);

    expect(gpu).toBeUndefined();
    for (const bound of ["low", "expected", "high"] as const) {
      const sum = cpu.range[bound] + ram.range[bound] + other.range[bound];
      expect(sum).toBeCloseTo(known.range[bound], 10);
    }
  });

  it("keeps the proportions of the model", () => {
    const model = modelledPower(hardware(), REFERENCE, factors);
    const split = splitAt(30);

    expect(split.cpu.range.expected / split.ram.range.expected).toBeCloseTo(
      model.cpu.range.expected / model.ram.range.expected,
      10,
    );
    expect(split.other.range.expected / split.ram.range.expected).toBeCloseTo(
      model.other.range.expected / model.ram.range.expected,
      10,
    );
  });

  it.each([0, 10, 50, 100])("moves the CPUs alone to a load of %d %%, by their profile", (load) => {
    const [reference, moved] = [splitAt(30), splitAt(load)];

    expect(moved.ram.range).toEqual(reference.ram.range);
    expect(moved.other.range).toEqual(reference.other.range);
    expect(moved.cpu.range.expected / reference.cpu.range.expected).toBeCloseTo(ofTdp(load) / ofTdp(30), 10);
  });
});

describe("the average power of a GPU offer", () => {
  const average = { range: range(2000, 4000, 6000), unit: "W" };
  const host = hardware({ gpus: { units: 8, model: "any" } });
  const split = averagePower(average, host, REFERENCE, factors);
  const { gpu } = split;
  const model = modelTotal(modelledPower(host, REFERENCE, factors)).range.expected;

  it("gives the GPUs what the model of the rest leaves", () => {
    expect(gpu?.range.expected).toBeCloseTo(4000 - model, 8);
    expect(modelTotal(split).range.expected).toBeCloseTo(model, 8);
  });

  it("sums to the average, bound by bound", () => {
    for (const bound of ["low", "expected", "high"] as const) {
      const sum = modelTotal(split).range[bound] + (gpu?.range[bound] ?? Number.NaN);
      expect(sum).toBeCloseTo(average.range[bound], 8);
    }
  });
});
