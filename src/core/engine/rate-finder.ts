import {
  asErrorOfPart,
  type CalculationContext,
  type InUnits,
  type Part,
  type Parted,
  type ProductCalculator,
  type RateUnit,
} from "../contract";
import type { FactorReader } from "../factors";
import { type Footprint, totalsOfUnits } from "../footprint";
import { input } from "../formulas";
import type { Places } from "../method";
import type { Calculators } from "./calculators";
import { all, type Eventually, then } from "./eventually";
import { totalsOfParts } from "./rate-of-parts";
import { type Rate, RateCache } from "./rates";
import { specKey } from "./spec-key";
import { commonSpan, type VintageSpan } from "./vintage-span";

/** Specifications and units whose rates are cached, some 2 kB for each vintage. */
const MOST_RATES = 20_000;

const ONE_HOUR = input(1, "h");

/** What a calculator is run for: one hour of a specification, or of one of its units. */
export type Work = (context: CalculationContext) => Eventually<Footprint>;

/** What rates are computed with. */
export interface RateSources {
  readonly calculators: Calculators;
  readonly places: Places;
  readonly factorsOn: (day: string) => FactorReader;
  readonly runOneHour: (
    calculator: ProductCalculator,
    work: Work,
    factors: FactorReader,
  ) => Eventually<Footprint>;
}

/**
 * Finds the rate of a specification. What is made of other products, or of so many units, is added up from the rates of those,
 * of which there are few; what is calculated as it is runs for an hour.
 */
export class RateFinder {
  private readonly cache = new RateCache(MOST_RATES);

  constructor(private readonly sources: RateSources) {}

  /** @param spec as everybody would write it */
  on(kind: string, spec: object, day: string): Eventually<Rate> {
    const calculator = this.sources.calculators.named(kind);
    if (calculator.partsOf !== undefined)
      return this.cached(`${kind} ${specKey(spec)}`, day, (factors) =>
        this.ofParts(calculator, spec, factors),
      );
    if (calculator.unitsOf !== undefined) {
      const factors = this.sources.factorsOn(day);
      const inUnits = calculator.unitsOf(spec, this.contextOf(factors));
      // Not cached: there is no end of sizes, and few units.
      if (inUnits !== null) return this.ofUnits(calculator, inUnits, factors);
    }
    const work: Work = (context) => calculator.calculate(spec, context);
    return this.cached(`${kind} ${specKey(spec)}`, day, (factors) => this.ofRun(calculator, work, factors));
  }

  private ofParts(calculator: ProductCalculator, spec: object, factors: FactorReader): Eventually<Rate> {
    const parted = calculator.partsOf?.(spec, this.contextOf(factors)) as Parted;
    const ones = all(parted.parts.map((part) => this.ofPart(calculator, part, factors.day)));
    return then(ones, (rates) => ({
      perHour: totalsOfParts(
        parted,
        rates.map(({ perHour }) => perHour),
      ),
      ...commonSpan([spanOf(factors), ...rates]),
    }));
  }

  private ofPart(calculator: ProductCalculator, part: Part, day: string): Eventually<Rate> {
    const { kind, spec } = part.resource;
    const { calculators } = this.sources;
    try {
      calculators.requireDeclared(calculator, kind);
      const rate = this.on(kind, calculators.canonical(kind, part.written ?? spec), day);
      if (!(rate instanceof Promise)) return rate;
      return rate.catch((error: unknown) => {
        throw asErrorOfPart(part, error);
      });
    } catch (error) {
      throw asErrorOfPart(part, error);
    }
  }

  private ofUnits(
    calculator: ProductCalculator,
    { units, notes }: InUnits,
    factors: FactorReader,
  ): Eventually<Rate> {
    const ones = all(units.map((unit) => this.ofUnit(calculator, unit, factors.day)));
    return then(ones, (rates) => ({
      perHour: totalsOfUnits(
        rates.map(({ perHour: one }, index) => ({ one, times: (units[index] as RateUnit).times })),
        notes,
      ),
      ...commonSpan([spanOf(factors), ...rates]),
    }));
  }

  private ofUnit(calculator: ProductCalculator, { key, calculate }: RateUnit, day: string): Eventually<Rate> {
    return this.cached(`${calculator.kind} unit ${key}`, day, (factors) =>
      this.ofRun(calculator, calculate, factors),
    );
  }

  private cached(
    key: string,
    day: string,
    compute: (factors: FactorReader) => Eventually<Rate>,
  ): Eventually<Rate> {
    return this.cache.on(key, day, () => compute(this.sources.factorsOn(day)));
  }

  private ofRun(calculator: ProductCalculator, work: Work, factors: FactorReader): Eventually<Rate> {
    return then(this.sources.runOneHour(calculator, work, factors), ({ parts, notes }) => ({
      perHour: { parts, notes },
      ...spanOf(factors),
    }));
  }

  private contextOf(factors: FactorReader) {
    return { hours: ONE_HOUR, factors, places: this.sources.places };
  }
}

function spanOf(factors: FactorReader): VintageSpan {
  return { since: factors.holdsSince, until: factors.holdsUntil };
}
