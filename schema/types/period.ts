import { GraphQLDate } from "graphql-scalars";
import { Field, Float, GraphQLISODateTime, InputType } from "type-graphql";

/** Name of the input in the schema. */
export const PERIOD_INPUT = "PeriodInput";

@InputType(PERIOD_INPUT, {
  description:
    "Exactly one of: hours; start and end; otherwise BAD_USER_INPUT. With start and end, the factors valid during the period are used, and the period is split where they change. With hours, the factors in force today are used. asOf uses the factors of one day instead, and may be given alone.",
})
export class PeriodInput {
  @Field(() => Float, {
    nullable: true,
    description: "Duration of use [h], 0 to 219,000 (25 years). Zero gives a footprint of zero.",
  })
  readonly hours?: number | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "First instant of the period, for example 2026-10-01T00:00:00Z. A date without time means 00:00, one without a time zone is in UTC; a note says so.",
  })
  readonly start?: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "End of the period, exclusive, written as start; not before start. 2026-11-01 ends the period with the last instant of October. Hours are elapsed time: a leap day has 24, a day with a clock change as many as it lasts.",
  })
  readonly end?: Date | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description:
      "Day (UTC) whose factors and formulas are used, whatever the dates. Takes precedence over the asOf of the query. A day before the first known value is BAD_USER_INPUT, with the first possible day, or NOT_AVAILABLE_IN_LOCALITY if only the place is newer.",
  })
  readonly asOf?: Date | null;
}
