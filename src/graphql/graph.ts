import DataLoader from "dataloader";
import {
  Benchmark as BenchmarkType,
  type EquivalenceView,
  type Graph,
  type MethodologyView,
  type PeriodArgument,
  type PlaceView,
  type ProductView,
  type Resource,
} from "../../schema/types";
import {
  asFactor,
  type Benchmark,
  type BenchmarkStore,
  DomainError,
  type FootprintEngine,
  type PeriodLimits,
  type ProductPlugin,
  placeFactors,
  type ResourcePresenter,
  readPeriod,
  speedFactor,
} from "../core/contract";
import { dayOf, type Footprint, hoursOf, isInterval, type Period } from "../core/domain";

export const METHODOLOGY: MethodologyView = {
  id: "scaleway-environmental-footprint",
  version: "2026-05",
  name: "Scaleway environmental footprint, after the ADEME product category rules for data-centre and cloud services; hardware models of Boavizta",
  url: "https://www.scaleway.com/en/docs/environmental-footprint/additional-content/environmental-footprint-calculator/",
};

/** A product of this composition, with what shows its resources. */
export interface ComposedProduct {
  readonly plugin: ProductPlugin;
  readonly presenter: ResourcePresenter;
}

/** What the types of the graph ask for, at one moment. */
export class EngineGraph implements Graph {
  readonly methodology = METHODOLOGY;
  /** All models of a request in one query. */
  private readonly speeds: DataLoader<string, readonly Benchmark[]>;

  constructor(
    private readonly engine: FootprintEngine,
    private readonly products: ReadonlyMap<string, ComposedProduct>,
    store: BenchmarkStore,
    private readonly now: Date,
  ) {
    this.speeds = new DataLoader(async (models) => {
      const found = await store.findByModels(models, this.today);
      return models.map((model) => found.get(model) ?? []);
    });
  }

  async footprint(kind: string, spec: object, during: PeriodArgument | null | undefined): Promise<Footprint> {
    const period = this.period(during);
    const footprint = await this.footprintIn(kind, spec, period);
    return { ...footprint, notes: [...footprint.notes, ...this.notesOn(period)] };
  }

  /** The period that a client asked for. @throws DomainError BAD_USER_INPUT. */
  period(during: PeriodArgument | null | undefined): Period {
    return readPeriod(during, this.limits());
  }

  footprintIn(kind: string, spec: object, period: Period): Promise<Footprint> {
    return this.engine.footprint(kind, spec, period, this);
  }

  place(name: string): PlaceView {
    const place = this.engine.places.named(name, "zone");
    const { pue, wue, electricity } = placeFactors(place, this.engine.on(this.today));
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

  places(): PlaceView[] {
    return [...this.engine.places.zones.keys()].map((zone) => this.place(zone));
  }

  product(kind: string): ProductView {
    return this.composed(kind).plugin.product;
  }

  allProducts(): ProductView[] {
    return [...this.products.values()].map(({ plugin }) => plugin.product);
  }

  resource(kind: string, spec: object): Resource {
    return this.composed(kind).presenter.present(spec) as Resource;
  }

  equivalences(kgCo2Equivalent: number): EquivalenceView[] {
    if (kgCo2Equivalent === 0) return [];
    return this.engine.book
      .all()
      .filter(({ series }) => series.startsWith("equivalence."))
      .map(({ series, name, range, unit }) => ({
        id: series,
        label: name,
        amount: kgCo2Equivalent / range.expected,
        unit: unit.replace("kgCO2e/", ""),
      }));
  }

  async benchmarks(modelId: string): Promise<BenchmarkType[]> {
    const known = await this.speeds.load(modelId);
    return known.map((one) => new BenchmarkType({ ...one, tokensPerSecond: speedFactor(one) }));
  }

  private get today(): string {
    return dayOf(this.now);
  }

  private limits(): PeriodLimits {
    const today = this.engine.on(this.today);
    return {
      defaultHours: today.value("period.default").range.expected,
      maximumHours: today.value("lifespan.data-centre").range.expected,
      now: this.now,
    };
  }

  notesOn(period: Period): string[] {
    const notes: string[] = [];
    if (hoursOf(period) === 0) notes.push("The period has no length: what is charged by time is nothing.");
    if (!isInterval(period)) notes.push(`No dates were given: factors in force on ${this.today} are used.`);
    else if (period.end > this.now) {
      notes.push(
        "The period reaches into the future: factors in force today are taken to stand until further notice.",
      );
    }
    return notes;
  }

  private leaves(kgCo2EquivalentPerKwh: number): number {
    const today = this.engine.on(this.today);
    if (kgCo2EquivalentPerKwh <= today.value("leaves.three").range.expected) return 3;
    return kgCo2EquivalentPerKwh <= today.value("leaves.two").range.expected ? 2 : 1;
  }

  private composed(kind: string): ComposedProduct {
    const product = this.products.get(kind);
    if (product === undefined)
      throw new DomainError("UNKNOWN_PRODUCT", `No product of kind "${kind}" is composed.`);
    return product;
  }
}
