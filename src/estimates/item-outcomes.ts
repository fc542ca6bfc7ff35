import type { PeriodFields } from "../core/engine";
import { DomainError, INTERNAL } from "../core/errors";
import type { ExplainableTotals, Period } from "../core/footprint";
import { type Computed, DistinctItem, type Outcome } from "./distinct-item";
import type { EngineSession } from "./engine-session";
import { type ItemError, itemError } from "./item-error";
import type { PortfolioItem } from "./portfolio-item";
import { chosenResource } from "./resource-choice";
import { SameInputs } from "./same-inputs";
import type { PresentedResource } from "./session";

/** How many computations that have to wait are begun before they are awaited, so that what they wait for is loaded together. */
const SIDE_BY_SIDE = 256;

/** Computes items one by one, so that each has an outcome of its own. */
export class ItemOutcomes {
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

  /**
   * A batch of computations starts before any is awaited, so that what they load is loaded together. Now and then other requests have
   * their turn, and the deadline its say.
   */
  async of(items: readonly PortfolioItem[]): Promise<Outcome[]> {
    const { deadline } = this.session;
    const distinct: DistinctItem[] = [];
    let computing: Promise<void>[] = [];
    for (const item of items) {
      const one = this.distinctItem(item);
      distinct.push(one);
      if (one.computing !== undefined) computing.push(one.computing);
      if (computing.length >= SIDE_BY_SIDE) {
        await Promise.all(computing);
        computing = [];
      }
      if (deadline.isRestDue) await deadline.rest();
    }
    await Promise.all(computing);
    return items.map(({ count }, index) => (distinct[index] as DistinctItem).times(count));
  }

  /** Thousands of lines are of few configurations: each is checked and computed once. */
  private distinctItem({ resource, during }: PortfolioItem): DistinctItem {
    const said = during == null ? resource : [resource, during];
    return this.distinct.find(
      said,
      () =>
        new DistinctItem(
          said,
          () => this.compute(resource, during),
          (error) => this.describe(error),
        ),
    );
  }

  private compute(input: object, during: PeriodFields | null | undefined): Computed | Promise<Computed> {
    const { kind, spec } = chosenResource(input);
    const period = during == null ? this.whole : this.session.period(during);
    const present = this.session.checked(kind, spec);
    const totals = this.session.totalsIn(kind, spec, period);
    if (!(totals instanceof Promise)) return new ComputedLine(kind, present, totals);
    return totals.then((footprint) => new ComputedLine(kind, present, footprint));
  }

  private describe(error: unknown): ItemError {
    if (error instanceof DomainError) return itemError(error);
    this.report(error);
    return { code: INTERNAL, message: "Internal server error", field: null, suggestions: [] };
  }
}

class ComputedLine implements Computed {
  private presented: PresentedResource | undefined;

  constructor(
    readonly kind: string,
    private readonly present: () => PresentedResource,
    readonly footprint: ExplainableTotals,
  ) {}

  get resource(): PresentedResource {
    this.presented ??= this.present();
    return this.presented;
  }
}
