import type { CalculationContext, ProductCalculator } from "../contract";
import type { FactorReader } from "../factors";
import type { Footprint } from "../footprint";
import { isCalculation, type Value } from "../formulas";
import { type Eventually, then } from "../helpers";
import type { Places } from "../method";
import { type CachedResult, type ProductCaches, resultKey } from "./caches";
import { type Calculators, trailOf } from "./calculators";

/** What a calculator is run for: a specification, or one of its units. */
export type Work = (context: CalculationContext) => Eventually<Footprint>;

/** A part of a period in which nothing that figures depend on changes, and the request. */
export interface SpanToRun {
  readonly hours: Value;
  /** Share of the period that it is, 0 to 1. */
  readonly share: Value;
  readonly factors: FactorReader;
  readonly request: object;
}

/** Runs calculators, each with the way to the others, and caches what they answer. */
export class Runner {
  constructor(
    private readonly calculators: Calculators,
    private readonly caches: ProductCaches,
    private readonly places: Places,
    private readonly factorsOn: (day: string) => FactorReader,
  ) {}

  /**
   * At once where it is cached.
   * @param path kinds of the enclosing calculations
   */
  calculate(
    kind: string,
    spec: object,
    span: SpanToRun,
    path: readonly string[] = [],
  ): Eventually<Footprint> {
    const calculator = this.calculators.named(kind);
    const trail = trailOf(kind, path);
    const work: Work = (context) => calculator.calculate(spec, context);
    // Hours that are a result of their own explain themselves differently each time, however equal they are.
    if (isCalculation(span.hours)) return this.run(calculator, work, span, trail);
    const result = this.cached(calculator, spec, span, trail, (factors) =>
      this.run(calculator, work, { ...span, factors }, trail),
    );
    return then(result, ({ settled, footprint, factors }) =>
      then(settled ?? footprint, (one) => {
        span.factors.restsOn(factors.span);
        return one;
      }),
    );
  }

  /** Runs it, whatever is cached. */
  async run(
    calculator: ProductCalculator,
    work: Work,
    span: SpanToRun,
    trail: readonly string[] = [calculator.kind],
  ): Promise<Footprint> {
    const context: CalculationContext = {
      hours: span.hours,
      shareOfPeriod: span.share,
      factors: span.factors,
      places: this.places,
      request: span.request,
      calculate: async (other, otherSpec, hours = span.hours) => {
        this.calculators.requireDeclared(calculator, other);
        const spec = this.calculators.canonical(other, otherSpec);
        return this.calculate(other, spec, { ...span, hours }, trail);
      },
    };
    return work(context);
  }

  /** Identical specifications share one computation, and concurrent callers its pending promise. */
  private cached(
    calculator: ProductCalculator,
    spec: object,
    { hours, share, factors: { day }, request }: SpanToRun,
    trail: readonly string[],
    compute: (factors: FactorReader) => Promise<Footprint>,
  ): Eventually<CachedResult> {
    const { kind, composes = [] } = calculator;
    const isKnown = this.calculators.hasRate(calculator);
    // Products that compose each other without declaring it would wait for each other forever: the path reveals this.
    const way = isKnown ? "" : ` ${trail}`;
    const key = resultKey(spec, { kind, day, hours: hours.range.expected, share: share.range.expected, way });
    return then(this.caches.of(calculator, spec, request), ({ results, composedResults }) => {
      const cache = composes.length > 0 ? composedResults : results;
      // Composed products need the same parts repeatedly, and the cache of a request is used only by that request.
      return cache.of(key, { isAskedOften: trail.length > 1 || !isKnown }, () => {
        const factors = this.factorsOn(day);
        return { factors, footprint: compute(factors) };
      });
    });
  }
}
