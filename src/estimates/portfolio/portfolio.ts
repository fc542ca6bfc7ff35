import type { PeriodFields } from "../../core/engine";
import { type ExplainableTotals, missing, type Note, sumExplainable, unweighed } from "../../core/footprint";
import { groupBy } from "../../core/helpers";
import type { EngineSession } from "../session/engine-session";
import type { Session } from "../session/session";
import type { Computed, Outcome } from "./distinct-item";
import { ItemOutcomes } from "./item-outcomes";
import { failedLine, type PortfolioItem, type PortfolioOptions, requireRoom } from "./portfolio-item";
import { notInSum, unknownSum } from "./unknown-sum";

/** What the items of one product, or in one place, contribute. */
export interface Subtotal {
  /** Kind of the product, or name of the place. */
  readonly of: string;
  /** How many items were computed. */
  readonly items: number;
  readonly footprint: ExplainableTotals;
}

/**
 * Computes many resources. An item that fails has its own error and does not affect the others; identical configurations
 * are computed once.
 *
 * @param during period of items that have none of their own
 * @throws DomainError BAD_USER_INPUT for too many items or a period of the whole that makes no sense.
 */
export async function estimatePortfolio(
  items: readonly PortfolioItem[],
  during: PeriodFields | null | undefined,
  session: EngineSession,
  { report, mostItems }: PortfolioOptions,
): Promise<PortfolioEstimate> {
  requireRoom(items, mostItems);
  const whole = session.period(during);
  // The day that the whole is pinned to holds for its lines, whatever the session is pinned to.
  const below = session.within({ during: during ?? undefined });
  const outcomes = await new ItemOutcomes(below, whole, report).of(items);
  return new PortfolioEstimate(items, outcomes, session);
}

/** A computed portfolio; its sums are computed when they are read. */
export class PortfolioEstimate {
  private readonly computed: readonly Computed[];
  private sum: ExplainableTotals | undefined;

  /** @param outcomes of the items, each in its place */
  constructor(
    readonly items: readonly PortfolioItem[],
    readonly outcomes: readonly Outcome[],
    private readonly session: Session,
  ) {
    this.computed = outcomes.filter((outcome) => "footprint" in outcome);
  }

  /**
   * The sum of all items that were computed; a note counts those left out.
   * @throws DomainError of the first item where none of them could be computed: their sum is unknown. Of no items it is zero.
   */
  get footprint(): ExplainableTotals {
    if (this.computed.length === 0 && this.items.length > 0) throw unknownSum("items", this.failed());
    this.sum ??= sumExplainable(
      this.computed.map(({ footprint }) => footprint),
      leftOut(this.outcomes.length - this.computed.length),
    );
    return this.sum;
  }

  byProduct(): readonly Subtotal[] {
    return subtotals(this.computed, ({ kind }) => kind);
  }

  async byPlace(): Promise<readonly Subtotal[]> {
    const placed = await Promise.all(
      this.computed.map(async (one) => ({ ...one, place: await one.resource.placeIn(this.session) })),
    );
    return subtotals(placed, ({ place }) => place);
  }

  private failed() {
    return this.outcomes.flatMap((outcome, index) =>
      "error" in outcome ? [failedLine(outcome.error, this.items[index] as PortfolioItem, index)] : [],
    );
  }
}

function subtotals<T extends Computed>(
  computed: readonly T[],
  keyOf: (one: T) => string,
): readonly Subtotal[] {
  return [...groupBy(computed, keyOf)].map(([of, ofKey]) => ({
    of,
    items: ofKey.length,
    footprint: sumExplainable(ofKey.map(({ footprint }) => footprint)),
  }));
}

function leftOut(count: number): readonly Note[] {
  return count === 0 ? [] : unweighed(missing(notInSum(count, "items")));
}
