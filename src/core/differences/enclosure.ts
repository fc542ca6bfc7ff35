import { checkTime } from "../helpers";
import { type Program, programOf } from "./steps";
import { ADD, DIVIDE, LN, MULTIPLY, type Slot, SUBTRACT } from "./tape";
import type { UncertainTape } from "./uncertain-tape";

/** Looked up once: a search reads them millions of times. */
const { log, max, min } = Math;

/** Weights by which results are added. */
export type Weights = ReadonlyMap<Slot, number>;

/** Bounds of each variable, in the order of the enclosure's. */
export interface Region {
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/**
 * A weighted sum of results over a region of its variables: bounds of the sum, by interval arithmetic, and bounds of its
 * derivative by each variable, by the same run backwards (Moore 1966; Wengert 1964). Both hold for every point of the region.
 */
export class Enclosure {
  /** The uncertain quantities, in the order of a region's bounds. */
  readonly variables: readonly Slot[];
  readonly whole: Region;
  readonly slopeLows: Float64Array;
  readonly slopeHighs: Float64Array;
  readonly program: Program;
  private readonly results: readonly { readonly at: number; readonly weight: number }[];
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly slopeLow: Float64Array;
  private readonly slopeHigh: Float64Array;

  /** @param program the steps, where another enclosure of the same results has them already */
  constructor(tape: UncertainTape, weights: Weights, program = programOf(tape, [...weights.keys()])) {
    this.program = program;
    const { slots, variables, placeOf } = this.program;
    this.results = [...weights].map(([slot, weight]) => ({ at: placeOf(slot), weight }));
    this.low = Float64Array.from(slots, (slot) => tape.rangeOf(slot).low);
    this.high = Float64Array.from(slots, (slot) => tape.rangeOf(slot).high);
    this.slopeLow = new Float64Array(slots.length);
    this.slopeHigh = new Float64Array(slots.length);
    this.variables = variables.map((place) => slots[place] as Slot);
    const pick = (of: Float64Array): Float64Array => Float64Array.from(variables, (at) => of[at] as number);
    this.whole = { lows: pick(this.low), highs: pick(this.high) };
    this.slopeLows = new Float64Array(variables.length);
    this.slopeHighs = new Float64Array(variables.length);
  }

  /** Steps that one run takes. */
  get length(): number {
    return this.program.slots.length;
  }

  /** Bounds of the sum over a region. */
  over({ lows, highs }: Region): { readonly low: number; readonly high: number } {
    checkTime();
    const { variables } = this.program;
    for (let index = 0; index < variables.length; index++) {
      const at = variables[index] as number;
      this.low[at] = lows[index] as number;
      this.high[at] = highs[index] as number;
    }
    this.run();
    let [low, high] = [0, 0];
    for (const { at, weight } of this.results) {
      low += weight * (weight > 0 ? (this.low[at] as number) : (this.high[at] as number));
      high += weight * (weight > 0 ? (this.high[at] as number) : (this.low[at] as number));
    }
    return { low, high };
  }

  /** Value at a point. */
  at(point: Float64Array): number {
    return this.over({ lows: point, highs: point }).high;
  }

  /** Leaves the bounds of the derivatives over the region of the last run in {@link slopeLows} and {@link slopeHighs}. */
  runBack(): void {
    const { slopeLow, slopeHigh } = this;
    slopeLow.fill(0);
    slopeHigh.fill(0);
    for (const { at, weight } of this.results) add(slopeLow, slopeHigh, at, weight, weight, 1, 1);
    this.pushBack();
    const { variables } = this.program;
    for (let index = 0; index < variables.length; index++) {
      const at = variables[index] as number;
      this.slopeLows[index] = slopeLow[at] as number;
      this.slopeHighs[index] = slopeHigh[at] as number;
    }
  }

  /** Every step forwards, in one loop over plain arrays: a search runs it millions of times. */
  private run(): void {
    const { low, high } = this;
    const { operations, lefts, rights, steps } = this.program;
    for (let index = 0; index < steps.length; index++) {
      const at = steps[index] as number;
      const [left, right] = [lefts[at] as number, rights[at] as number];
      const a = low[left] as number;
      const b = high[left] as number;
      const c = low[right] as number;
      const d = high[right] as number;
      switch (operations[at]) {
        case ADD:
          low[at] = a + c;
          high[at] = b + d;
          break;
        case SUBTRACT:
          low[at] = a - d;
          high[at] = b - c;
          break;
        case MULTIPLY:
          low[at] = leastProduct(a, b, c, d);
          high[at] = mostProduct(a, b, c, d);
          break;
        case DIVIDE:
          low[at] = leastProduct(a, b, 1 / d, 1 / c);
          high[at] = mostProduct(a, b, 1 / d, 1 / c);
          break;
        case LN:
          low[at] = log(a);
          high[at] = log(b);
          break;
        default:
          low[at] = max(a, c);
          high[at] = max(b, d);
          break;
      }
    }
  }

  /** Every step backwards: each hands the bounds of the derivative by it on to what it reads. */
  private pushBack(): void {
    const { low: lows, high: highs, slopeLow, slopeHigh } = this;
    const { operations, lefts, rights, steps } = this.program;
    for (let index = steps.length - 1; index >= 0; index--) {
      const at = steps[index] as number;
      const low = slopeLow[at] as number;
      const high = slopeHigh[at] as number;
      if (low === 0 && high === 0) continue;
      const [left, right] = [lefts[at] as number, rights[at] as number];
      const a = lows[left] as number;
      const b = highs[left] as number;
      const c = lows[right] as number;
      const d = highs[right] as number;
      switch (operations[at]) {
        case ADD:
          // Most steps are sums: what is handed on is taken as it is, or turned around.
          slopeLow[left] = (slopeLow[left] as number) + low;
          slopeHigh[left] = (slopeHigh[left] as number) + high;
          slopeLow[right] = (slopeLow[right] as number) + low;
          slopeHigh[right] = (slopeHigh[right] as number) + high;
          break;
        case SUBTRACT:
          slopeLow[left] = (slopeLow[left] as number) + low;
          slopeHigh[left] = (slopeHigh[left] as number) + high;
          slopeLow[right] = (slopeLow[right] as number) - high;
          slopeHigh[right] = (slopeHigh[right] as number) - low;
          break;
        case MULTIPLY:
          add(slopeLow, slopeHigh, left, low, high, c, d);
          add(slopeLow, slopeHigh, right, low, high, a, b);
          break;
        case DIVIDE: {
          add(slopeLow, slopeHigh, left, low, high, 1 / d, 1 / c);
          // −x / y², where y is on one side of zero.
          const least = 1 / max(c * c, d * d);
          const most = 1 / min(c * c, d * d);
          add(
            slopeLow,
            slopeHigh,
            right,
            low,
            high,
            -b * (b > 0 ? most : least),
            -a * (a > 0 ? least : most),
          );
          break;
        }
        case LN:
          add(slopeLow, slopeHigh, left, low, high, 1 / b, 1 / a);
          break;
        default:
          // The larger side passes its derivative on; where either can be the larger, each passes on all or nothing.
          add(slopeLow, slopeHigh, left, low, high, a > d ? 1 : 0, b >= c ? 1 : 0);
          add(slopeLow, slopeHigh, right, low, high, c > b ? 1 : 0, d >= a ? 1 : 0);
          break;
      }
    }
  }
}

/** Adds [low, high] × [c, d] to the derivative by what is at a place. */
function add(
  slopeLow: Float64Array,
  slopeHigh: Float64Array,
  at: number,
  low: number,
  high: number,
  c: number,
  d: number,
): void {
  slopeLow[at] = (slopeLow[at] as number) + leastProduct(low, high, c, d);
  slopeHigh[at] = (slopeHigh[at] as number) + mostProduct(low, high, c, d);
}

/** The least of [a, b] × [c, d]. */
function leastProduct(a: number, b: number, c: number, d: number): number {
  return a >= 0 && c >= 0 ? a * c : min(min(a * c, a * d), min(b * c, b * d));
}

function mostProduct(a: number, b: number, c: number, d: number): number {
  return a >= 0 && c >= 0 ? b * d : max(max(a * c, a * d), max(b * c, b * d));
}
