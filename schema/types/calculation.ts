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
    "An evaluated formula with its terms and result: enough to recompute the expected value and both ends of the range by hand. For the low end, take the bound of each term that `lowEndFrom` names; for the high end, that of `highEndFrom`.",
})
export class Calculation {
  private ends: ReadonlyMap<string, EndsOfTerm> | undefined;
  private range: Range | undefined;

  constructor(private readonly listed: Listed) {}

  /** All calculations behind some results, in one list with unambiguous symbols. */
  static each(roots: Iterable<DomainCalculation>): Calculation[] {
    return listCalculations(roots).map((listed) => new Calculation(listed));
  }

  @Field(() => String, { description: "What is computed, in words." })
  get label(): string {
    return this.listed.calculation.formula.label;
  }

  @Field(() => String, {
    description: "Symbol of the result, unique among the calculations of one component.",
  })
  get symbol(): string {
    return this.listed.symbol;
  }

  @Field(() => String, {
    description:
      "The formula over the symbols of the terms: + − × /, parentheses, ln(x), max(x, …). It is the text that was evaluated; if one symbol would mean two things, the second is renamed.",
  })
  get formula(): string {
    return this.listed.expression;
  }

  @Field(() => GraphQLDate, {
    nullable: true,
    description: "First day (UTC) of this edition of the formula; null if it has always been valid.",
  })
  get validFrom(): string | null {
    return this.listed.calculation.formula.validFrom ?? null;
  }

  @Field(() => GraphQLDate, {
    nullable: true,
    description: "First day (UTC) of the next edition; null if there is none.",
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
    description: "Low end of the range that is used, in `unit`; the value if it has no range.",
  })
  get low(): number {
    return this.term.value.range.low;
  }

  @Field(() => Float, {
    description: "High end of the range that is used, in `unit`; the value if it has no range.",
  })
  get high(): number {
    return this.term.value.range.high;
  }

  @Field(() => BoundEnum, {
    nullable: true,
    description:
      "The bound of this term that gives the low end of the result: LOW if the result increases with the term, HIGH if it decreases, as for a divisor; EXPECTED if it has no range. Null if the formula needs both bounds.",
  })
  get lowEndFrom(): BoundName | null {
    return this.boundFor("low");
  }

  @Field(() => BoundEnum, {
    nullable: true,
    description: "The bound of this term that gives the high end of the result, as for lowEndFrom.",
  })
  get highEndFrom(): BoundName | null {
    return this.boundFor("high");
  }

  @Field(() => Boolean, {
    description:
      "Whether it is used as a convention: only its expected value, although its factor or calculation has a range. This applies to allocation keys and proportions, whose uncertainty would otherwise count twice.",
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
    description: "The factor, with source, date and range; null for a result or an input.",
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
