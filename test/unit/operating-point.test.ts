import fc from "fast-check";
import { exactly, input, type Range, range, type Value } from "../../src/core/formulas";
import {
  busyTime,
  operatingFigures,
  operatingPoint,
  type ServedToken,
  type ServingGpus,
} from "../../src/core/method";
import { BOUNDS, expectClose } from "../support/numbers";

const of = (values: Range, unit: string): Value => ({ range: values, unit });
/** Four GPUs of 700 W with ranges in everything, as data have them. */
const GPUS: ServingGpus = {
  count: input(4, "GPU"),
  tdp: input(700, "W"),
  bandwidth: input(3.35, "TB/s"),
  step: of(range(1.05, 1.5, 2.2), "-"),
  waiting: of(range(0.45, 0.6, 0.75), "-"),
  working: of(range(0.7, 0.9, 1), "-"),
  prompt: of(range(0.8, 0.95, 1), "-"),
  audio: of(range(0.5, 0.65, 0.9), "-"),
  idle: of(range(0.1, 0.14, 0.2), "-"),
  rest: of(range(175, 250, 300), "W/GPU"),
};
const SPEED = of(range(4090, 8170, 11_300), "tokens/s");
const LLAMA_70B = { parameters: input(70.6, "10^9"), bits: input(8, "bit") };
const OUTPUT = { task: "DECODE", speed: SPEED, weights: LLAMA_70B } as const;
const INPUT: ServedToken = { task: "PROMPT", speed: of(range(9200, 18_400, 25_500), "tokens/s") };
const AUDIO: ServedToken = { task: "AUDIO", speed: of(range(146, 497, 574), "s/s") };

const at = (B: number, u: number, token: ServedToken = OUTPUT) => {
  const load = { concurrency: input(B, "requests"), utilisation: input(u, "-") };
  const point = operatingPoint(token, GPUS, load);
  return { point, figures: operatingFigures(point, 4) };
};

const anyB = fc.double({ min: 1, max: 4096, noNaN: true });
const anyU = fc.double({ min: 0.01, max: 1, noNaN: true });
const anyToken = fc.constantFrom<ServedToken>(OUTPUT, INPUT, AUDIO);

describe("an operating point", () => {
  it("is the worked example", () => {
    const { figures } = at(64, 0.5);
    const waiting = (1.5 * 70.6) / (4 * 3.35) / 1000 / 64;
    const busy = waiting + 1 / 8170;
    expectClose(figures.tokensPerSecondBusy.expected, 1 / busy);
    expectClose(figures.tokensPerSecondMean.expected, 0.5 / busy);
    const joules = 2800 * (0.6 * waiting + 0.9 / 8170);
    expectClose(figures.gpuJoules.expected, joules);
    expectClose(figures.gpuWatts.expected, joules / busy / 4);
    expectClose(figures.nodeWattsBusy.expected, joules / busy + 1000);
    expectClose(figures.nodeWattsIdle.expected, 2800 * 0.14 + 1000);
    expectClose(figures.nodeJoules.expected, joules + 2800 * 0.14 * busy + (1000 * busy) / 0.5);
  });

  it("is the operator's sentence: power of the node over all hours ÷ tokens over all hours", () => {
    fc.assert(
      fc.property(anyB, anyU, anyToken, (B, u, token) => {
        const { figures } = at(B, u, token);
        const mean = u * figures.nodeWattsBusy.expected + (1 - u) * figures.nodeWattsIdle.expected;
        expectClose(figures.nodeJoules.expected, mean / figures.tokensPerSecondMean.expected, 1e-12);
      }),
    );
  });

  it("reaches saturated power ÷ saturated speed with requests without end, all of the time", () => {
    const { figures } = at(1e12, 1);
    for (const bound of BOUNDS) {
      const opposite = { low: "high", expected: "expected", high: "low" } as const;
      const phi = GPUS.working.range[bound];
      const speed = SPEED.range[opposite[bound]];
      expectClose(figures.gpuJoules[bound], (2800 * phi) / speed, 1e-6);
      expectClose(figures.nodeJoules[bound], (2800 * phi + 4 * GPUS.rest.range[bound]) / speed, 1e-6);
    }
    expectClose(figures.gpuWatts.expected, 700 * 0.9, 1e-6);
  });

  it("takes less energy for a token with more requests, and with less idle time, at each end", () => {
    fc.assert(
      fc.property(anyB, anyU, fc.double({ min: 1.01, max: 100, noNaN: true }), (B, u, more) => {
        const few = at(B, u).figures;
        const many = at(B * more, u).figures;
        const busier = at(B, u + (1 - u) / 2).figures;
        for (const bound of BOUNDS) {
          expect(many.nodeJoules[bound]).toBeLessThan(few.nodeJoules[bound]);
          expect(many.gpuJoules[bound]).toBeLessThan(few.gpuJoules[bound]);
          if (u < 0.99) expect(busier.nodeJoules[bound]).toBeLessThan(few.nodeJoules[bound]);
          expectClose(busier.gpuJoules[bound], few.gpuJoules[bound], 1e-12);
        }
      }),
    );
  });

  it("keeps requests from each other: a prompt and audio wait for nothing, whatever the load", () => {
    for (const token of [INPUT, AUDIO]) {
      expect(at(8, 0.5, token).figures.nodeJoules).toEqual(at(4096, 0.5, token).figures.nodeJoules);
      expect(at(8, 0.5, token).point.waiting).toBeNull();
    }
    expectClose(at(8, 1, INPUT).figures.gpuWatts.expected, 665);
    expectClose(at(8, 1, AUDIO).figures.gpuWatts.expected, 455);
  });

  it("has ranges that hold every mixture of what is uncertain", () => {
    const within = fc.double({ min: 0, max: 1, noNaN: true });
    const pick = ({ range: { low, high }, unit }: Value, share: number): Value => ({
      range: exactly(low + (high - low) * share),
      unit,
    });
    fc.assert(
      fc.property(anyB, anyU, fc.array(within, { minLength: 7, maxLength: 7 }), (B, u, shares) => {
        const [a, b, c, d, e, f, g] = shares as [number, number, number, number, number, number, number];
        const gpus = {
          ...GPUS,
          ...{ step: pick(GPUS.step, a), waiting: pick(GPUS.waiting, b), working: pick(GPUS.working, c) },
          ...{ idle: pick(GPUS.idle, d), rest: pick(GPUS.rest, e) },
        };
        const ends = { low: Math.max(1, B / 4), expected: B, high: B * 4 };
        const ranged = {
          concurrency: of(ends, "requests"),
          utilisation: of(range(u / 2, u, (1 + u) / 2), "-"),
        };
        const load = { concurrency: pick(ranged.concurrency, f), utilisation: pick(ranged.utilisation, g) };
        const one = operatingFigures(operatingPoint({ ...OUTPUT, speed: pick(SPEED, a) }, gpus, load), 4);
        const all = operatingFigures(operatingPoint(OUTPUT, GPUS, ranged), 4);
        for (const name of Object.keys(all) as (keyof typeof all)[]) {
          expect(one[name].expected).toBeGreaterThanOrEqual(all[name].low * (1 - 1e-12));
          expect(one[name].expected).toBeLessThanOrEqual(all[name].high * (1 + 1e-12));
        }
      }),
    );
  });

  it("explains the time of a token by its weights, bandwidth and requests", () => {
    const time = busyTime(at(64, 0.5).point);
    expect(time.formula.expression).toBe("t_waiting + t_working");
    expectClose(time.range.expected, (1.5 * 70.6) / (4 * 3.35) / 1000 / 64 + 1 / 8170);
  });
});
