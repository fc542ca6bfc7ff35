import { GraphQLDate } from "graphql-scalars";
import { Field, Float, ObjectType } from "type-graphql";
import {
  type Calculation as DomainCalculation,
  type End,
  type EndsOfTerm,
  endsOf,
  isCalculation,
  isFactorValue,
  type Listed,
  type ListedTerm,
  listCalculations,
  type Range,
} from "../../src/core/formulas";
import { BoundEnum, type BoundName } from "./enums";
import { Factor } from "./factor";

const BOUND_NAMES: Readonly<Record<End, BoundName>> = { low: "LOW", high: "HIGH" };

@ObjectType({
  description:
    "One formula with its terms and result: enough to do it again by hand, its expected value as well as either end of its range. For the low end, each term stands with the bound that `lowEndFrom` names, for the high end with that of `highEndFrom`.",
})
export class Calculation {
  private ends: ReadonlyMap<string, EndsOfTerm> | undefined;
  private range: Range | undefined;

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
      "The arithmetic over the symbols of the terms: + − × /, parentheses, ln(x), max(x, …). It is the text that was run; where one symbol would stand for two things, the second has another name.",
  })
  get formula(): string {
    return this.listed.expression;
  }

  @Field(() => GraphQLDate, {
    nullable: true,
    description: "First day (UTC) on which the formula is this one; null where it has always been.",
  })
  get validFrom(): string | null {
    return this.listed.calculation.formula.validFrom ?? null;
  }

  @Field(() => GraphQLDate, {
    nullable: true,
    description: "First day (UTC) on which it is another one; null where that is not known.",
  })
  get validTo(): string | null {
    return this.listed.calculation.formula.validTo ?? null;
  }

  @Field(() => Float, { description: "The result, in `unit`." })
  get result(): number {
    return this.listed.calculation.range.expected;
  }

  @Field(() => Float, { description: "Low end of the result's range, in `unit`." })
  get low(): number {
    return this.ownRange().low;
  }

  @Field(() => Float, { description: "High end of the result's range, in `unit`." })
  get high(): number {
    return this.ownRange().high;
  }

  @Field(() => String, { description: "Unit of the result; `-` for a ratio." })
  get unit(): string {
    return this.listed.calculation.unit;
  }

  @Field(() => [Term], { description: "Every symbol of the formula with its value." })
  get terms(): Term[] {
    const { calculation, terms } = this.listed;
    const symbols = Object.keys(calculation.terms);
    return terms.map((term, at) => new Term(term, () => this.endsOfTerm(symbols[at] as string)));
  }

  private endsOfTerm(symbol: string): EndsOfTerm {
    this.ends ??= endsOf(this.listed.calculation);
    return this.ends.get(symbol) as EndsOfTerm;
  }

  /** What its terms lead to: a calculation that is taken as a convention is without range only where it is taken so. */
  private ownRange(): Range {
    this.range ??= rangeOf(this.listed.calculation);
    return this.range;
  }
}

@ObjectType({
  description:
    "A symbol of a formula and its value: a factor, the result of another calculation, or an input of the request.",
})
export class Term {
  constructor(
    private readonly term: ListedTerm,
    private readonly ends: () => EndsOfTerm,
  ) {}

  @Field(() => String, { description: "The symbol, as the formula writes it." })
  get symbol(): string {
    return this.term.symbol;
  }

  @Field(() => Float, { description: "Its value, in `unit`." })
  get value(): number {
    return this.term.value.range.expected;
  }

  @Field(() => Float, {
    description: "Low end of the range that it is taken with, in `unit`; the value where it has none.",
  })
  get low(): number {
    return this.term.value.range.low;
  }

  @Field(() => Float, {
    description: "High end of the range that it is taken with, in `unit`; the value where it has none.",
  })
  get high(): number {
    return this.term.value.range.high;
  }

  @Field(() => BoundEnum, {
    nullable: true,
    description:
      "The bound of this term that makes the low end of the result: LOW where the result grows with the term, HIGH where it shrinks, such as for what is divided by; EXPECTED where it has no range. Null where the formula needs both bounds.",
  })
  get lowEndFrom(): BoundName | null {
    return this.boundFor("low");
  }

  @Field(() => BoundEnum, {
    nullable: true,
    description: "The bound of this term that makes the high end of the result, as for lowEndFrom.",
  })
  get highEndFrom(): BoundName | null {
    return this.boundFor("high");
  }

  @Field(() => Boolean, {
    description:
      "Whether it is taken as a convention: its expected value alone, though its factor or calculation has a range. So are keys of an allocation and proportions, which would otherwise count their doubt twice.",
  })
  get isConvention(): boolean {
    const { value } = this.term;
    if (!isExact(value.range)) return false;
    if (isFactorValue(value)) return !isExact(value.factor.range);
    return isCalculation(value) && !isExact(rangeOf(value));
  }

  @Field(() => String, { description: "Unit of the value; `-` for a ratio or a count." })
  get unit(): string {
    return this.term.value.unit;
  }

  @Field(() => Factor, {
    nullable: true,
    description: "The factor it is, with source, date and range; null for a result or an input.",
  })
  get factor(): Factor | null {
    const { value } = this.term;
    return isFactorValue(value) ? new Factor(value.factor) : null;
  }

  @Field(() => Calculation, {
    nullable: true,
    description: "The calculation it results from; null for a factor or an input.",
  })
  get calculation(): Calculation | null {
    return this.term.from === null ? null : new Calculation(this.term.from);
  }

  private boundFor(endOfResult: End): BoundName | null {
    if (isExact(this.term.value.range)) return "EXPECTED";
    const end = this.ends()[endOfResult];
    return end === null ? null : BOUND_NAMES[end];
  }
}

function isExact({ low, high }: Range): boolean {
  return low === high;
}

function rangeOf({ formula, terms }: DomainCalculation): Range {
  return formula.apply(terms).range;
}
