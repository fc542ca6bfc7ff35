import {
  type Calculation,
  type CalculationContext,
  type Contribution,
  DomainError,
  defineFormula,
  exactly,
  type Footprint,
  fromFactor,
  type InUnits,
  input,
  type RateUnit,
  unweighed,
  type Value,
} from "../../../src/plugin-kit";
import { RATE, SmallCalculator, type SmallSpec } from "./small-plugin";

// The small product, each time with one fault: its name says which.

type Terms = Parameters<SmallCalculator["emitted"]>[0];

/** Says that it is one unit more than it is. */
export class OneUnitMore extends SmallCalculator {
  readonly readsFactorsAlone = true;

  unitsOf({ amount }: SmallSpec): InUnits {
    const calculate: RateUnit["calculate"] = (context) => this.calculate({ amount: 1 }, context);
    return { units: [{ key: "one", calculate, times: exactly(amount + 1) }], notes: [] };
  }
}

/** Says of its units what it does not say of the whole. */
export class UnitsThatSayMore extends SmallCalculator {
  readonly readsFactorsAlone = true;

  unitsOf({ amount }: SmallSpec): InUnits {
    const calculate: RateUnit["calculate"] = (context) => this.calculate({ amount: 1 }, context);
    return { units: [{ key: "one", calculate, times: exactly(amount) }], notes: ["Of units."] };
  }
}

export class Refuses extends SmallCalculator {
  override emitted(): Calculation {
    throw new DomainError("BAD_USER_INPUT", "never");
  }
}

export class NotANumber extends SmallCalculator {
  override emitted(terms: Terms): Calculation {
    return { ...super.emitted(terms), range: { low: Number.NaN, expected: Number.NaN, high: Number.NaN } };
  }
}

export class LowAboveExpected extends SmallCalculator {
  override emitted(terms: Terms): Calculation {
    const calculation = super.emitted(terms);
    const { expected, high } = calculation.range;
    return { ...calculation, range: { low: 2 * high, expected, high } };
  }
}

export class ForgetsToAdd extends SmallCalculator {
  override footprint(contributions: readonly Contribution[]): Footprint {
    const sound = super.footprint(contributions);
    const [component] = sound.components;
    return component === undefined ? sound : { ...sound, components: [component, component] };
  }
}

export class LeafOfNoFormula extends SmallCalculator {
  override footprint(contributions: readonly Contribution[]): Footprint {
    const sound = super.footprint(contributions);
    return { ...sound, components: sound.components.map((one) => ({ ...one, contributions: [] })) };
  }
}

export class SquareOfHours extends SmallCalculator {
  private readonly formula = defineFormula({
    symbol: "E",
    label: "Squared",
    unit: "kgCO2e",
    expression: "dU × dU × amount × rate",
  });

  override emitted(terms: Terms): Calculation {
    return this.formula.apply(terms);
  }
}

export class Remembers extends SmallCalculator {
  private asked = 0;

  override footprint(contributions: readonly Contribution[]): Footprint {
    this.asked += 1;
    return { ...super.footprint(contributions), notes: unweighed(`asked ${this.asked} times`) };
  }
}

export class PrintsAnotherResult extends SmallCalculator {
  override emitted(terms: Terms): Calculation {
    const { low, expected, high } = super.emitted(terms).range;
    return { ...super.emitted(terms), range: { low, expected: (expected + high) / 2, high } };
  }
}

export class PrintsAnotherRange extends SmallCalculator {
  override emitted(terms: Terms): Calculation {
    const { low, expected, high } = super.emitted(terms).range;
    return { ...super.emitted(terms), range: { low: low / 2, expected, high } };
  }
}

export class PrintsAStrangeTerm extends SmallCalculator {
  override emitted(terms: Terms): Calculation {
    const strange = { ...terms, more: input(1, "-") };
    return super.emitted(strange);
  }
}

export class NoUnit extends SmallCalculator {
  override emitted(terms: Terms): Calculation {
    return super.emitted({ ...terms, amount: { ...(terms.amount as Value), unit: "" } });
  }
}

export class NoSource extends SmallCalculator {
  override emitted(terms: Terms): Calculation {
    return super.emitted({ ...terms, rate: fromFactor({ ...RATE, source: " " }) });
  }
}

export class AsksInSecret extends SmallCalculator {
  override async calculate(spec: SmallSpec, context: CalculationContext): Promise<Footprint> {
    await context.calculate("loadBalancer", { type: "LB-S", zone: "fr-par-1" });
    return super.calculate(spec, context);
  }
}

export class FixedPart extends SmallCalculator {
  override calculate(spec: SmallSpec, context: CalculationContext): Promise<Footprint> {
    return super.calculate({ amount: spec.amount + 1 }, context);
  }
}

export class OtherKind extends SmallCalculator {
  override readonly kind = "instance";
}

/** Its amount is counted in a whole period, and divided among its spans. */
export class CountedInPeriod extends SmallCalculator {
  private readonly formula = defineFormula({
    symbol: "E",
    label: "Emitted in the period",
    unit: "kgCO2e",
    expression: "amount × share × rate",
  });

  override async calculate({ amount }: SmallSpec, context: CalculationContext): Promise<Footprint> {
    const terms = { amount: input(amount, "-"), share: this.shareOf(context), rate: fromFactor(RATE) };
    const calculation = this.formula.apply(terms);
    return this.footprint([{ criterion: "kgCo2Equivalent", stage: "use", calculation }]);
  }

  shareOf({ shareOfPeriod }: CalculationContext): Value {
    return shareOfPeriod;
  }
}

export class CountsInEachSpan extends CountedInPeriod {
  override shareOf(): Value {
    return input(1, "-");
  }
}
