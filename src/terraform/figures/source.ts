import { type Explainable, sayNotes } from "../../core/footprint";
import { memo } from "../../core/helpers";
import {
  type Deadline,
  type EngineSession,
  estimatePortfolio,
  type ItemError,
  type PortfolioItem,
} from "../../estimates";
import type { RuledProduct } from "../account/rules";
import { type Counted, sumOf } from "./sides";

/** How long figures are of, and of which day. */
export interface FigurePeriod {
  /** [h] */
  readonly hours: number;
  /** Day whose factors are taken; null for today. */
  readonly asOf: Date | null;
}

/** What is asked for: one of a portfolio, with its number. */
export interface CountedItem extends Counted {
  readonly item: PortfolioItem;
}

/** Where figures come from: this process, or a graph that is served elsewhere. */
export interface FigureSource {
  /** Day whose factors are taken (UTC). */
  readonly today: string;
  /** The period where nobody says one [h]. */
  readonly monthHours: number;
  readonly deadline: Deadline;
  /** Zones of a region, the first of it first. */
  readonly zonesOf: (region: string) => readonly string[];
  /** What a specification of a product has; null for a product that is not there. */
  fieldsOf(kind: string): RuledProduct["fields"] | null;
  /** The figures of items, each in its place, or why there is none. */
  figures(
    items: readonly PortfolioItem[],
    period: FigurePeriod,
  ): Promise<readonly (Explainable | ItemError)[]>;
  /** What a reader must know of their sum. */
  notesOn(items: readonly CountedItem[], period: FigurePeriod): Promise<readonly string[]>;
}

/**
 * Figures of this process.
 * @param report called with a fault of ours, which an item then carries as an error
 */
export function figuresHere(
  session: EngineSession,
  asOf: Date | null,
  report: (cause: unknown) => void,
): FigureSource {
  const pinned = asOf === null ? session : session.asOf(asOf);
  const zones = memo(() => session.places());
  return {
    today: pinned.today,
    monthHours: pinned.factor("period.default").range.expected,
    deadline: pinned.deadline,
    zonesOf: (region) => zones().flatMap((one) => (one.region === region ? [one.name] : [])),
    fieldsOf: (kind) => session.product(kind).fields,
    figures: async (items, period) => {
      const mostItems = Number.POSITIVE_INFINITY;
      const { outcomes } = await estimatePortfolio(items, period, pinned, { mostItems, report });
      return outcomes.map((one) => ("error" in one ? one.error : one.footprint));
    },
    notesOn: async (items) => sayNotes(sumOf(items)),
  };
}
