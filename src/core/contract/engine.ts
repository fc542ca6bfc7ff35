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
import { DomainError } from "./errors";
import { FactorReader } from "./factor-reader";
import type { Places } from "./places";

/** Knows the calculators by kind, and asks them stretch by stretch. */
export class FootprintEngine {
  private readonly calculators = new Map<string, ProductCalculator>();
  private readonly parts = new WeakMap<object, Map<string, Part>>();

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
  }

  get kinds(): string[] {
    return [...this.calculators.keys()];
  }

  /** Factors in force on a day. */
  on(day: string): FactorReader {
    return new FactorReader(this.book, day);
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
    // Hours that are a result of their own explain themselves differently each time, however equal they are.
    if (isCalculation(stretch.hours)) return this.calculate(kind, spec, stretch, trail);
    const known = this.partsOf(stretch.request);
    const { day } = stretch.factors;
    const key = JSON.stringify([kind, spec, day, stretch.hours.range, stretch.share.range, trail]);
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

  private partsOf(request: object): Map<string, Part> {
    let known = this.parts.get(request);
    if (known === undefined) {
      known = new Map();
      this.parts.set(request, known);
    }
    return known;
  }

  private refuseCycle(kind: string, path: readonly string[]): void {
    const trail = [...path, kind];
    if (path.includes(kind)) throw cycleError(trail);
    for (const other of this.calculators.get(kind)?.composes ?? []) this.refuseCycle(other, trail);
  }
}

const WHOLE = input(1, "-");

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

/** A part of composed products, with the reader that knows how long it holds. */
interface Part {
  readonly factors: FactorReader;
  readonly footprint: Promise<Footprint>;
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
