import { Field, Float, ObjectType } from "type-graphql";
import {
  type Calculation as DomainCalculation,
  isFactorValue,
  type Listed,
  type ListedTerm,
  listCalculations,
} from "../../src/core/formulas";
import { Factor } from "./factor";

@ObjectType({
  description:
    "One formula with its terms and result: enough to do it again by hand. Expected values throughout.",
})
export class Calculation {
  constructor(private readonly listed: Listed) {}

  /** All that led to some results, in one list in which no symbol stands for two things. */
  static each(roots: Iterable<DomainCalculation>): Calculation[] {
    return listCalculations(roots).map((listed) => new Calculation(listed));
  }

  @Field(() => String, { description: "What is computed, in words." })
  get label(): string {
    return this.listed.calculation.formula.label;
  }

  @Field(() => String, {
    description: "Symbol of the result; of the calculations of one component, no other has it.",
  })
  get symbol(): string {
    return this.listed.symbol;
  }

  @Field(() => String, {
    description:
      "The arithmetic over the symbols of the terms: + − × /, parentheses, ln(x), max(x, …). It is what was run, with symbols told apart where one would stand for two things.",
  })
  get formula(): string {
    return this.listed.expression;
  }

  @Field(() => Float, { description: "The result, in `unit`." })
  get result(): number {
    return this.listed.calculation.range.expected;
  }

  @Field(() => String, { description: "Unit of the result; `-` for a ratio." })
  get unit(): string {
    return this.listed.calculation.unit;
  }

  @Field(() => [Term], { description: "Every symbol of the formula with its value." })
  get terms(): Term[] {
    return this.listed.terms.map((term) => new Term(term));
  }
}

@ObjectType({
  description:
    "A symbol of a formula and its value: a factor, the result of another calculation, or what was asked for.",
})
export class Term {
  constructor(private readonly term: ListedTerm) {}

  @Field(() => String, { description: "The symbol, as the formula writes it." })
  get symbol(): string {
    return this.term.symbol;
  }

  @Field(() => Float, { description: "Its value, in `unit`." })
  get value(): number {
    return this.term.value.range.expected;
  }

  @Field(() => String, { description: "Unit of the value; `-` for a ratio or a count." })
  get unit(): string {
    return this.term.value.unit;
  }

  @Field(() => Factor, {
    nullable: true,
    description: "The factor it is, with source, date and range; null when it is none.",
  })
  get factor(): Factor | null {
    const { value } = this.term;
    return isFactorValue(value) ? new Factor(value.factor) : null;
  }

  @Field(() => Calculation, {
    nullable: true,
    description: "The calculation it results from; null when it does from none.",
  })
  get calculation(): Calculation | null {
    return this.term.from === null ? null : new Calculation(this.term.from);
  }
}
