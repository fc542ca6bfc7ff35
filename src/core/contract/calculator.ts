import type { Footprint, Note, Parts, Said } from "../footprint";
import type { Range, Value } from "../formulas";
import type { SiteContext } from "../method";
import type { Parted } from "./part";

/** What a calculator is given: a vintage span, in which no factor changes, and the ways to numbers and other products. */
export interface CalculationContext extends SiteContext {
  /**
   * Share of the period that this vintage span is, 0 to 1; the spans of a period sum to 1. For products whose
   * specification counts things in the whole period, such as tokens.
   */
  readonly shareOfPeriod: Value;
  /**
   * Identity of the request: what a calculator caches or batches for the duration of a request
   * hangs on it (a WeakMap from this to a DataLoader), so that nothing is shared between requests.
   */
  readonly request: object;
  /**
   * The footprint of another product over the same vintage span, or over hours that the composing product knows better:
   * composition by kind, never by import.
   */
  calculate(kind: string, spec: object, hours?: Value): Promise<Footprint>;
}

/** Something of which there are few, and of which specifications have more or less: computed once for all of them. */
export interface RateUnit {
  /** Which one it is, among all of its product. */
  readonly key: string;
  /** Its footprint, which depends on nothing but the key and the factors. */
  readonly calculate: (context: CalculationContext) => Footprint | Promise<Footprint>;
  /** How many of it, none below zero [-]: each end of the range of the result is multiplied by the same end. */
  readonly times: Range;
  /** Notes on so many of it, before its own notes; called when notes are read. */
  readonly notes?: (soMany: Parts) => readonly Note[];
}

/** A specification as so many units. */
export interface InUnits {
  readonly units: readonly RateUnit[];
  /** Notes on the whole, before those of the units. */
  readonly notes: readonly Said[];
  /** The same, after what they say. */
  readonly notesAfter?: readonly Said[];
}

/** What amounts of a specification are of: an hour of use, such as GB, or the whole period, such as tokens. */
export const AMOUNTS = ["PER_HOUR", "PER_PERIOD"] as const;
export type Amounts = (typeof AMOUNTS)[number];

/** One product's mathematics. Pure: same specification and context, same footprint. */
export interface ProductCalculator<Spec extends object = object> {
  /** Name of the product's field in `ResourceInput` and of its query, for example `instance`. */
  readonly kind: string;
  /** Kinds of the products that it calls: declared, so that cycles are refused at start. */
  readonly composes?: readonly string[];
  /**
   * Its results depend only on factors, besides specification, hours and share: no database, no clock. They are then
   * cached from one request to the next, for as long as the factors hold.
   */
  readonly readsFactorsAlone?: boolean;
  /**
   * For a product that reads something besides factors, such as a database, and reports to its {@link CalculationContext.factors} how
   * long that is valid: a text that differs whenever the data may have changed. Results are cached while it stays the same. A promise
   * of null: unknown, so they are cached for one request; null without a promise: this specification reads none of that data.
   */
  revision?(spec: Spec): Promise<string | null> | null;
  /** PER_HOUR when left out. */
  readonly amounts?: Amounts;
  /**
   * Its specifications have amounts or lists, so there is no limit to how many differ: if it has parts, a rate is cached from its
   * second use on.
   */
  readonly isEndless?: boolean;
  /**
   * Before it computes anything of a specification, parts and units included, it makes all checks that the presenter of its product
   * makes, with the factors of the day, so that no caller needs to.
   */
  readonly checksAll?: boolean;
  /**
   * The same specification in its canonical form: equal specifications are then one text, and one key of a cache.
   * @throws DomainError as {@link calculate} does
   */
  canonical?(spec: Spec): object;
  /**
   * Its parts, for a product that consists of other products: its rate is added up from theirs.
   * @throws DomainError as {@link calculate} does
   */
  partsOf?(spec: Spec, context: SiteContext): Parted;
  /**
   * The units whose figures its own are added up from: one GB of a pool, a token of a model. Null for a specification that is
   * calculated as it is. `calculate` is linear in all of them, and answers the same.
   * @throws DomainError as {@link calculate} does
   */
  unitsOf?(spec: Spec, context: SiteContext): InUnits | null;
  /** @throws DomainError for a specification that names what does not exist or is out of range. */
  calculate(spec: Spec, context: CalculationContext): Promise<Footprint>;
}
