import {
  dayOf,
  type Footprint,
  hoursBetween,
  hoursOf,
  type Interval,
  input,
  isCalculation,
  isInterval,
  type Period,
  startOfDay,
  sumFootprints,
  type Value,
} from "../domain";
import type { FactorBook } from "../factors";
import type { CalculationContext, ProductCalculator } from "./calculator";
import { DayFactors } from "./day-factors";
import { DomainError } from "./errors";
import { FactorReader } from "./factor-reader";
import { type Kept, KeptResults } from "./kept-results";
import type { Places } from "./places";
import { specKey } from "./spec-key";

/** Knows the calculators by kind, and asks them stretch by stretch. */
export class FootprintEngine {
  private readonly calculators = new Map<string, ProductCalculator>();
  private readonly parts = new WeakMap<object, Map<string, Kept>>();
  /** Kinds whose results depend on factors alone. */
  private readonly lasting = new Set<string>();
  private readonly kept = new KeptResults(MOST_RESULTS);
  private readonly keptComposed = new KeptResults(MOST_COMPOSED);
  private readonly days = new Map<string, DayFactors>();

  /** @throws Error when two calculators claim one kind, or when products compose each other in a circle. */
  constructor(
    calculators: Iterable<ProductCalculator>,
    readonly book: FactorBook,
    readonly places: Places,
  ) {
    for (const calculator of calculators) {
      if (this.calculators.has(calculator.kind)) {
        throw new Error(`two calculators are registered for "${calculator.kind}"`);
      }
      this.calculators.set(calculator.kind, calculator);
    }
    for (const kind of this.calculators.keys()) this.refuseCycle(kind, []);
    for (const kind of this.calculators.keys()) if (this.isLasting(kind)) this.lasting.add(kind);
  }

  get kinds(): string[] {
    return [...this.calculators.keys()];
  }

  /** Factors in force on a day. */
  on(day: string): FactorReader {
    let known = this.days.get(day);
    if (known === undefined) {
      if (this.days.size >= MOST_DAYS) this.days.clear();
      known = new DayFactors(this.book, day);
      this.days.set(day, known);
    }
    return new FactorReader(this.book, day, known);
  }

  /** A period over a border between vintages is split there, and the answer says so. */
  async footprint(kind: string, spec: object, period: Period, request: object = {}): Promise<Footprint> {
    if (!isInterval(period)) {
      const factors = this.on(dayOf(period.on));
      const stretch = { hours: input(hoursOf(period), "h"), share: WHOLE, factors, request };
      return this.calculate(kind, spec, stretch, []);
    }
    const stretches = await this.stretchesOf(kind, spec, period, request);
    if (stretches.length === 1) return (stretches[0] as Stretch).footprint;
    const borders = stretches.slice(1).map(({ start }) => dayOf(start));
    const joined = sumFootprints(stretches.map(({ footprint }) => footprint));
    return {
      parts: joined.parts,
      components: joined.components,
      notes: [...joined.notes, splitNote(borders)],
    };
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
      // What a calculation reads does not depend on the hours, so a trial of no length finds where the stretch ends.
      await this.calculate(kind, spec, { hours: input(0, "h"), share: WHOLE, factors, request }, []);
      const end = firstOf(period.end, factors.holdsUntil);
      const hours = hoursBetween(start, end);
      const share = wholeHours === 0 ? WHOLE : input(hours / wholeHours, "-");
      const stretch = { hours: input(hours, "h"), share, factors, request };
      const footprint = await this.calculate(kind, spec, stretch, []);
      stretches.push({ start, footprint });
      start = end;
    } while (start < period.end);
    return stretches;
  }

  private calculate(
    kind: string,
    spec: object,
    stretch: StretchOf,
    path: readonly string[],
  ): Promise<Footprint> {
    const calculator = this.calculators.get(kind);
    if (calculator === undefined) {
      throw new DomainError("UNKNOWN_PRODUCT", `No calculator is registered for "${kind}".`);
    }
    const trail = [...path, kind];
    if (path.includes(kind)) throw cycleError(trail);
    // Hours that are a result of their own explain themselves differently each time, however equal they are.
    return this.lasting.has(kind) && !isCalculation(stretch.hours)
      ? this.keep(calculator, spec, stretch, trail)
      : this.run(calculator, spec, stretch, trail);
  }

  /** Computed once for all requests of a day: nothing else is read. */
  private async keep(
    calculator: ProductCalculator,
    spec: object,
    stretch: StretchOf,
    trail: readonly string[],
  ): Promise<Footprint> {
    const { hours, share } = stretch;
    const { day } = stretch.factors;
    const key = `${calculator.kind} ${day} ${hours.range.expected} ${share.range.expected} ${specKey(spec)}`;
    // Composed products ask for the same parts over and over.
    const results = calculator.composes?.length ? this.keptComposed : this.kept;
    const kept = results.of(key, trail.length > 1, () => {
      const factors = this.on(day);
      return { factors, footprint: this.run(calculator, spec, { ...stretch, factors }, trail) };
    });
    const footprint = await kept.footprint;
    stretch.factors.holdNoLongerThan(kept.factors);
    return footprint;
  }

  private run(
    calculator: ProductCalculator,
    spec: object,
    stretch: StretchOf,
    trail: readonly string[],
  ): Promise<Footprint> {
    const context: CalculationContext = {
      hours: stretch.hours,
      stretchShare: stretch.share,
      factors: stretch.factors,
      places: this.places,
      request: stretch.request,
      calculate: (other, otherSpec, hours = stretch.hours) =>
        this.compose(other, otherSpec, { ...stretch, hours }, trail),
    };
    return calculator.calculate(spec, context);
  }

  /**
   * A part of a composed product. Within a request, the same part over the same hours is computed once:
   * thousands of nodes ask for the same control plane.
   */
  private async compose(
    kind: string,
    spec: object,
    stretch: StretchOf,
    trail: readonly string[],
  ): Promise<Footprint> {
    if (isCalculation(stretch.hours) || this.lasting.has(kind)) {
      return this.calculate(kind, spec, stretch, trail);
    }
    const known = this.partsOf(stretch.request);
    const { day } = stretch.factors;
    const key = specKey([kind, spec, day, stretch.hours.range, stretch.share.range, trail]);
    let part = known.get(key);
    if (part === undefined) {
      const factors = this.on(day);
      part = { factors, footprint: this.calculate(kind, spec, { ...stretch, factors }, trail) };
      known.set(key, part);
    }
    const footprint = await part.footprint;
    stretch.factors.holdNoLongerThan(part.factors);
    return footprint;
  }

  private partsOf(request: object): Map<string, Kept> {
    let known = this.parts.get(request);
    if (known === undefined) {
      known = new Map();
      this.parts.set(request, known);
    }
    return known;
  }

  /** A composed product reads what its parts read. */
  private isLasting(kind: string): boolean {
    const calculator = this.calculators.get(kind);
    if (!calculator?.readsFactorsAlone) return false;
    return (calculator.composes ?? []).every((other) => this.isLasting(other));
  }

  private refuseCycle(kind: string, path: readonly string[]): void {
    const trail = [...path, kind];
    if (path.includes(kind)) throw cycleError(trail);
    for (const other of this.calculators.get(kind)?.composes ?? []) this.refuseCycle(other, trail);
  }
}

const WHOLE = input(1, "-");

/** Days whose factors are kept at hand: today, the borders of vintages, and those that queries are pinned to. */
const MOST_DAYS = 64;

/** Results that are kept, some 20 kB each with their explanation; a composed one is up to twenty times that. */
const MOST_RESULTS = 4_000;
const MOST_COMPOSED = 400;

function cycleError(trail: readonly string[]): Error {
  return new Error(`composition cycle: ${trail.join(" → ")}`);
}

/** What a calculation is asked for: a stretch of a period, in a request. */
interface StretchOf {
  readonly hours: Value;
  readonly share: Value;
  readonly factors: FactorReader;
  readonly request: object;
}

interface Stretch {
  readonly start: Date;
  readonly footprint: Footprint;
}

function firstOf(end: Date, border: string | null): Date {
  return border === null ? end : new Date(Math.min(startOfDay(border).getTime(), end.getTime()));
}

function splitNote(borders: readonly string[]): string {
  return `The period spans several vintages of the factors and was split at ${borders.join(", ")} (00:00 UTC).`;
}
