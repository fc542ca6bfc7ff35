import { GraphQLDate } from "graphql-scalars";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Comparison, During, type PeriodInput, Revision, TheGraph } from "../../schema/types";
import { compareResources } from "./compare";
import type { RequestContext } from "./context";
import type { EngineGraph } from "./graph";
import { MOST_ITEMS } from "./portfolio";
import type { ItemArgument } from "./resource-input";
import { revise } from "./revision";

/** Queries that set two footprints side by side; their inputs are of the products of the composition. */
export function comparisonQueriesFor(
  ResourceInput: new () => object,
  ItemInput: new () => ItemArgument,
): new () => object {
  @Resolver()
  class ComparisonQueries {
    @Query(() => Comparison, {
      nullable: true,
      description:
        "Two resources over the same period, and the components and numbers that drive the difference. Errors: those of either resource, with `a.` or `b.` before the field.",
    })
    compare(
      @Arg("a", () => ResourceInput, { description: "The first." }) a: object,
      @Arg("b", () => ResourceInput, { description: "The second." }) b: object,
      @During() during: PeriodInput | null | undefined,
      @TheGraph() graph: EngineGraph,
    ): Promise<Comparison> {
      return compareResources({ a, b }, during, graph);
    }

    @Query(() => Revision, {
      nullable: true,
      description: `The same resources with the factors in force on two days: which factors moved the figure, and by how much. Up to ${MOST_ITEMS.toLocaleString("en")} lines; more is BAD_USER_INPUT. Where none can be computed on both days, the error of the first.`,
    })
    revision(
      @Arg("items", () => [ItemInput], { description: "The resources." }) items: ItemArgument[],
      @Arg("from", () => GraphQLDate, { description: "First day (UTC) whose factors are used." }) from: Date,
      @Arg("to", () => GraphQLDate, {
        description: "Second day (UTC) whose factors are used; it may be earlier.",
      })
      to: Date,
      @During() during: PeriodInput | null | undefined,
      @TheGraph() graph: EngineGraph,
      @Ctx() context: RequestContext,
    ): Promise<Revision> {
      return revise({ items, from, to, during }, graph, context);
    }
  }
  return ComparisonQueries;
}
