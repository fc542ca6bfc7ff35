import { LRUCache } from "lru-cache";
import type { InjectionToken } from "tsyringe";
import type { CalculationContext, ProductCalculator } from "../contract";
import type { FactorBook } from "../factors";
import { DayFactors, FactorReader } from "../factors";
import {
  dayOf,
  type Footprint,
  hoursBetween,
  hoursOf,
  type Interval,
  isInterval,
  isNothing,
  joinFootprints,
  type Period,
  type Stretch as StretchOfFootprint,
  type Totals,
  withMoreNotes,
  withNotes,
} from "../footprint";
import { input, isCalculation, type Value } from "../formulas";
import type { Places } from "../method";
import { Calculators, trailOf } from "./calculators";
import { notesOnSplit } from "./period-notes";
import { RateFinder, type Work } from "./rate-finder";
import { firstOf, rateSpans, totalsOfSpans } from "./rate-spans";
import { type Kept, KeptResults } from "./result-cache";
import { specKey } from "./spec-key";

/** Shared between copies of the package, as all tokens are. */
export const ENGINE: InjectionToken<FootprintEngine> = Symbol.for("footprint-graph/FootprintEngine");

/** Asks the calculators, stretch by stretch of a period, and keeps what they answer. */
export class FootprintEngine {
  private readonly calculators: Calculators;
  private readonly asked = new WeakMap<object, Map<string, Kept>>();
  private readonly kept = new KeptResults(MOST_RESULTS);
  private readonly keptComposed = new KeptResults(MOST_COMPOSED);
  private readonly rates: RateFinder;
  private readonly days = new LRUCache<string, DayFactors>({ max: MOST_DAYS });

  /** @throws Error when two calculators claim one kind, or when products compose each other in a circle. */
  constructor(
    calculators: Iterable<ProductCalculator>,
    readonly book: FactorBook,
    readonly places: Places,
  ) {
    this.calculators = new Calculators(calculators);
    this.rates = new RateFinder({
      calculators: this.calculators,
      places,
      factorsOn: (day) => this.on(day),
      runOneHour: (calculator, work, factors) => {
        const stretch = { hours: ONE_HOUR, share: WHOLE, factors, request: {} };
        return this.run(calculator, work, stretch, [calculator.kind]);
      },
    });
  }

  get kinds(): string[] {
    return this.calculators.kinds;
  }

  /** Factors in force on a day. */
  on(day: string): FactorReader {
    let known = this.days.get(day);
    if (known === undefined) {
      known = new DayFactors(this.book, day);
      this.days.set(day, known);
    }
    return new FactorReader(this.book, day, known);
  }

  /**
   * A period over a border between vintages is split there, and the answer says so.
   * @param request who asks: what cannot be kept is computed once for it
   */
  async footprint(kind: string, spec: object, period: Period, request: object = {}): Promise<Footprint> {
    const footprint = await this.footprintIn(kind, spec, period, request);
    // Over no time, what is charged by time is nothing, and rests on no assumption. Tokens are not.
    return hoursOf(period) === 0 && isNothing(footprint.parts) ? withNotes(footprint, () => []) : footprint;
  }

  private async footprintIn(
    kind: string,
    written: object,
    period: Period,
    request: object,
  ): Promise<Footprint> {
    const spec = this.calculators.canonical(kind, written);
    if (!isInterval(period)) {
      const factors = this.on(dayOf(period.on));
      const stretch = { hours: input(hoursOf(period), "h"), share: WHOLE, factors, request };
      return this.calculate(kind, spec, stretch, []);
    }
    const stretches = await this.stretchesOf(kind, spec, period, request);
    if (stretches.length === 1) return (stretches[0] as Stretch).footprint;
    const borders = stretches.slice(1).map(({ start }) => dayOf(start));
    return withMoreNotes(joinFootprints(stretches), notesOnSplit(borders));
  }

  /** Those of the footprint: rate × hours, at once where the rates are known. Rates are kept for far longer than explanations. */
  totals(kind: string, written: object, period: Period, request: object): Totals | Promise<Totals> {
    if (!this.calculators.isLasting(kind)) return this.footprint(kind, written, period, request);
    const spec = this.calculators.canonical(kind, written);
    // Every product whose results depend on factors alone is linear in its hours.
    const spans = rateSpans(period, (day) => this.rates.on(kind, spec, day));
    return spans instanceof Promise ? spans.then(totalsOfSpans) : totalsOfSpans(spans);
  }

  /** Each stretch ends when the first factor that its calculation read expires. */
  private async stretchesOf(
    kind: string,
    spec: object,
    period: Interval,
    request: object,
  ): Promise<Stretch[]> {
    const stretches: Stretch[] = [];
    const wholeHours = hoursOf(period);
    let start = period.start;
    do {
      const factors = this.on(dayOf(start));
      const end = firstOf(period.end, await this.holdsUntil(kind, spec, dayOf(start), request));
      const hours = hoursBetween(start, end);
      const share = wholeHours === 0 ? WHOLE : input(hours / wholeHours, "-");
      const stretch = { hours: input(hours, "h"), share, factors, request };
      const footprint = await this.calculate(kind, spec, stretch, []);
      stretches.push({ start, footprint, share: share.range.expected });
      start = end;
    } while (start < period.end);
    return stretches;
  }

  /** The day on which something changes that the result rests on. What a calculation reads does not depend on the hours. */
  private async holdsUntil(kind: string, spec: object, day: string, request: object): Promise<string | null> {
    if (this.calculators.isLasting(kind)) return (await this.rates.on(kind, spec, day)).until;
    const factors = this.on(day);
    await this.calculate(kind, spec, { hours: input(0, "h"), share: WHOLE, factors, request }, []);
    return factors.holdsUntil;
  }

  private async calculate(
    kind: string,
    spec: object,
    stretch: StretchOf,
    path: readonly string[],
  ): Promise<Footprint> {
    const calculator = this.calculators.named(kind);
    const trail = trailOf(kind, path);
    // Hours that are a result of their own explain themselves differently each time, however equal they are.
    const work: Work = (context) => calculator.calculate(spec, context);
    if (isCalculation(stretch.hours)) return this.run(calculator, work, stretch, trail);
    const result = this.resultOf(calculator, spec, work, stretch, trail);
    const footprint = await result.footprint;
    stretch.factors.holdNoLongerThan(result.factors);
    return footprint;
  }

  /** Computed once for all who ask at the same time, and kept where nothing but factors decides on it. */
  private resultOf(
    calculator: ProductCalculator,
    spec: object,
    work: Work,
    stretch: StretchOf,
    trail: readonly string[],
  ): Kept {
    const { hours, share, request } = stretch;
    const { kind } = calculator;
    const { day } = stretch.factors;
    const key = `${kind} ${day} ${hours.range.expected} ${share.range.expected} ${specKey(spec)}`;
    const compute = (): Kept => {
      const factors = this.on(day);
      return { factors, footprint: this.run(calculator, work, { ...stretch, factors }, trail) };
    };
    // Products that compose each other without saying so would wait for each other: the way there tells them apart.
    if (!this.calculators.isLasting(kind)) return this.onceIn(request, `${key} ${trail}`, compute);
    const results = calculator.composes?.length ? this.keptComposed : this.kept;
    // Composed products ask for the same parts over and over.
    return results.of(key, { isAskedOften: trail.length > 1 }, compute);
  }

  /** Within a request, thousands of lines ask for the tokens of one model. */
  private onceIn(request: object, key: string, compute: () => Kept): Kept {
    const known = this.asked.get(request) ?? new Map<string, Kept>();
    this.asked.set(request, known);
    const result = known.get(key) ?? compute();
    known.set(key, result);
    return result;
  }

  private async run(
    calculator: ProductCalculator,
    work: Work,
    stretch: StretchOf,
    trail: readonly string[],
  ): Promise<Footprint> {
    const context: CalculationContext = {
      hours: stretch.hours,
      stretchShare: stretch.share,
      factors: stretch.factors,
      places: this.places,
      request: stretch.request,
      calculate: async (other, otherSpec, hours = stretch.hours) => {
        this.calculators.requireDeclared(calculator, other);
        const spec = this.calculators.canonical(other, otherSpec);
        return this.calculate(other, spec, { ...stretch, hours }, trail);
      },
    };
    return work(context);
  }
}

const WHOLE = input(1, "-");
const ONE_HOUR = input(1, "h");

/** Days whose factors are kept at hand: today, the borders of vintages, and those that queries are pinned to. */
const MOST_DAYS = 64;

/** Results that are kept with their explanation, some 20 kB each; a composed one is up to twenty times that. */
const MOST_RESULTS = 1_000;
const MOST_COMPOSED = 100;

/** What a calculation is asked for: a stretch of a period, in a request. */
interface StretchOf {
  readonly hours: Value;
  readonly share: Value;
  readonly factors: FactorReader;
  readonly request: object;
}

interface Stretch extends StretchOfFootprint {
  readonly start: Date;
}
