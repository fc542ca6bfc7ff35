import { requireDay } from "../../core/engine";
import type { FactorReader } from "../../core/factors";
import { dayOf } from "../../core/footprint";
import { type Factor, factorId } from "../../core/formulas";
import { type Benchmark, benchmarkLoader } from "../../core/language-models";
import { asFactor, placeFactors } from "../../core/method";
import type { Equivalence, PlaceFacts, ProductFacts } from "./session";
import type { SessionDay } from "./session-day";
import type { SessionProduct, SessionSources } from "./session-sources";

const NO_ALIASES: readonly string[] = [];
const isEquivalence = ({ series }: Factor): boolean => series.startsWith("equivalence.");

/** What the data contain on a day besides figures: factors, places, products, equivalences, benchmarks. */
export class FactsOfDay {
  constructor(
    private readonly sources: SessionSources,
    private readonly day: SessionDay,
  ) {}

  /** All vintages of all factors or, pinned to a day, those in force on it. */
  factors(): Factor[] {
    const all = this.sources.engine.book.all();
    if (this.day.pin === null) return all;
    const factors = this.day.inForce();
    return all.filter((factor) => factors.find(factor.series) === factor);
  }

  factor(series: string): Factor {
    return this.day.read((factors) => factors.value(series).factor);
  }

  place(name: string): PlaceFacts {
    const place = this.sources.engine.places.named(name, "zone");
    const { pue, wue, electricity } = this.day.read((factors) => placeFactors(place, factors));
    return {
      name: place.name,
      region: place.region,
      country: place.country,
      pue: asFactor(pue, `pue.${place.name}`, place),
      wue: wue === null ? null : asFactor(wue, `wue.${place.name}`, place),
      electricity: electricity.factor,
      leaves: this.leaves(electricity.range.expected * pue.range.expected),
    };
  }

  /**
   * The zones whose factors are known on the day: one can be younger than the day that a query is pinned to.
   * @throws DomainError BAD_USER_INPUT on a day before any of them is known
   */
  places(): PlaceFacts[] {
    const zones = [...this.sources.engine.places.zones.keys()];
    const factors = this.day.inForce();
    const known = zones.filter((zone) => factors.find(`pue.${zone}`));
    return (known.length > 0 ? known : zones).map((zone) => this.place(zone));
  }

  product({ kind, product, fields }: SessionProduct): ProductFacts {
    const today = (): FactorReader => this.day.inForce();
    return {
      aliases: NO_ALIASES,
      ...product,
      kind,
      // Read by few: thousands of resources show the name of their product.
      get fields() {
        return fields(today());
      },
    };
  }

  equivalences(kgCo2Equivalent: number): Equivalence[] {
    if (kgCo2Equivalent === 0) return [];
    const today = this.day.inForce();
    return this.sources.engine.book
      .all()
      .filter((factor) => isEquivalence(factor) && today.find(factor.series) === factor)
      .map((factor) => {
        const amount = kgCo2Equivalent / factor.range.expected;
        // Clients keep things by their id: another amount is another thing.
        const id = `${factorId(factor)}:${amount}`;
        return { id, label: factor.name, amount, unit: factor.unit.replace("kgCO2e/", "") };
      });
  }

  /**
   * @param request what loads them together, and once
   * @throws DomainError BAD_USER_INPUT for an `asOf` that the calendar has not
   */
  async benchmarks(
    modelId: string,
    asOf: Date | null | undefined,
    request: object,
  ): Promise<readonly Benchmark[]> {
    const day = asOf == null ? this.day.today : dayOf(requireDay("asOf", asOf));
    return (await benchmarkLoader(this.sources.benchmarks, request, day).load(modelId)).inForce;
  }

  private leaves(kgCo2EquivalentPerKwh: number): number {
    const today = this.day.inForce();
    if (kgCo2EquivalentPerKwh <= today.value("leaves.three").range.expected) return 3;
    return kgCo2EquivalentPerKwh <= today.value("leaves.two").range.expected ? 2 : 1;
  }
}
