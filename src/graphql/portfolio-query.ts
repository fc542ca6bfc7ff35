import { Arg, Ctx, Field, Float, InputType, Query, Resolver } from "type-graphql";
import { PeriodInput, Portfolio } from "../../schema/types";
import type { ProductPlugin } from "../core/contract";
import type { RequestContext } from "./context";
import { computePortfolio, MOST_ITEMS } from "./portfolio";
import { resourceInputFor } from "./resource-input";

/** The portfolio query of a composition; its input has a member for each product. */
export function portfolioQueryFor(plugins: readonly ProductPlugin[]): new () => object {
  const ResourceInput = resourceInputFor(plugins);

  @InputType("PortfolioItemInput", { description: "One line of a portfolio." })
  class PortfolioItemInput {
    @Field(() => String, { nullable: true, description: "A name for the line, given back with it." })
    readonly label?: string | null;

    @Field(() => Float, {
      defaultValue: 1,
      description: "How many of the resource, zero or more; otherwise the item has an error.",
    })
    readonly count!: number;

    @Field(() => ResourceInput, { description: "What to compute: exactly one product." })
    readonly resource!: object;

    @Field(() => PeriodInput, {
      nullable: true,
      description: "Period of this item; that of the portfolio when left out.",
    })
    readonly during?: PeriodInput | null;
  }

  @Resolver()
  class PortfolioQuery {
    @Query(() => Portfolio, {
      description: `Up to ${MOST_ITEMS.toLocaleString("en")} resources and their sum; more is BAD_USER_INPUT. A bad item carries its error and spoils no other.`,
    })
    portfolio(
      @Arg("items", () => [PortfolioItemInput], { description: "The resources." })
      items: PortfolioItemInput[],
      @Arg("during", () => PeriodInput, {
        nullable: true,
        description: "Period of items that have none of their own; one month of 730 hours when left out.",
      })
      during: PeriodInput | null | undefined,
      @Ctx() context: RequestContext,
    ): Promise<Portfolio> {
      return computePortfolio(items, during, context);
    }
  }
  return PortfolioQuery;
}
