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
} from "../../contract";
import type { FactorReader } from "../../factors";
import { type Footprint, type NamedTotals, totalsOfUnits } from "../../footprint";
import { commonSpan, type VintageSpan } from "../../formulas";
import { allOf, type Eventually, hashOfValues, orElse, then } from "../../helpers";
import { ONE_HOUR, type Places } from "../../method";
import { type ProductCaches, type Rate, type RateSort, specKey } from "../caches";
import type { Calculators } from "../calculators";
import type { Work } from "../runner";
import { commonTotals, totalsOfRow, totalsOfRows } from "./rate-of-parts";

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

/** What is requested of a calculator. */
interface RateQuery {
  readonly calculator: ProductCalculator;
  readonly spec: object;
  readonly day: string;
  readonly request: object;
}

/** What is at hand of a specification, as it was written. */
export interface RateAtHand {
  /** Of its values. */
  readonly hash: number;
  /** ISO, UTC. */
  readonly day: string;
  /** Undefined where it has to be computed. */
  readonly rate: Rate | undefined;
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
   * @param spec as written by the client: a known spelling is found directly, another one through the canonical spelling
   * @param request the request: what cannot be cached for longer is computed once for it
   * @param atHand what was found of it before
   */
  on(
    calculator: ProductCalculator,
    spec: object,
    day: string,
    request: object,
    atHand?: RateAtHand,
  ): Eventually<Rate> {
    const isLookedUp = atHand?.day === day;
    if (isLookedUp && atHand.rate !== undefined) return atHand.rate;
    const found = this.sources.caches.of(calculator, spec, request);
    if (found instanceof Promise) return this.computed({ calculator, spec, day, request });
    const written = found.rates.written(calculator.kind);
    const hash = atHand?.hash ?? hashOfValues(spec);
    const known = isLookedUp ? undefined : written.known(hash, spec, day);
    if (known !== undefined) return known;
    return then(this.computed({ calculator, spec, day, request }), (rate) => written.note(hash, spec, rate));
  }

  /** The rate if it is at hand: what it is of has passed all checks then, with the factors of the day. */
  atHand(
    calculator: ProductCalculator,
    spec: object,
    day: string,
    request: object,
    hash: number,
  ): RateAtHand | undefined {
    const found = this.sources.caches.of(calculator, spec, request);
    if (found instanceof Promise) return undefined;
    return { hash, day, rate: found.rates.written(calculator.kind).known(hash, spec, day) };
  }

  private computed(query: RateQuery): Eventually<Rate> {
    const { calculator, spec, day } = query;
    const factors = this.sources.factorsOn(day);
    const inUnits = calculator.unitsOf?.(spec, this.contextOf(factors)) ?? null;
    if (inUnits !== null) {
      // There is no end of sizes, and few units.
      const known = this.knownUnits(query, inUnits);
      return known === null ? this.ofNewUnits(query, inUnits, factors) : rateOf(inUnits, known, factors);
    }
    const isEndless = calculator.isEndless && calculator.partsOf !== undefined;
    return isEndless ? this.ofParts(query, factors) : this.ofSpecification(query);
  }

  private ofSpecification(query: RateQuery): Eventually<Rate> {
    const { calculator, spec } = query;
    const key = specKey(spec);
    return this.cached(query, "specification", key, (factors) => {
      // Adding up costs less than finding out how everybody would write it.
      if (calculator.partsOf !== undefined) return this.ofParts(query, factors);
      const canonical = { ...query, spec: this.sources.calculators.canonical(calculator.kind, spec) };
      const ofHour = (own: FactorReader) =>
        this.ofRun(canonical, (context) => calculator.calculate(canonical.spec, context), own);
      const canonicalKey = specKey(canonical.spec);
      return canonicalKey === key
        ? ofHour(factors)
        : this.cached(canonical, "specification", canonicalKey, ofHour);
    });
  }

  private ofParts(query: RateQuery, factors: FactorReader): Eventually<Rate> {
    const { calculator, spec } = query;
    const parted = calculator.partsOf?.(spec, this.contextOf(factors)) as Parted;
    const rates = allOf(rowsOf(parted.parts), (row) =>
      isCommon(row) ? this.ofCommon(row, query) : this.ofRow(row, query, factors),
    );
    return then(rates, (known) => {
      const { since, until } = commonSpan(known, factors.span);
      return { totals: totalsOfRows(parted, known), since, until };
    });
  }

  /** What many resources have is put together once. */
  private ofCommon(common: CommonParts, query: RateQuery): Eventually<RateOfRow> {
    const one = this.cached(query, "parts", common.key, (factors) => {
      const [row] = rowsOf(common.parts(1, factors));
      return this.ofRow(row as PartRow, query, factors);
    });
    return then(one, ({ totals: ofOne, since, until }) => {
      const { name, totals } = commonTotals(common, ofOne);
      return { name, totals, since, until };
    });
  }

  /** A part, or a group. @param factors what its parts were read from */
  private ofRow(row: PartRow, query: RateQuery, factors: FactorReader): Eventually<RateOfRow> {
    return then(
      allOf(row.parts, (part) => this.ofPart(part, query)),
      (rates) => {
        const { name, totals } = totalsOfRow(row, (part) => (rates[row.parts.indexOf(part)] as Rate).totals);
        const { since, until } = commonSpan(rates, factors.span);
        return { name, totals, since, until };
      },
    );
  }

  private ofPart(part: Part, { calculator, day, request }: RateQuery): Eventually<Rate> {
    const { kind, spec } = part.resource;
    const { calculators } = this.sources;
    try {
      calculators.requireDeclared(calculator, kind);
      const rate = this.on(calculators.named(kind), part.written ?? spec, day, request);
      if (!(rate instanceof Promise)) return rate;
      return rate.catch((error: unknown) => {
        throw asErrorOfPart(part, error);
      });
    } catch (error) {
      throw asErrorOfPart(part, error);
    }
  }

  /** The rates of all units; null where some have to be computed. */
  private knownUnits({ calculator, spec, day, request }: RateQuery, { units }: InUnits): Rate[] | null {
    const found = this.sources.caches.of(calculator, spec, request);
    if (found instanceof Promise) return null;
    const cache = found.rates.of(calculator.kind, "unit");
    const rates: Rate[] = [];
    for (const { key } of units) {
      const rate = cache.known(key, day);
      if (rate === undefined) return null;
      rates.push(rate);
    }
    return rates;
  }

  private ofNewUnits(query: RateQuery, inUnits: InUnits, factors: FactorReader): Eventually<Rate> {
    const { calculator, spec } = query;
    const ofUnit = ({ key, calculate }: RateUnit): Eventually<Rate> =>
      this.cached(query, "unit", key, (own) => this.ofRun(query, calculate, own));
    // Where several things are at fault, the error is the one that an explanation has.
    return orElse(
      () => then(allOf(inUnits.units, ofUnit), (rates) => rateOf(inUnits, rates, factors)),
      () => this.ofRun(query, (context) => calculator.calculate(spec, context), factors),
    );
  }

  /** @param key of what is computed, among all of its sort of the product */
  private cached(
    { calculator, spec, day, request }: RateQuery,
    sort: RateSort,
    key: string,
    compute: (factors: FactorReader) => Eventually<Rate>,
  ): Eventually<Rate> {
    const { caches, factorsOn } = this.sources;
    const { kind } = calculator;
    const found = caches.of(calculator, spec, request);
    const known = found instanceof Promise ? undefined : found.rates.of(kind, sort).known(key, day);
    if (known !== undefined) return known;
    return then(found, ({ rates }) => rates.of(kind, sort).on(key, day, () => compute(factorsOn(day))));
  }

  private ofRun({ calculator, request }: RateQuery, work: Work, factors: FactorReader): Eventually<Rate> {
    return then(this.sources.runOneHour(calculator, work, factors, request), ({ parts, notes }) => ({
      totals: { parts, notes },
      ...factors.span,
    }));
  }

  private contextOf(factors: FactorReader) {
    return { hours: ONE_HOUR, factors, places: this.sources.places };
  }
}

/** @param rates of the units, in their order */
function rateOf(inUnits: InUnits, rates: readonly Rate[], factors: FactorReader): Rate {
  const { since, until } = commonSpan(rates, factors.span);
  return { totals: totalsOfUnits(inUnits, rates), since, until };
}
