import type { ProductField, ProductText, ResourcePresenter } from "../core/contract";
import {
  type FootprintEngine,
  notesOnPeriod,
  type PeriodFields,
  type PeriodLimits,
  readPeriod,
} from "../core/engine";
import { DomainError } from "../core/errors";
import { type FactorReader } from "../core/factors";
import {
  dayOf,
  type ExplainableTotals,
  explainableTotals,
  type Footprint,
  hoursOf,
  isInterval,
  type Note,
  type Period,
  partOfTime,
  type Totals,
  totalsOf,
  withMoreNotes,
} from "../core/footprint";
import { type Editions, type Factor, factorId } from "../core/formulas";
import { type Benchmark, type BenchmarkStore, benchmarkLoader } from "../core/language-models";
import { asFactor, type MethodEdition, placeFactors } from "../core/method";
import { type Deadline, NO_DEADLINE } from "./deadline";
import type { Equivalence, PlaceFacts, PresentedResource, ProductFacts, Scope, Session } from "./session";
import { dateOf, dateOfPin, onDate, type Pin, type WrittenDate } from "./written-dates";

const isEquivalence = ({ series }: Factor): boolean => series.startsWith("equivalence.");

/** A product of this composition, with what presents its resources. */
export interface ComposedProduct {
  readonly product: ProductText;
  readonly presenter: ResourcePresenter;
  /** Its fields as data; limits can be factors. */
  readonly fields: (today: FactorReader) => readonly ProductField[];
}

/** What sessions answer from; the same through all requests. */
export interface SessionSources {
  readonly engine: FootprintEngine;
  readonly products: ReadonlyMap<string, ComposedProduct>;
  readonly benchmarks: BenchmarkStore;
  readonly methodology: Editions<MethodEdition>;
}

/** Answers from the engine, for the length of one request. */
export class EngineSession implements Session {
  private readonly pinnedTo = new Map<string, EngineSession>();
  private periodLimits: PeriodLimits | undefined;

  constructor(
    private readonly sources: SessionSources,
    private readonly now: Date,
    private readonly pin: Pin | null = null,
    readonly request: object = {},
    readonly deadline: Deadline = NO_DEADLINE,
    private readonly scope: Scope = {},
  ) {}

  /** Read lazily: a period that makes no sense is refused by the first computation with it. */
  get today(): string {
    return dayOf(this.pin?.day ?? dateOrNull(this.scope.during?.start) ?? this.now);
  }

  /** The same request, below a field that names a period or leads to a resource that is had for a part of it. */
  within({ during = this.scope.during, hours = null }: Scope): EngineSession {
    const day = dateOrNull(during?.asOf);
    const pin: Pin | null = day === null ? this.pin : { day, field: "during.asOf" };
    return new EngineSession(this.sources, this.now, pin, this.request, this.deadline, { during, hours });
  }

  /**
   * The same request, answered with the factors in force on a day.
   * @param field argument of the query that names the day
   */
  asOf(day: Date, field: Pin["field"] = "asOf"): EngineSession {
    const key = `${field} ${dayOf(day)}`;
    const known = this.pinnedTo.get(key);
    if (known !== undefined) return known;
    const pinned = new EngineSession(
      this.sources,
      this.now,
      { day, field },
      this.request,
      this.deadline,
      this.scope,
    );
    this.pinnedTo.set(key, pinned);
    return pinned;
  }

  /** Of the day whose factors are in force. */
  get methodology(): MethodEdition {
    return this.inForce().edition(this.sources.methodology);
  }

  async footprint(kind: string, spec: object, during: PeriodFields | null | undefined): Promise<Footprint> {
    const period = this.period(during);
    const { hours = null } = during == null ? this.scope : {};
    const figure = await (hours === null
      ? this.computeIn(kind, spec, period)
      : this.computeFor(hours, kind, spec, period));
    return withMoreNotes(figure, this.notesOn(period));
  }

  period(during: PeriodFields | null | undefined): Period {
    return readPeriod(during ?? this.scope.during, this.limits());
  }

  /** What is had for so many hours, spread over the period as the period is over its vintages. */
  private async computeFor(hours: number, kind: string, spec: object, period: Period): Promise<Footprint> {
    const whole = hoursOf(period);
    if (!isInterval(period)) return this.computeIn(kind, spec, { ...period, hours });
    if (whole === 0) return this.computeIn(kind, spec, { on: period.start, hours });
    return partOfTime(await this.computeIn(kind, spec, period), hours / whole);
  }

  /** @throws DomainError REQUEST_TIMEOUT when the time of the request is over. */
  private computeIn(kind: string, spec: object, period: Period): Promise<Footprint> {
    this.deadline.check();
    return onDate(dateOf(period, this.pin), () => this.engine.footprint(kind, spec, period, this.request));
  }

  /** For one of thousands: its totals, at once where they are known, and its explanation when it is read. */
  totalsIn(kind: string, spec: object, period: Period): ExplainableTotals | Promise<ExplainableTotals> {
    this.deadline.check();
    const explain = async (): Promise<Footprint> =>
      withMoreNotes(await this.computeIn(kind, spec, period), this.notesOn(period));
    // Notes of few lines are read one by one.
    const notesOf = (totals: Totals) => () => withMoreNotes(totals, this.notesOn(period)).notes;
    const explainable = (totals: Totals): ExplainableTotals =>
      explainableTotals(totalsOf(totals.parts, notesOf(totals)), explain);
    const totals = onDate(dateOf(period, this.pin), () =>
      this.engine.totals(kind, spec, period, this.request),
    );
    return totals instanceof Promise ? totals.then(explainable) : explainable(totals);
  }

  otherPlaces(kind: string, spec: object) {
    return this.composed(kind).presenter.otherPlaces?.(spec) ?? null;
  }

  /** All vintages of all factors or, pinned to a day, those in force on it. */
  factors(): Factor[] {
    const all = this.engine.book.all();
    if (this.pin === null) return all;
    const factors = this.inForce();
    return all.filter((factor) => factors.find(factor.series) === factor);
  }

  factor(series: string): Factor {
    return this.onPin((factors) => factors.value(series).factor);
  }

  place(name: string): PlaceFacts {
    const place = this.engine.places.named(name, "zone");
    const { pue, wue, electricity } = this.onPin((factors) => placeFactors(place, factors));
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
    const zones = [...this.engine.places.zones.keys()];
    const factors = this.inForce();
    const known = zones.filter((zone) => factors.find(`pue.${zone}`));
    return (known.length > 0 ? known : zones).map((zone) => this.place(zone));
  }

  product(kind: string): ProductFacts {
    return this.factsOf(this.composed(kind));
  }

  allProducts(): ProductFacts[] {
    return [...this.sources.products.values()].map((product) => this.factsOf(product));
  }

  private factsOf({ product, fields }: ComposedProduct): ProductFacts {
    const today = (): FactorReader => this.inForce();
    return {
      ...product,
      // Read by few: thousands of resources show the name of their product.
      get fields() {
        return fields(today());
      },
    };
  }

  resource(kind: string, spec: object): PresentedResource {
    const { presenter } = this.composed(kind);
    return this.onPin((factors) => presenter.present(spec, factors)) as PresentedResource;
  }

  equivalences(kgCo2Equivalent: number): Equivalence[] {
    if (kgCo2Equivalent === 0) return [];
    const today = this.inForce();
    return this.engine.book
      .all()
      .filter((factor) => isEquivalence(factor) && today.find(factor.series) === factor)
      .map((factor) => {
        const amount = kgCo2Equivalent / factor.range.expected;
        // Clients keep things by their id: another amount is another thing.
        const id = `${factorId(factor)}:${amount}`;
        return { id, label: factor.name, amount, unit: factor.unit.replace("kgCO2e/", "") };
      });
  }

  async benchmarks(modelId: string, asOf?: Date | null): Promise<readonly Benchmark[]> {
    const day = asOf == null ? this.today : dayOf(asOf);
    return (await benchmarkLoader(this.sources.benchmarks, this.request, day).load(modelId)).inForce;
  }

  private get engine(): FootprintEngine {
    return this.sources.engine;
  }

  private inForce(): FactorReader {
    return this.engine.on(this.today);
  }

  private onPin<T>(read: (factors: FactorReader) => T): T {
    return onDate(this.writtenDay(), () => read(this.inForce()));
  }

  private writtenDay(): WrittenDate | null {
    if (this.pin === null && this.scope.during?.start != null)
      return { field: "during.start", isInstant: true };
    return dateOfPin(this.pin);
  }

  /** The same for all lines of a portfolio. */
  private limits(): PeriodLimits {
    this.periodLimits ??= this.readLimits();
    return this.periodLimits;
  }

  private readLimits(): PeriodLimits {
    const today = this.engine.on(dayOf(this.pin?.day ?? this.now));
    return {
      defaultHours: today.value("period.default").range.expected,
      maximumHours: today.value("lifespan.data-centre").range.expected,
      now: this.now,
      pin: this.pin?.day ?? null,
    };
  }

  private notesOn(period: Period): readonly Note[] {
    const field = this.pin?.field;
    return notesOnPeriod(period, this.now, field === "from" || field === "to" ? field : "asOf");
  }

  private leaves(kgCo2EquivalentPerKwh: number): number {
    const today = this.inForce();
    if (kgCo2EquivalentPerKwh <= today.value("leaves.three").range.expected) return 3;
    return kgCo2EquivalentPerKwh <= today.value("leaves.two").range.expected ? 2 : 1;
  }

  private composed(kind: string): ComposedProduct {
    const product = this.sources.products.get(kind);
    if (product === undefined)
      throw new DomainError("UNKNOWN_PRODUCT", `No product of kind "${kind}" is composed.`);
    return product;
  }
}

/** Null for what a client wrote that is no date: it is refused where the period is read. */
function dateOrNull(date: Date | null | undefined): Date | null {
  return date == null || Number.isNaN(date.getTime()) ? null : date;
}
