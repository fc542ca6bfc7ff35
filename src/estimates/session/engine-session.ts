import type { PeriodFields, RateAtHand } from "../../core/engine";
import { unknownProduct } from "../../core/errors";
import { dayOf, type Footprint, hoursOf, isInterval, type Period, partOfTime } from "../../core/footprint";
import type { Factor } from "../../core/formulas";
import { type Eventually, getOrInsert, then } from "../../core/helpers";
import type { Benchmark } from "../../core/language-models";
import type { MethodEdition } from "../../core/method";
import { type HistoryDays, type HistoryInterval, requireHours } from "../history";
import { besideOurs, estimateIn, type OperatorEstimate, publishedOf } from "../operator-estimate";
import { type LineSources, LineTotals } from "../portfolio/line-totals";
import { historyOf } from "../resource-history";
import { type Deadline, NO_DEADLINE } from "./deadline";
import { FactsOfDay } from "./facts-of-day";
import type { Equivalence, PlaceFacts, PresentedResource, ProductFacts, Scope, Session } from "./session";
import { SessionDay } from "./session-day";
import type { SessionProduct, SessionSources } from "./session-sources";
import type { Pin } from "./written-dates";

/** Answers from the engine, for the length of one request. */
export class EngineSession implements Session {
  private pinnedTo: Map<string, EngineSession> | null = null;
  private factsOfDay: FactsOfDay | null = null;
  private sourcesOfLines: LineSources | null = null;

  /** @param request its identity: what is cached or batched for its length hangs on it */
  static at(sources: SessionSources, now: Date, deadline: Deadline = NO_DEADLINE): EngineSession {
    return new EngineSession(sources, new SessionDay(sources.engine, now, null, {}), {}, deadline);
  }

  private constructor(
    private readonly sources: SessionSources,
    private readonly day: SessionDay,
    readonly request: object,
    readonly deadline: Deadline,
  ) {}

  private get facts(): FactsOfDay {
    this.factsOfDay ??= new FactsOfDay(this.sources, this.day);
    return this.factsOfDay;
  }

  /** The same for all lines. */
  private get ofLines(): LineSources {
    this.sourcesOfLines ??= {
      noted: (totals, period) => this.day.noted(totals, period),
      explain: async ({ kind, spec, period }) =>
        this.day.noted(await this.computeIn(kind, spec, period), period),
    };
    return this.sourcesOfLines;
  }

  get today(): string {
    return this.day.today;
  }

  /** The same request, below a field with a period of its own or a resource that is used for a part of it. */
  within(scope: Scope): EngineSession {
    return this.on(this.day.within(scope));
  }

  /**
   * The same request, answered with the factors in force on a day.
   * @param field argument of the query that names the day
   */
  asOf(day: Date, field: Pin["field"] = "asOf"): EngineSession {
    const key = `${field} ${dayOf(day)}`;
    this.pinnedTo ??= new Map();
    return getOrInsert(this.pinnedTo, key, () => this.on(this.day.pinnedTo({ day, field })));
  }

  /** Of the day whose factors are in force. */
  get methodology(): MethodEdition {
    return this.day.inForce().edition(this.sources.methodology);
  }

  async footprint(kind: string, spec: object, during: PeriodFields | null | undefined): Promise<Footprint> {
    return this.eventualFootprint(kind, spec, during);
  }

  eventualFootprint(
    kind: string,
    spec: object,
    during: PeriodFields | null | undefined,
  ): Eventually<Footprint> {
    const period = this.period(during);
    const { hours = null } = during == null ? this.day.scope : {};
    const figure =
      hours === null ? this.computeIn(kind, spec, period) : this.computeFor(hours, kind, spec, period);
    return then(figure, (one) => this.day.noted(one, period));
  }

  async operatorEstimate(
    kind: string,
    spec: object,
    during: PeriodFields | null | undefined,
  ): Promise<OperatorEstimate | null> {
    const { engine } = this.sources;
    const period = this.period(during);
    const last = estimateIn(publishedOf(this.sessionProduct(kind), spec, engine), period);
    if (last === null) {
      await this.requireKnownDay(kind, spec, during);
      return null;
    }
    const hours = (during == null ? this.day.scope.hours : null) ?? hoursOf(period);
    return besideOurs(last, { kind, spec, hours }, this, engine);
  }

  async history(kind: string, spec: object, days: HistoryDays, hours: number): Promise<HistoryInterval[]> {
    requireHours(hours, (fields) => this.period(fields));
    const { engine } = this.sources;
    const estimates = publishedOf(this.sessionProduct(kind), spec, engine);
    const asOf = (day: Date, field: Pin["field"]) => this.asOf(day, field);
    const { pin } = this.day;
    return historyOf(days, { kind, spec, hours, estimates, engine, session: this, pin, asOf });
  }

  period(during: PeriodFields | null | undefined): Period {
    return this.day.period(during);
  }

  /**
   * For one of thousands: its totals, without a promise if known, and its explanation when it is read.
   * @param atHand what was found of its rate before
   */
  totalsIn(
    kind: string,
    spec: object,
    period: Period,
    atHand?: RateAtHand,
  ): LineTotals | Promise<LineTotals> {
    this.deadline.check();
    const { engine } = this.sources;
    const totals = this.day.over(period, () => engine.totals(kind, spec, period, this.request, atHand));
    if (!(totals instanceof Promise)) return new LineTotals(kind, spec, period, totals, this.ofLines);
    return totals.then((known) => new LineTotals(kind, spec, period, known, this.ofLines));
  }

  resource(kind: string, spec: object): PresentedResource {
    const { presenter } = this.sessionProduct(kind);
    return this.day.read((factors) => presenter.present(spec, factors)) as PresentedResource;
  }

  /** The rate of a specification on the day of the session, if it is at hand: it has passed its checks then. */
  rateAtHand(kind: string, spec: object, hash: number): RateAtHand | undefined {
    return this.sources.engine.rateAtHand(kind, spec, this.day.today, this.request, hash);
  }

  /**
   * For one of thousands, of which the totals are computed next: checked now, unless it is with them, and presented when it is read;
   * undefined until then.
   * @param period of the totals
   * @throws DomainError for a specification that is not sound
   */
  checked(kind: string, spec: object, period: Period): PresentedResource | undefined {
    const isOfToday = !isInterval(period) && dayOf(period.on) === this.today;
    if (isOfToday && this.sources.engine.checksAll(kind)) return undefined;
    const { presenter } = this.sessionProduct(kind);
    if (presenter.check === undefined) return this.resource(kind, spec);
    this.day.read((factors) => presenter.check?.(spec, factors));
    return undefined;
  }

  otherPlaces(kind: string, spec: object) {
    return this.sessionProduct(kind).presenter.otherPlaces?.(spec) ?? null;
  }

  factors(): Factor[] {
    return this.facts.factors();
  }

  factor(series: string): Factor {
    return this.facts.factor(series);
  }

  place(name: string): PlaceFacts {
    return this.facts.place(name);
  }

  places(): PlaceFacts[] {
    return this.facts.places();
  }

  product(kind: string): ProductFacts {
    return this.facts.product(this.sessionProduct(kind));
  }

  allProducts(): ProductFacts[] {
    return [...this.sources.products.values()].map((product) => this.facts.product(product));
  }

  equivalences(kgCo2Equivalent: number): Equivalence[] {
    return this.facts.equivalences(kgCo2Equivalent);
  }

  benchmarks(modelId: string, asOf?: Date | null): Promise<readonly Benchmark[]> {
    return this.facts.benchmarks(modelId, asOf, this.request);
  }

  private on(day: SessionDay): EngineSession {
    return new EngineSession(this.sources, day, this.request, this.deadline);
  }

  /** A resource used for so many hours, spread evenly over the period, so that each vintage has its share. */
  private async computeFor(hours: number, kind: string, spec: object, period: Period): Promise<Footprint> {
    const whole = hoursOf(period);
    if (!isInterval(period)) return this.computeIn(kind, spec, { ...period, hours });
    if (whole === 0) return this.computeIn(kind, spec, { on: period.start, hours });
    return partOfTime(await this.computeIn(kind, spec, period), hours / whole);
  }

  /** @throws DomainError REQUEST_TIMEOUT when the time of the request is over. */
  private computeIn(kind: string, spec: object, period: Period): Eventually<Footprint> {
    this.deadline.check();
    return this.day.over(period, () =>
      this.sources.engine.eventualFootprint(kind, spec, period, this.request),
    );
  }

  /** That nothing was published by a day is an answer for days of which something is known. @throws NotYetKnown */
  private async requireKnownDay(
    kind: string,
    spec: object,
    during: PeriodFields | null | undefined,
  ): Promise<void> {
    const there = during == null ? this : this.within({ during });
    there.place(await there.resource(kind, spec).placeIn(there));
  }

  private sessionProduct(kind: string): SessionProduct {
    const { products } = this.sources;
    const product = products.get(kind);
    if (product === undefined) throw unknownProduct(kind, products.keys());
    return product;
  }
}
