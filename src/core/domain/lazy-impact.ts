import type { Impact } from "./impact";
import { addKnown, multiply, type Range } from "./range";

type Criterion = keyof Impact;

/**
 * Amounts that are computed when they are asked for, each time: of thousands of lines, mostly one criterion is read, and
 * that once.
 */
abstract class LazyImpact implements Impact {
  protected abstract amount(criterion: Criterion): Range | null;

  get kgCo2Equivalent(): Range {
    return this.amount("kgCo2Equivalent") as Range;
  }

  get m3WaterUsage(): Range | null {
    return this.amount("m3WaterUsage");
  }

  get kwhFinalEnergy(): Range {
    return this.amount("kwhFinalEnergy") as Range;
  }

  get kgSbEquivalent(): Range | null {
    return this.amount("kgSbEquivalent");
  }

  get mjPrimaryEnergy(): Range | null {
    return this.amount("mjPrimaryEnergy");
  }
}

/** An impact times a number that may be a range. */
export class ScaledImpact extends LazyImpact {
  constructor(
    private readonly impact: Impact,
    private readonly by: Range,
  ) {
    super();
  }

  protected amount(criterion: Criterion): Range | null {
    const amount = this.impact[criterion];
    return amount === null ? null : multiply(amount, this.by);
  }
}

/** A sum of impacts, added in the order given. Sums of thousands are remembered. */
export class SummedImpact extends LazyImpact {
  private readonly known = new Map<Criterion, Range | null>();

  /** @param impacts at least one */
  constructor(private readonly impacts: readonly Impact[]) {
    super();
  }

  protected amount(criterion: Criterion): Range | null {
    const known = this.known.get(criterion);
    if (known !== undefined) return known;
    const sum = this.impacts.map((one) => one[criterion]).reduce(addKnown);
    this.known.set(criterion, sum);
    return sum;
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
