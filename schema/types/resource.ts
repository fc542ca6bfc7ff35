import { GraphQLDate } from "graphql-scalars";
import { Arg, Field, Float, InterfaceType } from "type-graphql";
import { HOURS_OF_A_MONTH, then } from "../../src/core/helpers";
import { estimateAlternatives, type PresentedResource, type Session } from "../../src/estimates";
import { Alternative } from "./alternative";
import { CurrentSession } from "./context";
import { Footprint } from "./footprint";
import { HistoryInterval } from "./history";
import { OperatorEstimate } from "./operator-estimate";
import { PeriodInput } from "./period";
import { Locality, Product } from "./presentation";

/** Of a query, which nothing leads to. */
export const PERIOD_OF_QUERY = "The period; default: one month of 730 hours.";
const WHOLE_PERIOD =
  "The period. Default: that of the enclosing footprint, comparison or portfolio; otherwise one month of 730 hours.";

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
  description: "A product of the catalogue as it is, or would be, used, with its footprint.",
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

  @Field(() => Product, { description: "The product of the resource." })
  product(@CurrentSession() session: Session): Product {
    return session.product(this.kind);
  }

  @Field(() => String, { description: "Name of the offer, for example PRO2-S or Block Storage 5K." })
  get name(): string {
    return this.text.name;
  }

  @Field(() => Locality, {
    description:
      "Where it runs, with the factors used there: those in force today, on the first day of the period, or on the day of asOf.",
  })
  locality(
    @CurrentSession() session: Session,
    @During(
      "Period whose first day selects the factors. Default: that of the enclosing footprint, comparison or portfolio; otherwise today.",
    )
    _during?: PeriodInput | null,
  ): Locality | Promise<Locality> {
    const place = this.placeIn(session);
    const named = (name: string): Locality => new Locality(session.place(name));
    return place instanceof Promise ? place.then(named) : named(place);
  }

  @Field(() => Footprint, { description: "Its footprint in a period." })
  footprint(
    @CurrentSession() session: Session,
    @During() during?: PeriodInput | null,
  ): Footprint | Promise<Footprint> {
    return then(session.eventualFootprint(this.kind, this.spec, during), (figure) => new Footprint(figure));
  }

  @Field(() => [Alternative], {
    nullable: true,
    description:
      "The same resource in every other place where the product is offered in the period, lowest kgCO2e first, and whether that order is certain; places that cannot be computed come last, with their error. Empty if it is offered nowhere else, null for a product without a list of places. If several zones can be chosen, each is a separate place.",
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
      "The operator's own published estimate for the resource, as last recorded by the end of the period or by the day of asOf, times the hours of the period, together with ours for that day. Null if no estimate had been recorded by then; a day before the first known value is BAD_USER_INPUT.",
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
      "The footprint for a fixed number of hours in each interval, between `from` and `to`, in which the factors, calibrations and formulas that it depends on stay the same; the oldest first. The period of an enclosing field has no effect. With asOf it is the history as known on that day: later records are not included, and the factors of that day apply to later days. A day before the first known value, or an empty interval, is BAD_USER_INPUT.",
  })
  async history(
    @CurrentSession() session: Session,
    @Arg("from", () => GraphQLDate, { description: "First day (UTC)." }) from: Date,
    @Arg("to", () => GraphQLDate, {
      description:
        "Day (UTC) after the last one, up to the year 9998. For future days the factors of today are used.",
    })
    to: Date,
    @Arg("hours", () => Float, {
      defaultValue: HOURS_OF_A_MONTH,
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
