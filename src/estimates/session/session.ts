import type { ProductField, ProductText } from "../../core/contract";
import type { PeriodFields } from "../../core/engine";
import type { Footprint, Period } from "../../core/footprint";
import type { Factor } from "../../core/formulas";
import type { Benchmark } from "../../core/language-models";
import type { MethodEdition } from "../../core/method";
import type { HistoryDays, HistoryInterval } from "../history";
import type { OperatorEstimate } from "../operator-estimate";
import type { Deadline } from "./deadline";

/** A place as its factors on a day describe it. */
export interface PlaceFacts {
  readonly name: string;
  readonly region: string;
  readonly country: string;
  readonly pue: Factor;
  readonly wue: Factor | null;
  readonly electricity: Factor;
  /** 1 to 3, as an order form shows them: 3 for the least kgCO2e per kWh. */
  readonly leaves: number;
}

/** What clients read about a product, with the fields of its input. */
export interface ProductFacts extends Required<ProductText> {
  /** Name of its query and of its member in inputs, for example `blockVolume`. */
  readonly kind: string;
  readonly fields: readonly ProductField[];
}

/** An everyday activity with the same emissions. */
export interface Equivalence {
  readonly id: string;
  readonly label: string;
  readonly amount: number;
  readonly unit: string;
}

/** A valid specification as it is shown: in the graph, an object of one of its types. */
export interface PresentedResource {
  readonly kind: string;
  /** Name of the offer, for example PRO2-S. */
  readonly name: string;
  readonly spec: object;
  /** Checked values of its fields, for a product by `defineProduct`: entries of the catalogue, places, numbers. */
  readonly checked?: object;
  /** Name of the place whose factors its figures rest on; for several places, of the one that weighs most. */
  placeIn(session: Session): string | Promise<string>;
}

/** Settings of a figure, inherited by everything below it unless overridden. */
export interface Scope {
  readonly during?: PeriodFields | null | undefined;
  /** For how much of the period the resource is used [h]; all of it when left out. */
  readonly hours?: number | null;
}

/** The engine for one request: at one moment, with the factors of today or of its `asOf` day. */
export interface Session {
  footprint(kind: string, spec: object, during: PeriodFields | null | undefined): Promise<Footprint>;
  /** The same, without a promise if it is cached. */
  eventualFootprint(
    kind: string,
    spec: object,
    during: PeriodFields | null | undefined,
  ): Footprint | Promise<Footprint>;
  /** The operator's published estimate of the resource, times the hours of the period; null if there was none by then. */
  operatorEstimate(
    kind: string,
    spec: object,
    during: PeriodFields | null | undefined,
  ): Promise<OperatorEstimate | null>;
  /**
   * The footprint of the same hours in each interval between changes of its factors.
   * @throws DomainError BAD_USER_INPUT for days that make no interval, or hours that make no period
   */
  history(kind: string, spec: object, days: HistoryDays, hours: number): Promise<HistoryInterval[]>;
  /** The period of a request. @throws DomainError BAD_USER_INPUT. */
  period(during: PeriodFields | null | undefined): Period;
  /** The factor of a series in force today, or on the `asOf` day. */
  factor(series: string): Factor;
  place(name: string): PlaceFacts;
  product(kind: string): ProductFacts;
  /** @throws DomainError for a specification that is not sound */
  resource(kind: string, spec: object): PresentedResource;
  /** The specification in every other place where its product may exist; null where the product does not say. */
  otherPlaces(
    kind: string,
    spec: object,
  ): readonly { readonly place: string; readonly spec: object }[] | null;
  equivalences(kgCo2Equivalent: number): Equivalence[];
  /** How fast a language model runs, on each GPU that was measured; empty where nothing was. Without a day, `today`. */
  benchmarks(modelId: string, asOf?: Date | null): Promise<readonly Benchmark[]>;
  readonly methodology: MethodEdition;
  /** ISO day (UTC) whose factors are in force where no dates are given: today, or the day of `asOf`. */
  readonly today: string;
  /** Until when the request may be processed. */
  readonly deadline: Deadline;
  /** Identity of the request: what is cached or batched for its length hangs on it. */
  readonly request: object;
}
