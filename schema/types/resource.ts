import { GraphQLDate } from "graphql-scalars";
import { Arg, Field, Float, InterfaceType } from "type-graphql";
import { then } from "../../src/core/lang";
import { estimateAlternatives, type PresentedResource, type Session } from "../../src/estimates";
import { Alternative } from "./alternative";
import { CurrentSession } from "./context";
import { Footprint } from "./footprint";
import { HistoryInterval } from "./history";
import { OperatorEstimate } from "./operator-estimate";
import { PeriodInput } from "./period";
import { Locality, Product } from "./presentation";

/** Default of an argument, of which the schema has one for all days: the series `period.default` is tested to be as much [h]. */
const HOURS_OF_MONTH = 730;
/** Of a query, which nothing leads to. */
export const PERIOD_OF_QUERY = "The period; one month of 730 hours when left out.";
const WHOLE_PERIOD =
  "The period. Left out, that of the footprint, comparison or portfolio that leads here; otherwise one month of 730 hours.";

/** Adds the argument that every footprint takes. It holds for all below the field too. */
export function During(description = WHOLE_PERIOD): ParameterDecorator {
  const arg = Arg("during", () => PeriodInput, { nullable: true, description });
  return (target, property, index) => arg(target, property as string, index);
}

/**
 * Anything that has a footprint. A product extends this class with its own fields; those here are the same for all.
 *
 * `autoRegisterImplementations` is off, so that a product is in the schema when it is composed, not when it is imported.
 */
@InterfaceType({
  autoRegisterImplementations: false,
  description: "Anything that has a footprint: a product of the catalogue as it is, or would be, used.",
})
export abstract class Resource implements PresentedResource {
  constructor(
    readonly kind: string,
    readonly spec: object,
    private readonly text: { readonly name: string; readonly place: string },
  ) {}

  /** Name of the place whose factors its figures rest on; for several places, of the one that weighs most. */
  placeIn(_session: Session): string | Promise<string> {
    return this.text.place;
  }

  @Field(() => Product, { description: "The product that the resource is of." })
  product(@CurrentSession() session: Session): Product {
    return session.product(this.kind);
  }

  @Field(() => String, { description: "Name of the offer, for example PRO2-S or Block Storage 5K." })
  get name(): string {
    return this.text.name;
  }

  @Field(() => Locality, {
    description:
      "Where it runs, with the factors that its figures rest on: those in force there today, on the first day of the period, or on the day of asOf.",
  })
  locality(
    @CurrentSession() session: Session,
    @During(
      "Period of whose first day the factors are. Left out, that of the footprint, comparison or portfolio that leads here; otherwise today.",
    )
    _during?: PeriodInput | null,
  ): Locality | Promise<Locality> {
    const place = this.placeIn(session);
    const named = (name: string): Locality => new Locality(session.place(name));
    return place instanceof Promise ? place.then(named) : named(place);
  }

  @Field(() => Footprint, { description: "What it emits and draws in a period." })
  footprint(
    @CurrentSession() session: Session,
    @During() during?: PeriodInput | null,
  ): Footprint | Promise<Footprint> {
    return then(session.eventualFootprint(this.kind, this.spec, during), (figure) => new Footprint(figure));
  }

  @Field(() => [Alternative], {
    nullable: true,
    description:
      "The same resource in every other place where the product exists in the period, the least kgCO2e first, with whether that order is settled; those that cannot be computed last, with their error. Empty where it exists nowhere else, null for a product that does not say where it exists. Where several zones can be chosen, each is a place of its own.",
  })
  async alternatives(
    @CurrentSession() session: Session,
    @During() during?: PeriodInput | null,
  ): Promise<Alternative[] | null> {
    return alternativesTo(this, this.spec, session, during);
  }

  @Field(() => OperatorEstimate, {
    nullable: true,
    description:
      "What the operator itself published for the resource, as last recorded by the end of the period or by the day of asOf, times the hours of the period, beside ours for that day. Null where no estimate had been recorded by then; a day before the first known value is BAD_USER_INPUT.",
  })
  async operatorEstimate(
    @CurrentSession() session: Session,
    @During() during?: PeriodInput | null,
  ): Promise<OperatorEstimate | null> {
    const estimate = await session.operatorEstimate(this.kind, this.spec, during);
    return estimate === null ? null : new OperatorEstimate(estimate);
  }

  @Field(() => [HistoryInterval], {
    description:
      "The footprint of the same hours on the days from `from` to `to`, from change to change of the factors, calibrations and formulas that it rests on, the oldest first. Its days and hours are its own: a period that leads here does not change them. Pinned to a day by asOf it is the history as known then: what was recorded later is not in it, and the factors of that day hold on later days. A day before the first known value, or days that make no interval, are BAD_USER_INPUT.",
  })
  async history(
    @CurrentSession() session: Session,
    @Arg("from", () => GraphQLDate, { description: "First day (UTC)." }) from: Date,
    @Arg("to", () => GraphQLDate, {
      description:
        "Day (UTC) after the last one, up to the year 9998; it may be in the future, on which the factors of today are taken to hold.",
    })
    to: Date,
    @Arg("hours", () => Float, {
      defaultValue: HOURS_OF_MONTH,
      description: "Duration of use [h], 0 to 219,000 (25 years).",
    })
    hours: number,
  ): Promise<HistoryInterval[]> {
    const intervals = await session.history(this.kind, this.spec, { from, to }, hours);
    return intervals.map((interval) => new HistoryInterval(interval, hours));
  }
}

/** The same specification in other places, ranked. */
export async function alternativesTo(
  { kind }: Resource,
  spec: object,
  session: Session,
  during: PeriodInput | null | undefined,
): Promise<Alternative[] | null> {
  const found = await estimateAlternatives({ kind, spec, during }, session);
  return found === null ? null : Alternative.each(found);
}
