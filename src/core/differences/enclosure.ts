import { pulse } from "../lang";
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
  private readonly program: Program;
  private readonly results: readonly { readonly at: number; readonly weight: number }[];
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly slopeLow: Float64Array;
  private readonly slopeHigh: Float64Array;

  constructor(tape: UncertainTape, weights: Weights) {
    this.program = programOf(tape, [...weights.keys()]);
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
    pulse();
    this.program.variables.forEach((at, index) => {
      this.low[at] = lows[index] as number;
      this.high[at] = highs[index] as number;
    });
    for (const at of this.program.steps) this.carryOut(at);
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
    this.slopeLow.fill(0);
    this.slopeHigh.fill(0);
    for (const { at, weight } of this.results) this.push(at, weight, weight, 1, 1);
    const { steps, variables } = this.program;
    for (let index = steps.length - 1; index >= 0; index--) this.pushBack(steps[index] as number);
    variables.forEach((at, index) => {
      this.slopeLows[index] = this.slopeLow[at] as number;
      this.slopeHighs[index] = this.slopeHigh[at] as number;
    });
  }

  /** Read for every step of every region: plain numbers, no lists. */
  private carryOut(at: number): void {
    const left = this.program.lefts[at] as number;
    const right = this.program.rights[at] as number;
    const a = this.low[left] as number;
    const b = this.high[left] as number;
    const c = this.low[right] as number;
    const d = this.high[right] as number;
    switch (this.program.operations[at]) {
      case ADD:
        this.set(at, a + c, b + d);
        break;
      case SUBTRACT:
        this.set(at, a - d, b - c);
        break;
      case MULTIPLY:
        this.set(at, leastProduct(a, b, c, d), mostProduct(a, b, c, d));
        break;
      case DIVIDE:
        this.set(at, leastProduct(a, b, 1 / d, 1 / c), mostProduct(a, b, 1 / d, 1 / c));
        break;
      case LN:
        this.set(at, log(a), log(b));
        break;
      default:
        this.set(at, max(a, c), max(b, d));
        break;
    }
  }

  /** Hands the bounds of the derivative by a step on to what it reads. */
  private pushBack(at: number): void {
    const low = this.slopeLow[at] as number;
    const high = this.slopeHigh[at] as number;
    if (low === 0 && high === 0) return;
    const left = this.program.lefts[at] as number;
    const right = this.program.rights[at] as number;
    const a = this.low[left] as number;
    const b = this.high[left] as number;
    const c = this.low[right] as number;
    const d = this.high[right] as number;
    switch (this.program.operations[at]) {
      case ADD:
        this.push(left, low, high, 1, 1);
        this.push(right, low, high, 1, 1);
        break;
      case SUBTRACT:
        this.push(left, low, high, 1, 1);
        this.push(right, low, high, -1, -1);
        break;
      case MULTIPLY:
        this.push(left, low, high, c, d);
        this.push(right, low, high, a, b);
        break;
      case DIVIDE: {
        this.push(left, low, high, 1 / d, 1 / c);
        // −x / y², where y is on one side of zero.
        const least = 1 / max(c * c, d * d);
        const most = 1 / min(c * c, d * d);
        this.push(right, low, high, -b * (b > 0 ? most : least), -a * (a > 0 ? least : most));
        break;
      }
      case LN:
        this.push(left, low, high, 1 / b, 1 / a);
        break;
      default:
        // The larger side passes its derivative on; where either can be the larger, each passes on all or nothing.
        this.push(left, low, high, a > d ? 1 : 0, b >= c ? 1 : 0);
        this.push(right, low, high, c > b ? 1 : 0, d >= a ? 1 : 0);
        break;
    }
  }

  /** Adds [low, high] × [c, d] to the derivative by what is at a place. */
  private push(at: number, low: number, high: number, c: number, d: number): void {
    this.slopeLow[at] = (this.slopeLow[at] as number) + leastProduct(low, high, c, d);
    this.slopeHigh[at] = (this.slopeHigh[at] as number) + mostProduct(low, high, c, d);
  }

  private set(at: number, low: number, high: number): void {
    this.low[at] = low;
    this.high[at] = high;
  }
}

/** The least of [a, b] × [c, d]. */
function leastProduct(a: number, b: number, c: number, d: number): number {
  return a >= 0 && c >= 0 ? a * c : min(a * c, a * d, b * c, b * d);
}

function mostProduct(a: number, b: number, c: number, d: number): number {
  return a >= 0 && c >= 0 ? b * d : max(a * c, a * d, b * c, b * d);
}
