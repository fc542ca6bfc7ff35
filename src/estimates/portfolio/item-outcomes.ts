import type { PeriodFields } from "../../core/engine";
import { DomainError, INTERNAL } from "../../core/errors";
import type { Period } from "../../core/footprint";
import { hashOfValues } from "../../core/helpers";
import { chosenResource, hashOfChoice } from "../resource-choice";
import type { EngineSession } from "../session/engine-session";
import type { PresentedResource } from "../session/session";
import { sideBySide } from "../session/side-by-side";
import { type Computed, DistinctItem, type LineComputer, type Outcome } from "./distinct-item";
import { type ItemError, itemError } from "./item-error";
import type { LineTotals } from "./line-totals";
import type { PortfolioItem } from "./portfolio-item";
import { SameInputs } from "./same-inputs";

/** Computations side by side: a database that is opened for the first of them takes as long as some thousand lines. */
const MOST_SIDE_BY_SIDE = 2_048;

/** Computes items one by one, so that each has an outcome of its own. */
export class ItemOutcomes implements LineComputer {
  private readonly distinct = new SameInputs<DistinctItem>();

  /**
   * @param whole period of items that have none of their own
   * @param report called with a fault of ours that the error of an item masks
   */
  constructor(
    private readonly session: EngineSession,
    private readonly whole: Period,
    private readonly report: (cause: unknown) => void,
  ) {}

  async of(items: readonly PortfolioItem[]): Promise<Outcome[]> {
    const { deadline } = this.session;
    const distinct: DistinctItem[] = [];
    const compute = (item: PortfolioItem): Promise<void> | undefined => {
      const one = this.distinctItem(item);
      distinct.push(one);
      return one.computing;
    };
    await sideBySide(items, compute, { most: MOST_SIDE_BY_SIDE, deadline });
    return items.map(({ count }, index) => (distinct[index] as DistinctItem).times(count));
  }

  /** Thousands of lines are of few configurations: each is checked and computed once. */
  private distinctItem(item: PortfolioItem): DistinctItem {
    const { resource, during } = item;
    const said = during == null ? resource : [resource, during];
    // Its rate is found by the same hash: to read all of it again takes as long as some of what is done for it.
    const hash = hashOfChoice(resource);
    const ofAll = during == null ? hash : hash ^ hashOfValues(during);
    return (
      this.distinct.known(ofAll, said) ?? this.distinct.add(ofAll, new DistinctItem(said, item, hash, this))
    );
  }

  compute(
    input: object,
    during: PeriodFields | null | undefined,
    hash: number,
  ): Computed | Promise<Computed> {
    const { kind, spec } = chosenResource(input);
    const { session } = this;
    const period = during == null ? this.whole : session.period(during);
    const atHand = session.rateAtHand(kind, spec, hash);
    const presented = atHand?.rate === undefined ? session.checked(kind, spec, period) : undefined;
    const totals = session.totalsIn(kind, spec, period, atHand);
    return totals instanceof Promise
      ? laterLine(totals, session, presented)
      : new ComputedLine(totals, session, presented);
  }

  describe(error: unknown): ItemError {
    if (error instanceof DomainError) return itemError(error);
    this.report(error);
    return { code: INTERNAL, message: "Internal server error", field: null, suggestions: [] };
  }
}

async function laterLine(
  totals: Promise<LineTotals>,
  session: EngineSession,
  presented: PresentedResource | undefined,
): Promise<Computed> {
  return new ComputedLine(await totals, session, presented);
}

class ComputedLine implements Computed {
  constructor(
    readonly footprint: LineTotals,
    private readonly session: EngineSession,
    private presented: PresentedResource | undefined,
  ) {}

  get kind(): string {
    return this.footprint.kind;
  }

  get resource(): PresentedResource {
    const { kind, spec } = this.footprint;
    this.presented ??= this.session.resource(kind, spec);
    return this.presented;
  }
}
