import { addKnown, isZero, multiply, type Range, ZERO } from "../formulas";
import { type Criterion, type Impact } from "./impact";

/** Amounts that are computed when they are first asked for: of thousands of lines, mostly one criterion is read. */
abstract class LazyImpact implements Impact {
  private gases: Range | undefined;
  private water: Range | null | undefined;
  private energy: Range | undefined;
  private depletion: Range | null | undefined;
  private primary: Range | null | undefined;

  protected abstract amount(criterion: Criterion): Range | null;

  get kgCo2Equivalent(): Range {
    this.gases ??= this.amount("kgCo2Equivalent") as Range;
    return this.gases;
  }

  get m3WaterUsage(): Range | null {
    if (this.water === undefined) this.water = this.amount("m3WaterUsage");
    return this.water;
  }

  get kwhFinalEnergy(): Range {
    this.energy ??= this.amount("kwhFinalEnergy") as Range;
    return this.energy;
  }

  get kgSbEquivalent(): Range | null {
    if (this.depletion === undefined) this.depletion = this.amount("kgSbEquivalent");
    return this.depletion;
  }

  get mjPrimaryEnergy(): Range | null {
    if (this.primary === undefined) this.primary = this.amount("mjPrimaryEnergy");
    return this.primary;
  }
}

/** An impact times a number that may be a range. As {@link multiplyImpact}, but when it is read. */
export class ScaledImpact extends LazyImpact {
  constructor(
    private readonly impact: Impact,
    private readonly by: Range,
  ) {
    super();
  }

  protected amount(criterion: Criterion): Range | null {
    if (isZero(this.by)) return ZERO;
    const amount = this.impact[criterion];
    return amount === null ? null : multiply(amount, this.by);
  }
}

/** Two impacts added. */
export class BothImpacts extends LazyImpact {
  constructor(
    private readonly a: Impact,
    private readonly b: Impact,
  ) {
    super();
  }

  protected amount(criterion: Criterion): Range | null {
    return addKnown(this.a[criterion], this.b[criterion]);
  }
}

/** A sum of impacts, added in the order given. */
export class SummedImpact extends LazyImpact {
  constructor(private readonly impacts: readonly Impact[]) {
    super();
  }

  /** Thousands of ranges are added without making one for each step. */
  protected amount(criterion: Criterion): Range | null {
    let [low, expected, high] = [0, 0, 0];
    for (const impact of this.impacts) {
      const amount = impact[criterion];
      if (amount === null) return null;
      low += amount.low;
      expected += amount.expected;
      high += amount.high;
    }
    return { low, expected, high };
  }
}
