import { LRUCache } from "lru-cache";
import type { InjectionToken } from "tsyringe";
import type { ProductCalculator } from "../contract";
import { type FactorBook, FactorReader, FactorsInForce } from "../factors";
import {
  dayOf,
  type Footprint,
  type FootprintOfSpan,
  type HoursOnDay,
  hoursBetween,
  hoursOf,
  type Interval,
  isInterval,
  isNothing,
  joinFootprints,
  type Period,
  type Totals,
  withMoreNotes,
  withNotes,
} from "../footprint";
import { input } from "../formulas";
import { type Eventually, getOrInsert, hashOfValues, then } from "../helpers";
import { ONE_HOUR, type Places } from "../method";
import { ProductCaches, type Rate } from "./caches";
import { Calculators } from "./calculators";
import { notesOnSplit } from "./periods";
import { firstOf, type RateAtHand, RateFinder, rateSpans, totalsOfDay, totalsOfSpans } from "./rates";
import { Runner } from "./runner";

/** Shared between copies of the package, as all tokens are. */
export const ENGINE: InjectionToken<FootprintEngine> = Symbol.for("footprint-graph/FootprintEngine");

/** Spans between changes of factors that are cached: those that periods are in, of which the embedded data have few. */
const MOST_SPANS = 64;

const WHOLE = input(1, "-");
const NO_HOURS = input(0, "h");

/** Asks the calculators, vintage span by vintage span of a period, and caches what they answer. */
export class FootprintEngine {
  private readonly calculators: Calculators;
  private readonly runner: Runner;
  private readonly rates: RateFinder;
  private readonly factorsCache = new LRUCache<string, FactorsInForce>({ max: MOST_SPANS });
  /** Of the day that was asked for last: mostly it is today, several times in a request. */
  private last: { readonly day: string; readonly known: FactorsInForce } | undefined;

  /** @throws Error when two calculators claim one kind, or when products compose each other in a circle. */
  constructor(
    calculators: Iterable<ProductCalculator>,
    readonly book: FactorBook,
    readonly places: Places,
  ) {
    const factorsOn = (day: string) => this.on(day);
    this.calculators = new Calculators(calculators);
    const caches = new ProductCaches(this.calculators);
    this.runner = new Runner(this.calculators, caches, places, factorsOn);
    this.rates = new RateFinder({
      ...{ calculators: this.calculators, caches, places, factorsOn },
      runOneHour: (calculator, work, factors, request) =>
        this.runner.run(calculator, work, { hours: ONE_HOUR, share: WHOLE, factors, request }),
    });
  }

  get kinds(): string[] {
    return this.calculators.kinds;
  }

  /** Whether a product consists of another, directly or through others. */
  consistsOf(kind: string, other: string): boolean {
    return this.calculators.consistsOf(kind, other);
  }

  /** Factors in force on a day. */
  on(day: string): FactorReader {
    if (this.last?.day !== day) this.last = { day, known: this.inForceOn(day) };
    return new FactorReader(this.last.known, day);
  }

  private inForceOn(day: string): FactorsInForce {
    const span = this.book.lastChange(day) ?? "";
    return getOrInsert<string, FactorsInForce>(
      this.factorsCache,
      span,
      () => new FactorsInForce(this.book, day),
    );
  }

  /**
   * The specification in its canonical form, as results are cached by.
   * @throws DomainError for a specification that is not sound
   */
  canonical(kind: string, written: object): object {
    return this.calculators.canonical(kind, written);
  }

  /**
   * A period over a border between vintages is split there, and the answer says so.
   * @param request the request: what cannot be cached for longer is computed once for it
   */
  async footprint(kind: string, spec: object, period: Period, request: object = {}): Promise<Footprint> {
    return this.eventualFootprint(kind, spec, period, request);
  }

  /** The same, without a promise if it is cached. */
  eventualFootprint(
    kind: string,
    written: object,
    period: Period,
    request: object = {},
  ): Eventually<Footprint> {
    const spec = this.calculators.canonical(kind, written);
    const footprint = isInterval(period)
      ? this.footprintOver(kind, spec, period, request)
      : this.runner.calculate(kind, spec, {
          hours: input(hoursOf(period), "h"),
          share: WHOLE,
          factors: this.on(dayOf(period.on)),
          request,
        });
    // Over no time, what is charged by time is nothing, and rests on no assumption. Tokens are not.
    return then(footprint, (one) =>
      hoursOf(period) === 0 && isNothing(one.parts) ? withNotes(one, () => []) : one,
    );
  }

  private async footprintOver(
    kind: string,
    spec: object,
    period: Interval,
    request: object,
  ): Promise<Footprint> {
    const spans = await this.spansOf(kind, spec, period, request);
    if (spans.length === 1) return (spans[0] as VintageSpanOfPeriod).footprint;
    const borders = spans.slice(1).map(({ start }) => dayOf(start));
    return withMoreNotes(joinFootprints(spans), notesOnSplit(borders));
  }

  /**
   * The totals of the footprint: rate × hours, without a promise if the rates are known. Rates are cached for much longer than explanations.
   * A product that does not declare what its results depend on has none.
   * @param atHand what was found of the rate before: it is taken if it is of the day of the period
   */
  totals(
    kind: string,
    written: object,
    period: Period,
    request: object = {},
    atHand?: RateAtHand,
  ): Totals | Promise<Totals> {
    const calculator = this.calculators.named(kind);
    if (!this.calculators.hasRate(calculator)) return this.footprint(kind, written, period, request);
    if (isInterval(period)) return this.totalsOver(calculator, written, period, request);
    const day = dayOf(period.on);
    const rate = this.rates.on(calculator, written, day, request, atHand);
    return rate instanceof Promise
      ? laterTotals(rate, period, calculator)
      : totalsOfDay(rate, period, calculator);
  }

  /** Whether totals of a product are refused for all that its resources are. */
  checksAll(kind: string): boolean {
    return this.calculators.named(kind).checksAll === true;
  }

  /** The rate of a specification, as it was written, if it is at hand: it has passed all checks then, with the factors of the day. */
  rateAtHand(
    kind: string,
    written: object,
    day: string,
    request: object,
    hash = hashOfValues(written),
  ): RateAtHand | undefined {
    const calculator = this.calculators.named(kind);
    if (!this.calculators.hasRate(calculator)) return undefined;
    return this.rates.atHand(calculator, written, day, request, hash);
  }

  private totalsOver(
    calculator: ProductCalculator,
    written: object,
    period: Interval,
    request: object,
  ): Eventually<Totals> {
    const spans = rateSpans(period, calculator, (day) => this.rates.on(calculator, written, day, request));
    return then(spans, totalsOfSpans);
  }

  /** Each span ends when the first of what its calculation read changes. */
  private async spansOf(
    kind: string,
    spec: object,
    period: Interval,
    request: object,
  ): Promise<VintageSpanOfPeriod[]> {
    const spans: VintageSpanOfPeriod[] = [];
    const wholeHours = hoursOf(period);
    let start = period.start;
    do {
      const factors = this.on(dayOf(start));
      const end = firstOf(period.end, await this.holdsUntil(kind, spec, dayOf(start), request));
      const hours = hoursBetween(start, end);
      const share = wholeHours === 0 ? WHOLE : input(hours / wholeHours, "-");
      const span = { hours: input(hours, "h"), share, factors, request };
      const footprint = await this.runner.calculate(kind, spec, span);
      spans.push({ start, footprint, share: share.range.expected });
      start = end;
    } while (start < period.end);
    return spans;
  }

  /**
   * The day on which something changes that the result of a day rests on (ISO, exclusive); null for never. What a calculation
   * reads does not depend on the hours.
   */
  async holdsUntil(kind: string, spec: object, day: string, request: object = {}): Promise<string | null> {
    if (this.calculators.hasRate(this.calculators.named(kind)))
      return (await this.rates.on(this.calculators.named(kind), spec, day, request)).until;
    const factors = this.on(day);
    await this.runner.calculate(kind, spec, { hours: NO_HOURS, share: WHOLE, factors, request });
    return factors.span.until;
  }
}

function laterTotals(
  rate: Promise<Rate>,
  period: HoursOnDay,
  calculator: ProductCalculator,
): Promise<Totals> {
  return rate.then((known) => totalsOfDay(known, period, calculator));
}

interface VintageSpanOfPeriod extends FootprintOfSpan {
  readonly start: Date;
}
