import type { Arithmetic } from "../formulas";

/** A quantity of the tape, by its place on it. */
export type Slot = number;

export const FIXED = 0;
export const VARIABLE = 1;
export const ADD = 2;
export const SUBTRACT = 3;
export const MULTIPLY = 4;
export const DIVIDE = 5;
export const LN = 6;
export const MAXIMUM = 7;

/**
 * Formulas written down as single steps, each after those that it reads, with the value of each at two ends `a` and `b`.
 * What is the same at both ends takes no step: only what leads from a difference to a result stays.
 * Such a list can be run forwards for values and backwards for derivatives (Wengert 1964).
 */
export class Tape implements Arithmetic<Slot> {
  readonly operations: number[] = [];
  readonly lefts: Slot[] = [];
  readonly rights: Slot[] = [];
  readonly a: number[] = [];
  readonly b: number[] = [];
  private readonly constants = new Map<number, Slot>();

  constant(value: number): Slot {
    let slot = this.constants.get(value);
    if (slot === undefined) {
      slot = this.write(FIXED, 0, 0, value, value);
      this.constants.set(value, slot);
    }
    return slot;
  }

  variable(a: number, b: number): Slot {
    return a === b ? this.constant(a) : this.write(VARIABLE, 0, 0, a, b);
  }

  add(left: Slot, right: Slot): Slot {
    return this.step(ADD, left, right);
  }

  subtract(left: Slot, right: Slot): Slot {
    return this.step(SUBTRACT, left, right);
  }

  multiply(left: Slot, right: Slot): Slot {
    return this.step(MULTIPLY, left, right);
  }

  divide(left: Slot, right: Slot): Slot {
    return this.step(DIVIDE, left, right);
  }

  ln(x: Slot): Slot {
    return this.step(LN, x, x);
  }

  maximum(left: Slot, right: Slot): Slot {
    return this.step(MAXIMUM, left, right);
  }

  isFixed(slot: Slot): boolean {
    return this.operations[slot] === FIXED;
  }

  private step(operation: number, left: Slot, right: Slot): Slot {
    const { a, b } = this;
    const atA = carryOut(operation, a[left] as number, a[right] as number);
    if (this.isFixed(left) && this.isFixed(right)) return this.constant(atA);
    return this.write(
      operation,
      left,
      right,
      atA,
      carryOut(operation, b[left] as number, b[right] as number),
    );
  }

  private write(operation: number, left: Slot, right: Slot, a: number, b: number): Slot {
    this.operations.push(operation);
    this.lefts.push(left);
    this.rights.push(right);
    this.a.push(a);
    return this.b.push(b) - 1;
  }
}

/** One step, of two values. */
export function carryOut(operation: number, x: number, y: number): number {
  switch (operation) {
    case ADD:
      return x + y;
    case SUBTRACT:
      return x - y;
    case MULTIPLY:
      return x * y;
    case DIVIDE:
      // As ranges are divided, to the last bit: the ends of the line are the results that were answered.
      return x * (1 / y);
    case LN:
      return Math.log(x);
    default:
      return Math.max(x, y);
  }
}
