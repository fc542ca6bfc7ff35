import { Field, Float, ObjectType } from "type-graphql";
import {
  type Calculation as DomainCalculation,
  isCalculation,
  isFactorValue,
  type Value,
} from "../../src/core/formulas";
import { Factor } from "./factor";

@ObjectType({
  description:
    "One formula with its terms and result: enough to do it again by hand. Expected values throughout.",
})
export class Calculation {
  constructor(private readonly calculation: DomainCalculation) {}

  @Field(() => String, { description: "What is computed, in words." })
  get label(): string {
    return this.calculation.formula.label;
  }

  @Field(() => String, { description: "Symbol of the result." })
  get symbol(): string {
    return this.calculation.formula.symbol;
  }

  @Field(() => String, {
    description:
      "The arithmetic over the symbols of the terms: + − × /, parentheses, ln(x), max(x, …). It is what was run.",
  })
  get formula(): string {
    return this.calculation.formula.expression;
  }

  @Field(() => Float, { description: "The result, in `unit`." })
  get result(): number {
    return this.calculation.range.expected;
  }

  @Field(() => String, { description: "Unit of the result; `-` for a ratio." })
  get unit(): string {
    return this.calculation.unit;
  }

  @Field(() => [Term], { description: "Every symbol of the formula with its value." })
  get terms(): Term[] {
    return Object.entries(this.calculation.terms).map(([symbol, value]) => new Term(symbol, value));
  }
}

@ObjectType({
  description:
    "A symbol of a formula and its value: a factor, the result of another calculation, or what was asked for.",
})
export class Term {
  constructor(
    readonly symbolName: string,
    private readonly of: Value,
  ) {}

  @Field(() => String, { description: "The symbol, as the formula writes it." })
  get symbol(): string {
    return this.symbolName;
  }

  @Field(() => Float, { description: "Its value, in `unit`." })
  get value(): number {
    return this.of.range.expected;
  }

  @Field(() => String, { description: "Unit of the value; `-` for a ratio or a count." })
  get unit(): string {
    return this.of.unit;
  }

  @Field(() => Factor, {
    nullable: true,
    description: "The factor it is, with source, date and range; null when it is none.",
  })
  get factor(): Factor | null {
    return isFactorValue(this.of) ? new Factor(this.of.factor) : null;
  }

  @Field(() => Calculation, {
    nullable: true,
    description: "The calculation it results from; null when it does from none.",
  })
  get calculation(): Calculation | null {
    return isCalculation(this.of) ? new Calculation(this.of) : null;
  }
}
