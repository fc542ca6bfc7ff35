import {
  asErrorOfPart,
  type CommonParts,
  type InUnits,
  isCommon,
  type Part,
  type Parted,
  type PartRow,
  type ProductCalculator,
  type RateUnit,
  rowsOf,
} from "../contract";
import type { FactorReader } from "../factors";
import { type Footprint, type NamedTotals, totalsOfUnits } from "../footprint";
import { ONE_HOUR, type Places } from "../method";
import type { Calculators } from "./calculators";
import { allOf, type Eventually, orElse, then } from "./eventually";
import type { ProductCaches } from "./product-caches";
import type { Rate } from "./rate-cache";
import { commonTotals, totalsOfRow, totalsOfRows } from "./rate-of-parts";
import type { Work } from "./runner";
import { specKey } from "./spec-key";
import { commonSpan, type VintageSpan } from "./vintage-span";

/** What rates are computed with. */
export interface RateSources {
  readonly calculators: Calculators;
  readonly places: Places;
  readonly factorsOn: (day: string) => FactorReader;
  readonly runOneHour: (
    calculator: ProductCalculator,
    work: Work,
    factors: FactorReader,
    request: object,
  ) => Eventually<Footprint>;
  readonly caches: ProductCaches;
}

/** A calculator, and what it is asked for. */
interface RateQuery {
  readonly calculator: ProductCalculator;
  readonly spec: object;
  readonly day: string;
  readonly request: object;
}

/** The rate of a part, or of a group, with the name of its component. */
interface RateOfRow extends NamedTotals, VintageSpan {}

/**
 * Finds the rate of a specification. What is made of other products, or of so many units, is added up from the rates of those,
 * of which there are few; what is calculated as it is runs for an hour.
 */
export class RateFinder {
  constructor(private readonly sources: RateSources) {}

  /**
   * @param spec as it was written: one spelling is found at once, another one at the spelling that all have in common
   * @param request who asks: what cannot be cached any longer is computed once for it
   */
  on(kind: string, spec: object, day: string, request: object): Eventually<Rate> {
    const { calculators, factorsOn } = this.sources;
    const calculator = calculators.named(kind);
    const asked = { calculator, spec, day, request };
    if (calculator.unitsOf !== undefined) {
      const factors = factorsOn(day);
      const inUnits = calculator.unitsOf(spec, this.contextOf(factors));
      // Not cached: there is no end of sizes, and few units.
      if (inUnits !== null) {
        // Where several things are at fault, the error is the one that an explanation has.
        return orElse(
          () => this.ofUnits(asked, inUnits, factors),
          () => this.ofRun(asked, (context) => calculator.calculate(spec, context), factors),
        );
      }
    }
    // Not cached either: what lines have in common is, and adding up costs as little as finding out which line it is.
    if (calculator.isEndless && calculator.partsOf !== undefined) return this.ofParts(asked, factorsOn(day));
    const key = specKey(spec);
    return this.cached(asked, key, (factors) => {
      // Adding up costs less than finding out how everybody would write it.
      if (calculator.partsOf !== undefined) return this.ofParts(asked, factors);
      const canonical = { ...asked, spec: calculators.canonical(kind, spec) };
      const ofHour = (own: FactorReader) =>
        this.ofRun(canonical, (context) => calculator.calculate(canonical.spec, context), own);
      const canonicalKey = specKey(canonical.spec);
      return canonicalKey === key ? ofHour(factors) : this.cached(canonical, canonicalKey, ofHour);
    });
  }

  private ofParts(asked: RateQuery, factors: FactorReader): Eventually<Rate> {
    const { calculator, spec } = asked;
    const parted = calculator.partsOf?.(spec, this.contextOf(factors)) as Parted;
    const rates = allOf(rowsOf(parted.parts), (row) =>
      isCommon(row) ? this.ofCommon(row, asked) : this.ofRow(row, asked, factors),
    );
    return then(rates, (known) => ({
      totals: totalsOfRows(parted, known),
      ...commonSpan(known, spanOf(factors)),
    }));
  }

  /** What many resources have is put together once. */
  private ofCommon(common: CommonParts, asked: RateQuery): Eventually<RateOfRow> {
    const one = this.cached(asked, `parts ${common.key}`, (factors) => {
      const [row] = rowsOf(common.parts(1, factors));
      return this.ofRow(row as PartRow, asked, factors);
    });
    return then(one, ({ totals, since, until }) => ({ ...commonTotals(common, totals), since, until }));
  }

  /** A part, or a group. @param factors what its parts were read from */
  private ofRow(row: PartRow, asked: RateQuery, factors: FactorReader): Eventually<RateOfRow> {
    return then(
      allOf(row.parts, (part) => this.ofPart(part, asked)),
      (rates) => ({
        ...totalsOfRow(row, (part) => (rates[row.parts.indexOf(part)] as Rate).totals),
        ...commonSpan(rates, spanOf(factors)),
      }),
    );
  }

  private ofPart(part: Part, { calculator, day, request }: RateQuery): Eventually<Rate> {
    const { kind, spec } = part.resource;
    const { calculators } = this.sources;
    try {
      calculators.requireDeclared(calculator, kind);
      const rate = this.on(kind, part.written ?? spec, day, request);
      if (!(rate instanceof Promise)) return rate;
      return rate.catch((error: unknown) => {
        throw asErrorOfPart(part, error);
      });
    } catch (error) {
      throw asErrorOfPart(part, error);
    }
  }

  private ofUnits(asked: RateQuery, { units, notes }: InUnits, factors: FactorReader): Eventually<Rate> {
    const ones = allOf(units, (unit) => this.ofUnit(unit, asked));
    return then(ones, (rates) => ({
      totals: totalsOfUnits(units, rates, notes),
      ...commonSpan(rates, spanOf(factors)),
    }));
  }

  private ofUnit({ key, calculate }: RateUnit, asked: RateQuery): Eventually<Rate> {
    return this.cached(asked, `unit ${key}`, (factors) => this.ofRun(asked, calculate, factors));
  }

  /** @param key of what is computed, among all of the product */
  private cached(
    { calculator, spec, day, request }: RateQuery,
    key: string,
    compute: (factors: FactorReader) => Eventually<Rate>,
  ): Eventually<Rate> {
    const { caches, factorsOn } = this.sources;
    const name = `${calculator.kind} ${key}`;
    const found = caches.of(calculator, spec, request);
    const known = found instanceof Promise ? undefined : found.rates.known(name, day);
    if (known !== undefined) return known;
    return then(found, ({ rates }) => rates.on(name, day, () => compute(factorsOn(day))));
  }

  private ofRun({ calculator, request }: RateQuery, work: Work, factors: FactorReader): Eventually<Rate> {
    return then(this.sources.runOneHour(calculator, work, factors, request), ({ parts, notes }) => ({
      totals: { parts, notes },
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
