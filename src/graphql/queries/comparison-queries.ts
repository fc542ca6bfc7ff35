import { GraphQLDate } from "graphql-scalars";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import {
  Comparison,
  CurrentSession,
  During,
  PERIOD_OF_QUERY,
  type PeriodInput,
  Revision,
} from "../../../schema/types";
import {
  type EngineSession,
  estimateComparison,
  estimateRevision,
  type PortfolioItem,
} from "../../estimates";
import type { RequestContext } from "../context";
import { MOST_ITEMS } from "./portfolio-query";

/** Queries that set two footprints side by side; their inputs are of the products of the composition. */
export function comparisonQueriesFor(
  ResourceInput: new () => object,
  ItemInput: new () => PortfolioItem,
): new () => object {
  @Resolver()
  class ComparisonQueries {
    @Query(() => Comparison, {
      nullable: true,
      description:
        "Two resources over the same period, and the components and numbers that cause their difference. Errors: those of either resource, with `a.` or `b.` before the field.",
    })
    async compare(
      @Arg("a", () => ResourceInput, { description: "The first." }) a: object,
      @Arg("b", () => ResourceInput, { description: "The second." }) b: object,
      @During(PERIOD_OF_QUERY) during: PeriodInput | null | undefined,
      @CurrentSession() session: EngineSession,
    ): Promise<Comparison> {
      return new Comparison(await estimateComparison({ a, b }, during, session));
    }

    @Query(() => Revision, {
      nullable: true,
      description: `The same resources with the factors in force on two days: which factors changed the figure, and by how much. Up to ${MOST_ITEMS.toLocaleString("en")} lines; more is BAD_USER_INPUT. If no line can be computed on both days, an error with the code and field of the first; \`failures\` has all of them.`,
    })
    async revision(
      @Arg("items", () => [ItemInput], { description: "The resources." }) items: PortfolioItem[],
      @Arg("from", () => GraphQLDate, { description: "First day (UTC) whose factors are used." }) from: Date,
      @Arg("to", () => GraphQLDate, {
        description: "Second day (UTC) whose factors are used; it may be earlier.",
      })
      to: Date,
      @During(PERIOD_OF_QUERY) during: PeriodInput | null | undefined,
      @CurrentSession() session: EngineSession,
      @Ctx() context: RequestContext,
    ): Promise<Revision> {
      const request = { items, from, to, during };
      return new Revision(await estimateRevision(request, session, context.portfolioOptions));
    }
  }
  return ComparisonQueries;
}
