import { checkTime } from "../helpers";
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
  private readonly grown: Float64Array;

  constructor(tape: Tape, results: readonly Slot[]) {
    this.program = programOf(tape, results);
    const { slots, operations, steps, variables, placeOf } = this.program;
    this.results = results.map(placeOf);
    this.maxima = [...steps].filter((step) => operations[step] === MAXIMUM);
    this.variables = variables.map((place) => slots[place] as Slot);
    this.a = new Float64Array(slots.length);
    this.b = new Float64Array(slots.length);
    slots.forEach((slot, place) => {
      this.a[place] = tape.a[slot] as number;
      this.b[place] = tape.b[slot] as number;
    });
    this.values = this.a.slice();
    this.adjoints = new Float64Array(slots.length);
    this.grown = new Float64Array(variables.length);
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
    const { a, b, adjoints, grown } = this;
    const { variables } = this.program;
    for (let index = 0; index < variables.length; index++) {
      const at = variables[index] as number;
      grown[index] = (adjoints[at] as number) * ((b[at] as number) - (a[at] as number));
    }
    return grown;
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

  /** Every step forwards, in one loop over plain arrays: an integral runs it hundreds of times. */
  private runTo(t: number): void {
    checkTime();
    const { a, b, values } = this;
    const { operations, lefts, rights, variables, steps } = this.program;
    for (let index = 0; index < variables.length; index++) {
      const at = variables[index] as number;
      values[at] = (1 - t) * (a[at] as number) + t * (b[at] as number);
    }
    for (let index = 0; index < steps.length; index++) {
      const at = steps[index] as number;
      const x = values[lefts[at] as number] as number;
      const y = values[rights[at] as number] as number;
      values[at] = carryOut(operations[at] as number, x, y);
    }
  }

  /** Every step backwards: each hands the derivative by it on to what it reads. */
  private runBack(): void {
    const { values, adjoints, results } = this;
    const { operations, lefts, rights, steps } = this.program;
    adjoints.fill(0);
    for (let index = 0; index < results.length; index++) add(adjoints, results[index] as number, 1);
    for (let index = steps.length - 1; index >= 0; index--) {
      const at = steps[index] as number;
      const left = lefts[at] as number;
      const right = rights[at] as number;
      const x = values[left] as number;
      const y = values[right] as number;
      const adjoint = adjoints[at] as number;
      switch (operations[at]) {
        case ADD:
          add(adjoints, left, adjoint);
          add(adjoints, right, adjoint);
          break;
        case SUBTRACT:
          add(adjoints, left, adjoint);
          add(adjoints, right, -adjoint);
          break;
        case MULTIPLY:
          add(adjoints, left, adjoint * y);
          add(adjoints, right, adjoint * x);
          break;
        case DIVIDE:
          add(adjoints, left, adjoint / y);
          add(adjoints, right, (-adjoint * (values[at] as number)) / y);
          break;
        case LN:
          add(adjoints, left, adjoint / x);
          break;
        default:
          add(adjoints, x >= y ? left : right, adjoint);
      }
    }
  }
}

function add(to: Float64Array, at: number, amount: number): void {
  to[at] = (to[at] as number) + amount;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
