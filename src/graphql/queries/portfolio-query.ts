import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { CurrentSession, PeriodInput, Portfolio } from "../../../schema/types";
import { type EngineSession, estimatePortfolio, type PortfolioItem } from "../../estimates";
import { RequestContext } from "../context";
import { DEFAULT_LIMITS } from "../limits";

export const MOST_ITEMS = DEFAULT_LIMITS.items;

/** The portfolio query of a composition; its items are of the products of the composition. */
export function portfolioQueryFor(ItemInput: new () => PortfolioItem): new () => object {
  @Resolver()
  class PortfolioQuery {
    @Query(() => Portfolio, {
      nullable: true,
      description: `Up to ${MOST_ITEMS.toLocaleString("en")} resources and their sum; more is BAD_USER_INPUT. An item that fails has its own error and does not affect the others.`,
    })
    async portfolio(
      @Arg("items", () => [ItemInput], { description: "The resources." })
      items: PortfolioItem[],
      @Arg("during", () => PeriodInput, {
        nullable: true,
        description: "Period of items without their own; default: one month of 730 hours.",
      })
      during: PeriodInput | null | undefined,
      @CurrentSession() session: EngineSession,
      @Ctx() context: RequestContext,
    ): Promise<Portfolio> {
      const estimate = await estimatePortfolio(items, during, session, context.portfolioOptions);
      return new Portfolio(estimate, session);
    }
  }
  return PortfolioQuery;
}
