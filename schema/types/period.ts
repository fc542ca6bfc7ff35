import { GraphQLDate } from "graphql-scalars";
import { Field, Float, GraphQLISODateTime, InputType } from "type-graphql";

/** Name of the input in the schema. */
export const PERIOD_INPUT = "PeriodInput";

@InputType(PERIOD_INPUT, {
  description:
    "Exactly one of: hours; start and end. With start and end, the factors valid during the period are used, and a period over two vintages is split at the border. With hours, the factors in force today. Otherwise BAD_USER_INPUT. asOf pins either of them to the factors of one day, and may stand alone.",
})
export class PeriodInput {
  @Field(() => Float, {
    nullable: true,
    description: "Duration of use [h], 0 to 219,000 (25 years). Zero is a footprint of nothing.",
  })
  readonly hours?: number | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "First instant of the period, for example 2026-10-01T00:00:00Z. A date without time begins at 00:00, one without a time zone is in UTC; a note says so.",
  })
  readonly start?: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "End of the period, exclusive, written as start; not before start. 2026-11-01 ends the period with the last instant of October. Hours are elapsed time: a leap day counts 24, a day of clock change what it lasts.",
  })
  readonly end?: Date | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description:
      "Day (UTC) whose factors and formulas are used, whatever the dates. Wins over the asOf of the query. Before the first known value, BAD_USER_INPUT with the first day; NOT_AVAILABLE_IN_LOCALITY where only the place is younger.",
  })
  readonly asOf?: Date | null;
}
