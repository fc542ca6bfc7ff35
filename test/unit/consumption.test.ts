import { add, exactly, input, type Range, range, type Value } from "../../src/core/formulas";
import {
  cpuPower,
  gpuHostPower,
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

describe("the power of a GPU host", () => {
  const host = hardware({ gpus: { units: 8, model: "any" } });
  const gpu = host.gpu as NonNullable<typeof host.gpu>;
  const of = (range: Range, unit: string) => ({ range, unit });
  const own = new Map([
    ["serving.power.idle", of(range(0.1, 0.14, 0.2), "-")],
    ["consumption.gpu.over-idle.SXM", of(range(0.5, 0.61, 0.75), "-")],
  ]);
  const source = (series: string) => own.get(series) ?? factors(series);
  const powerAt = gpuHostPower(
    gpu,
    host,
    { reference: REFERENCE, rest: of(range(175, 250, 300), "W/GPU") },
    source,
  );
  const total = (load: Range) => {
    const { cpu, ram, other, gpu: gpus } = powerAt(of(load, "%"), source);
    return [cpu, ram, other, gpus as typeof cpu].map((one) => one.range).reduce(add);
  };

  it("is rest + GPUs × TDP × (a × phi + (1 − a) × phi_idle), to its ends", () => {
    const { low, expected, high } = total(range(20, 50, 85));
    expect(low).toBeCloseTo(8 * 175 + 8 * 700 * (0.2 * 0.6 + 0.8 * 0.1), 8);
    expect(expected).toBeCloseTo(8 * 250 + 8 * 700 * (0.5 * 0.75 + 0.5 * 0.14), 8);
    expect(high).toBeCloseTo(8 * 300 + 8 * 700 * (0.85 * 0.95 + 0.15 * 0.2), 8);
  });

  it.each([
    [0, 0.14],
    [100, 0.75],
  ])("at a load of %d %% has GPUs at %d of their thermal design power", (load, share) => {
    expect(total(exactly(load)).expected).toBeCloseTo(8 * 250 + 8 * 700 * share, 8);
  });

  it("splits the rest in the proportions of the hardware model", () => {
    const model = modelledPower(host, REFERENCE, factors);
    const { cpu, ram, other } = powerAt(of(exactly(50), "%"), source);
    expect(cpu.range.expected + ram.range.expected + other.range.expected).toBeCloseTo(2000, 8);
    expect(cpu.range.expected / ram.range.expected).toBeCloseTo(
      model.cpu.range.expected / model.ram.range.expected,
      10,
    );
  });
});
