import { GraphQLScalarType } from "graphql";
import { Arg, Field, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { instance } from "../../plugins/instance";
import { type CheckOptions, checkPlugin, RULES, type Rule } from "../../src/plugin-kit";
import {
  AsksInSecret,
  CountedInPeriod,
  CountsInEachSpan,
  FixedPart,
  ForgetsToAdd,
  LeafOfNoFormula,
  LowAboveExpected,
  NoSource,
  NotANumber,
  NoUnit,
  OneUnitMore,
  OtherKind,
  PrintsAnotherRange,
  PrintsAnotherResult,
  PrintsAStrangeTerm,
  Refuses,
  Remembers,
  SquareOfHours,
  UnitsThatSayMore,
} from "./support/faults";
import { SmallCalculator, SmallThingQueries, smallPlugin } from "./support/small-plugin";

const ONE = { amount: 1 };
const SAMPLES: CheckOptions = {
  plugins: [],
  specs: [ONE, { amount: 2.5 }],
  additive: [[ONE, { amount: 2 }, { amount: 3 }]],
};

async function rulesBroken(plugin: ReturnType<typeof smallPlugin>, options = SAMPLES): Promise<Rule[]> {
  const findings = await checkPlugin(plugin, options);
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

describe("the kit", () => {
  it("finds nothing in a plugin that conforms", async () => {
    expect(await checkPlugin(smallPlugin(SmallCalculator), SAMPLES)).toEqual([]);
  });

  it.each([
    [Refuses, ["answers"]],
    // What is not a number equals nothing: every rule that compares says so.
    [NotANumber, ["additive", "deterministic", "explained", "finite", "linear", "sum", "totals"]],
    [LowAboveExpected, ["bounds"]],
    [ForgetsToAdd, ["sum"]],
    [LeafOfNoFormula, ["sum"]],
    [SquareOfHours, ["linear"]],
    [Remembers, ["deterministic", "totals"]],
    [PrintsAnotherResult, ["explained"]],
    [PrintsAnotherRange, ["explained"]],
    [PrintsAStrangeTerm, ["explained"]],
    [NoUnit, ["units"]],
    [NoSource, ["sources"]],
    [FixedPart, ["additive"]],
    [OneUnitMore, ["totals"]],
    [UnitsThatSayMore, ["totals"]],
  ] as const)("finds the fault of %p", async (calculator, rules) => {
    expect(await rulesBroken(smallPlugin(calculator))).toEqual(rules);
  });

  it("finds what is answered though it must be refused, or refused otherwise", async () => {
    const refused = {
      fine: { spec: ONE, code: "BAD_USER_INPUT", field: "input.amount" },
      small: { spec: { type: "PRO2-S", zone: "fr-par-9" }, code: "BAD_USER_INPUT", field: "input.zone" },
    };
    const { fine, small } = refused;
    const answered = await checkPlugin(smallPlugin(SmallCalculator), { ...SAMPLES, refused: { fine } });
    const otherwise = await checkPlugin(instance, { specs: [], plugins: [], refused: { small } });
    expect([...answered, ...otherwise].filter(({ rule }) => rule === "refuses")).toEqual([
      {
        rule: "refuses",
        subject: "fine",
        problem: "must be refused with BAD_USER_INPUT at input.amount, got an answer",
      },
      {
        rule: "refuses",
        subject: "small",
        problem: "must be refused with BAD_USER_INPUT at input.zone, got UNKNOWN_ZONE at input.zone",
      },
    ]);
  });

  it("finds fields that are not those of the input", async () => {
    const field = {
      name: "weight",
      role: "AMOUNT",
      description: "How heavy.",
      unit: "kg",
      required: true,
    } as const;
    const fields = () => [{ ...field, default: null, minimum: 2, maximum: 1, choices: null }];
    const findings = await checkPlugin({ ...smallPlugin(SmallCalculator), fields }, SAMPLES);
    expect(findings.map(({ rule, subject }) => [rule, subject])).toEqual([
      ["fields", "smallThing.amount"],
      ["fields", "smallThing.weight"],
      ["fields", "smallThing.weight"],
    ]);
  });

  it("finds a product that is asked and not declared", async () => {
    const { plugins: _, ...withBuiltIn } = SAMPLES;
    const findings = await checkPlugin(smallPlugin(AsksInSecret), withBuiltIn);
    expect(findings).toEqual([
      {
        rule: "composes",
        subject: "smallThing",
        problem: 'asks "loadBalancer", which its calculator does not declare',
      },
    ]);
  });

  it("finds a plugin that does not compose with the others", async () => {
    const { plugins: _, ...withBuiltIn } = SAMPLES;
    const findings = await checkPlugin(smallPlugin(OtherKind), withBuiltIn);
    expect(findings).toEqual([
      {
        rule: "composes",
        subject: "smallThing",
        problem: 'two calculators are registered for "instance"',
      },
    ]);
  });

  it("finds a product that has the id of another", async () => {
    const plugin = { ...smallPlugin(SmallCalculator), product: { ...instance.product, name: "Small" } };
    const findings = await checkPlugin(plugin, { ...SAMPLES, plugins: [instance] });
    expect(findings).toEqual([
      {
        rule: "composes",
        subject: "smallThing",
        problem: 'the products "instance" and "smallThing" have one id, "instance"',
      },
    ]);
  });

  it("wants amounts of a whole period not to depend on its hours", async () => {
    expect(await rulesBroken(smallPlugin(SmallCalculator), { ...SAMPLES, amounts: "PER_PERIOD" })).toEqual([
      "linear",
    ]);
  });

  it("wants them divided among the spans of a period that is split", async () => {
    const options = { ...SAMPLES, amounts: "PER_PERIOD" } as const;
    expect(await checkPlugin(smallPlugin(CountedInPeriod), options)).toEqual([]);
    const [found, ...others] = await checkPlugin(smallPlugin(CountsInEachSpan), options);
    expect(found).toMatchObject({ rule: "split", subject: '{"amount":1}' });
    expect(found?.problem).toContain(
      "half of a period must have half of it: multiply by context.shareOfPeriod",
    );
    expect(others.map(({ rule }) => rule)).toEqual(["split"]);
  });

  it("wants samples", async () => {
    expect(await rulesBroken(smallPlugin(SmallCalculator), { ...SAMPLES, specs: [] })).toEqual(["answers"]);
  });

  it("finds each name of the schema without a description", async () => {
    const resolvers = [SmallThingQueries, BareQueries];
    const findings = await checkPlugin(smallPlugin(SmallCalculator, { resolvers }), SAMPLES);
    const bare = ["Bare", "Bare.field", "Colour", "Colour.RED", "Query.bare", "Query.bare(colour)"];
    expect(findings.map(({ rule, subject }) => [rule, subject]).sort()).toEqual(
      bare.map((name) => ["described", name]),
    );
  });

  it("finds each number whose description says neither unit nor what it counts", async () => {
    const resolvers = [SmallThingQueries, LampQueries];
    const findings = await checkPlugin(smallPlugin(SmallCalculator, { resolvers }), SAMPLES);
    expect(findings.map(({ rule, subject }) => [rule, subject])).toEqual([
      ["measures", "Query.light"],
      ["measures", "Query.light(lamps)"],
    ]);
    expect(findings[0]?.problem).toContain("give its unit in brackets, such as [GB]");
  });

  it("knows the units of the plugin's own fields", async () => {
    const light = {
      ...({ name: "amount", role: "AMOUNT", description: "Number of them." } as const),
      ...{ unit: "lm", required: true, default: null, minimum: null, maximum: null, choices: null },
    };
    const resolvers = [SmallThingQueries, LampQueries];
    const plugin = { ...smallPlugin(SmallCalculator, { resolvers }), fields: () => [light] };
    const findings = await checkPlugin(plugin, SAMPLES);
    expect(findings.map(({ rule, subject }) => [rule, subject])).toEqual([
      ["measures", "Query.light(lamps)"],
    ]);
  });

  it("finds a deprecation that does not say when it ends", async () => {
    const resolvers = [SmallThingQueries, OldQueries];
    const findings = await checkPlugin(smallPlugin(SmallCalculator, { resolvers }), SAMPLES);
    expect(findings).toEqual([
      {
        rule: "deprecations",
        subject: "Query.oldThing",
        problem: 'is deprecated without a date: write "Removal on YYYY-MM-DD"',
      },
    ]);
  });

  it("finds a query whose error would empty the answer", async () => {
    const resolvers = [SmallThingQueries, SpoilingQueries];
    const findings = await checkPlugin(smallPlugin(SmallCalculator, { resolvers }), SAMPLES);
    expect(findings).toEqual([
      { rule: "neighbours", subject: "Query.spoiling", problem: "can fail, and is not nullable" },
    ]);
  });

  it("finds a scalar that nothing specifies", async () => {
    const resolvers = [SmallThingQueries, ScalarQueries];
    const findings = await checkPlugin(smallPlugin(SmallCalculator, { resolvers }), SAMPLES);
    expect(findings).toEqual([{ rule: "described", subject: "Shade", problem: "has no @specifiedBy" }]);
  });

  it("says of each rule what it asks", () => {
    for (const text of Object.values(RULES)) expect(text).toMatch(/\.$/);
  });
});

enum Colour {
  RED = "RED",
}
registerEnumType(Colour, { name: "Colour" });

@ObjectType()
class Bare {
  @Field(() => Int)
  readonly field!: number;
}

@Resolver()
class BareQueries {
  @Query(() => Bare, { nullable: true })
  bare(@Arg("colour", () => Colour) _colour: Colour): Bare | null {
    return null;
  }
}

@Resolver()
class LampQueries {
  @Query(() => Number, { nullable: true, description: "Light of so many lamps [lm]." })
  light(@Arg("lamps", () => Int, { description: "Lamps." }) _lamps: number): number | null {
    return null;
  }
}

@Resolver()
class OldQueries {
  @Query(() => Int, {
    description: "Number of things, as it was counted once.",
    deprecationReason: "Use `methodology`.",
  })
  oldThing(): number {
    return 0;
  }
}

@Resolver()
class SpoilingQueries {
  @Query(() => Int, { description: "Number of things of a size." })
  spoiling(@Arg("size", () => Int, { description: "Number of things." }) size: number): number {
    return size;
  }
}

const SHADE = new GraphQLScalarType({ name: "Shade", description: "A colour by its name." });

@Resolver()
class ScalarQueries {
  @Query(() => SHADE, { description: "The usual shade." })
  shade(): string {
    return "red";
  }
}
