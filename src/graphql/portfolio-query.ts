import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { PeriodInput, Portfolio, TheGraph } from "../../schema/types";
import { RequestContext } from "./context";
import type { EngineGraph } from "./graph";
import { computePortfolio, MOST_ITEMS } from "./portfolio";
import type { ItemArgument } from "./resource-input";

/** The portfolio query of a composition; its items are of the products of the composition. */
export function portfolioQueryFor(ItemInput: new () => ItemArgument): new () => object {
  @Resolver()
  class PortfolioQuery {
    @Query(() => Portfolio, {
      nullable: true,
      description: `Up to ${MOST_ITEMS.toLocaleString("en")} resources and their sum; more is BAD_USER_INPUT. A bad item carries its error and spoils no other.`,
    })
    portfolio(
      @Arg("items", () => [ItemInput], { description: "The resources." })
      items: ItemArgument[],
      @Arg("during", () => PeriodInput, {
        nullable: true,
        description: "Period of items that have none of their own; one month of 730 hours when left out.",
      })
      during: PeriodInput | null | undefined,
      @TheGraph() graph: EngineGraph,
      @Ctx() context: RequestContext,
    ): Promise<Portfolio> {
      return computePortfolio(items, during, graph, context);
    }
  }
  return PortfolioQuery;
}
