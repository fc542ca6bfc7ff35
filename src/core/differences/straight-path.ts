import { pulse } from "../lang";
import { type Program, programOf } from "./steps";
import { ADD, carryOut, DIVIDE, LN, MAXIMUM, MULTIPLY, type Slot, SUBTRACT, type Tape } from "./tape";

/**
 * The sum of some results of a tape, along the straight line from its end `a` to its end `b`.
 * Only what the results read is taken from the tape, so a line costs what its results cost.
 */
export class StraightPath {
  /** The quantities that change of themselves, in the order in which {@link slopes} gives them. */
  readonly variables: readonly Slot[];
  /** What the sum differs by between the two ends. */
  readonly difference: number;
  /** Size of the results at both ends, of which the difference has the rounding. */
  readonly size: number;
  private readonly program: Program;
  private readonly results: readonly number[];
  private readonly maxima: readonly number[];
  private readonly a: Float64Array;
  private readonly b: Float64Array;
  private readonly values: Float64Array;
  private readonly adjoints: Float64Array;

  constructor(tape: Tape, results: readonly Slot[]) {
    this.program = programOf(tape, results);
    const { slots, operations, steps, variables, placeOf } = this.program;
    this.results = results.map(placeOf);
    this.maxima = [...steps].filter((step) => operations[step] === MAXIMUM);
    this.variables = variables.map((place) => slots[place] as Slot);
    this.a = Float64Array.from(slots, (slot) => tape.a[slot] as number);
    this.b = Float64Array.from(slots, (slot) => tape.b[slot] as number);
    this.values = this.a.slice();
    this.adjoints = new Float64Array(slots.length);
    const [a, b] = [tape.a, tape.b].map((end) => results.map((slot) => end[slot] as number));
    this.difference = sumOf(b as number[]) - sumOf(a as number[]);
    this.size = sumOf([...(a as number[]), ...(b as number[])].map(Math.abs));
  }

  /** Some ten times the last bit of the results: a quotient of equals has slopes of that size and no meaning. */
  get rounding(): number {
    return 1e-14 * this.size;
  }

  get dimension(): number {
    return this.variables.length;
  }

  /** How fast the sum grows at t through each of the variables: derivative × difference of the variable. */
  slopes(t: number): Float64Array {
    this.runTo(t);
    this.runBack();
    const { a, b } = this;
    const slopeOf = (at: number): number =>
      (this.adjoints[at] as number) * ((b[at] as number) - (a[at] as number));
    return Float64Array.from(this.program.variables, slopeOf);
  }

  /** Which side is the larger in each maximum at t: between points that differ in it, the slopes jump. */
  branches(t: number): string {
    const { maxima } = this;
    const { lefts, rights } = this.program;
    if (maxima.length === 0) return "";
    this.runTo(t);
    const valueAt = (at: number | undefined): number => this.values[at as number] as number;
    return maxima.map((step) => (valueAt(lefts[step]) >= valueAt(rights[step]) ? "l" : "r")).join("");
  }

  private runTo(t: number): void {
    pulse();
    const { a, b, values } = this;
    const { operations, lefts, rights, variables, steps } = this.program;
    for (const at of variables) values[at] = (1 - t) * (a[at] as number) + t * (b[at] as number);
    for (const at of steps) {
      const [x, y] = [values[lefts[at] as number] as number, values[rights[at] as number] as number];
      values[at] = carryOut(operations[at] as number, x, y);
    }
  }

  private runBack(): void {
    const { steps } = this.program;
    this.adjoints.fill(0);
    for (const at of this.results) this.add(at, 1);
    for (let index = steps.length - 1; index >= 0; index--) this.pushBack(steps[index] as number);
  }

  /** Hands the derivative by a step on to what it reads. */
  private pushBack(at: number): void {
    const { operations, lefts, rights } = this.program;
    const [left, right] = [lefts[at] as number, rights[at] as number];
    const [x, y] = [this.values[left] as number, this.values[right] as number];
    const adjoint = this.adjoints[at] as number;
    switch (operations[at]) {
      case ADD:
        this.add(left, adjoint);
        this.add(right, adjoint);
        break;
      case SUBTRACT:
        this.add(left, adjoint);
        this.add(right, -adjoint);
        break;
      case MULTIPLY:
        this.add(left, adjoint * y);
        this.add(right, adjoint * x);
        break;
      case DIVIDE:
        this.add(left, adjoint / y);
        this.add(right, (-adjoint * (this.values[at] as number)) / y);
        break;
      case LN:
        this.add(left, adjoint / x);
        break;
      default:
        this.add(x >= y ? left : right, adjoint);
    }
  }

  private add(at: number, amount: number): void {
    this.adjoints[at] = (this.adjoints[at] as number) + amount;
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
