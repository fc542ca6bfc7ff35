import {
  type Arithmetic,
  add,
  divide,
  exactly,
  mapIncreasing,
  maximum,
  multiply,
  type Range,
  subtract,
} from "../formulas";
import { getOrInsert } from "../helpers";
import { ADD, DIVIDE, FIXED, LN, MAXIMUM, MULTIPLY, type Slot, SUBTRACT, VARIABLE } from "./tape";

/** Arithmetic written down as single steps, with the range of each. The same step of the same quantities is written once. */
export class UncertainTape implements Arithmetic<Slot> {
  readonly operations: number[] = [];
  readonly lefts: Slot[] = [];
  readonly rights: Slot[] = [];
  readonly ranges: Range[] = [];
  private readonly known = new Map<string, Slot>();
  private readonly identities = new Map<Slot, string>();

  constant(value: number): Slot {
    return this.once(`= ${value}`, () => this.write(FIXED, 0, 0, exactly(value)));
  }

  /** An uncertain quantity; what has one identity is one quantity wherever it is read. */
  quantity(identity: string, of: Range): Slot {
    if (of.low === of.high) return this.constant(of.expected);
    return this.once(`? ${identity}`, () => {
      const slot = this.write(VARIABLE, 0, 0, of);
      this.identities.set(slot, identity);
      return slot;
    });
  }

  add(left: Slot, right: Slot): Slot {
    return this.step(ADD, left, right, add);
  }

  subtract(left: Slot, right: Slot): Slot {
    return this.step(SUBTRACT, left, right, subtract);
  }

  multiply(left: Slot, right: Slot): Slot {
    return this.step(MULTIPLY, left, right, multiply);
  }

  divide(left: Slot, right: Slot): Slot {
    return this.step(DIVIDE, left, right, divide);
  }

  ln(x: Slot): Slot {
    return this.step(LN, x, x, (of) => mapIncreasing(of, Math.log));
  }

  maximum(left: Slot, right: Slot): Slot {
    return this.step(MAXIMUM, left, right, maximum);
  }

  /** What the quantity at a slot is called. */
  identityOf(slot: Slot): string {
    return this.identities.get(slot) ?? "";
  }

  rangeOf(slot: Slot): Range {
    return this.ranges[slot] as Range;
  }

  private step(operation: number, left: Slot, right: Slot, of: (x: Range, y: Range) => Range): Slot {
    return this.once(`${operation} ${left} ${right}`, () => {
      const result = of(this.rangeOf(left), this.rangeOf(right));
      return result.low === result.high
        ? this.constant(result.expected)
        : this.write(operation, left, right, result);
    });
  }

  private once(key: string, write: () => Slot): Slot {
    return getOrInsert(this.known, key, write);
  }

  private write(operation: number, left: Slot, right: Slot, of: Range): Slot {
    this.operations.push(operation);
    this.lefts.push(left);
    this.rights.push(right);
    return this.ranges.push(of) - 1;
  }
}
