import { Arg, Field, InputType, ObjectType, Query, Resolver } from "type-graphql";
import {
  type Calculation,
  type CalculationContext,
  type Contribution,
  defineFormula,
  definePlugin,
  type Factor,
  type Footprint,
  footprintOf,
  fromFactor,
  graph,
  input,
  leaf,
  type ProductCalculator,
  type ProductPlugin,
  type ProductTypes,
  type ResourcePresenter,
  type Value,
} from "../../../src/plugin-kit";

export interface SmallSpec {
  readonly amount: number;
}

const EMITTED = defineFormula({
  symbol: "E",
  label: "Emitted",
  unit: "kgCO2e",
  expression: "dU × amount × rate",
});

export const RATE: Factor = {
  series: "small.rate",
  name: "Rate",
  range: { low: 1, expected: 2, high: 3 },
  unit: "kgCO2e/h",
  confidence: "ASSUMED",
  source: "Chosen for the test",
  url: null,
  validFrom: null,
  validTo: null,
  note: null,
};

/** A product of one formula that does all that the kit asks; each fault overrides one step of it. */
export class SmallCalculator implements ProductCalculator<SmallSpec> {
  readonly kind: string = "smallThing";
  readonly composes: readonly string[] = [];

  async calculate(spec: SmallSpec, context: CalculationContext): Promise<Footprint> {
    const calculation = this.emitted({
      dU: context.hours,
      amount: input(spec.amount, "-"),
      rate: fromFactor(RATE),
    });
    return this.footprint([{ criterion: "kgCo2Equivalent", stage: "use", calculation }]);
  }

  emitted(terms: Record<"dU" | "amount" | "rate", Value>): Calculation {
    return EMITTED.apply(terms);
  }

  footprint(contributions: readonly Contribution[]): Footprint {
    return footprintOf([
      leaf({ name: "Thing", kind: "SERVER", charged: "equipment", contributions, unknown: new Set() }),
    ]);
  }
}

@InputType({ description: "A small thing." })
export class SmallThingInput implements SmallSpec {
  @Field(() => Number, { description: "Number of them." })
  readonly amount!: number;
}

@ObjectType({ implements: graph.Resource, description: "A small thing." })
export class SmallThing extends graph.Resource {
  constructor(spec: SmallSpec) {
    super("smallThing", spec, { name: "small", place: "fr-par-1" });
  }
}

export class SmallThingPresenter implements ResourcePresenter {
  present(spec: SmallSpec): SmallThing {
    return new SmallThing(spec);
  }
}

@Resolver()
export class SmallThingQueries {
  @Query(() => SmallThing, { nullable: true, description: "A small thing." })
  smallThing(
    @Arg("input", () => SmallThingInput, { description: "Which one." }) spec: SmallThingInput,
  ): SmallThing {
    return new SmallThing(spec);
  }
}

/** The small product with a calculator, or a query, of the test's own. */
export function smallPlugin(
  calculator: new () => SmallCalculator,
  changes: Partial<ProductTypes> = {},
): ProductPlugin {
  return definePlugin({
    kind: "smallThing",
    contract: "1.0",
    product: { id: "small", name: "Small", serviceCategory: "Test", description: "A small thing." },
    calculator,
    graphql: () => ({
      input: SmallThingInput,
      resource: SmallThing,
      resolvers: [SmallThingQueries],
      presenter: SmallThingPresenter,
      ...changes,
    }),
    setUp: () => {},
  });
}
