import { inOtherPlaces, type LoadedProduct, type OtherPlace, type ProductField } from "../core/contract";
import { DomainError } from "../core/errors";
import type { FactorReader } from "../core/factors";
import { copyOfValues, deeplyFrozen, isDeeplyFrozen, saysTheSame } from "../core/helpers";
import type { Place } from "../core/method";
import { ProductChecks, type SoundResource, type Values } from "./checks";
import type { AnyDefinition, ProductData } from "./definition";
import { writtenFields } from "./nested";
import type { PartsOf } from "./parts-table/part-cells";
import type { PartsNames } from "./parts-table/parts-table-checks";
import { placesByField, productFields } from "./product-fields";

const NONE: readonly string[] = [];

/** A checked specification, and its canonical form once that was needed. */
interface KnownSpec {
  readonly sound: SoundResource;
  canonical: object | null;
}

/**
 * The definition of a product with its data. A specification is checked once for all uses that follow: of thousands of lines,
 * each is finished before the next one. Of what is calculated at once nothing is remembered: that is mostly the last that is done with it.
 */
export class LoadedDefinition implements LoadedProduct {
  private last: { readonly spec: object; readonly said: object; readonly found: KnownSpec } | undefined;
  /** Of frozen specifications, since their callers use them again. */
  private readonly known = new WeakMap<object, KnownSpec>();
  private readonly checks: ProductChecks;

  constructor(
    readonly definition: AnyDefinition,
    readonly data: ProductData<object>,
  ) {
    this.checks = new ProductChecks(definition, data);
  }

  get catalogue(): object {
    return this.data.catalogue;
  }

  check(spec: object): SoundResource {
    return this.checked(spec).sound;
  }

  private checked(spec: object): KnownSpec {
    const remembered = this.remembered(spec);
    if (remembered !== undefined) return remembered;
    const found = { sound: this.checks.of(spec as Values), canonical: null };
    if (isDeeplyFrozen(spec)) this.known.set(spec, found);
    else this.last = { spec, said: copyOfValues(spec), found };
    return found;
  }

  private remembered(spec: object): KnownSpec | undefined {
    const { last } = this;
    if (last?.found.canonical === spec) return last.found;
    // The caller may have changed the object since.
    if (last?.spec === spec && saysTheSame(last.said, spec)) return last.found;
    return this.known.get(spec);
  }

  checkLimits(spec: object, factors: FactorReader): void {
    this.checks.limitsOn(factors, this.check(spec));
  }

  /** Checked to be calculated, by the limits of a day too. */
  soundOn(spec: object, factors: FactorReader): SoundResource {
    const sound = this.remembered(spec)?.sound ?? this.checks.of(spec as Values);
    this.checks.limitsOn(factors, sound);
    return sound;
  }

  withArguments(spec: object, given: Values): object {
    const changes = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
    if (changes.length === 0) return spec;
    const sound = this.check(spec);
    for (const [name, value] of changes) this.checks.value(name, value, sound, name);
    return { ...spec, ...Object.fromEntries(changes) };
  }

  /** What its parts are read from, where they are rows of a table. */
  partsOf({ checked, offer, place, placeField = "" }: SoundResource): PartsOf {
    const { places, names } = this.data;
    return { checked, offer, place, placeField, offerField: this.checks.offerField, places, names };
  }

  /** What the cells of a table of parts can name. @param samples specifications: of a sound one it is seen what follows from it */
  partsNames(samples: () => Iterable<object>): Omit<PartsNames, "book"> {
    const { fields, offers, derive } = this.definition;
    const entries = [...offers.of(this.catalogue).values()] as Readonly<Record<string, unknown>>[];
    const derived = () => (derive === undefined ? new Set<string>() : this.namesOfSound(samples()));
    return {
      ...{ fields, derived, products: this.data.names, zones: this.data.places.zones },
      offers: new Map(entries.map((entry) => [offers.id(entry), entry])),
    };
  }

  /** @throws Error for a function `derive` that fails with one of the samples, or gives no object: no question need find it. */
  checkDerived(samples: Iterable<object>): void {
    if (this.definition.derive !== undefined) this.namesOfSound(samples);
  }

  shown(spec: object): Values {
    const { checked, offer } = this.check(spec);
    return writtenFields(this.checks.fields, checked, offer.id);
  }

  /**
   * The same specification in canonical form: names of the catalogue, defaults, no empty fields.
   * A name of which something must be noted stays.
   */
  canonical(spec: object): object {
    const found = this.checked(spec);
    if (found.canonical === null) {
      found.canonical = this.rewritten(spec as Values);
      if (this.known.has(spec)) this.known.set(deeplyFrozen(found.canonical), found);
    }
    return found.canonical;
  }

  otherPlaces(spec: object): readonly OtherPlace[] | undefined {
    const { placeField, checked, offer } = this.check(spec);
    const { offers, otherPlaces } = this.definition;
    if (otherPlaces !== undefined) return otherPlaces(checked as never, { ...this.data, spec });
    if (placeField === undefined) return undefined;
    const own = (checked[placeField] as Place).name;
    const all = offers.places?.(offer.entry, this.catalogue) ?? this.everyPlace(placeField);
    return inOtherPlaces(all, own, (place) => ({ ...spec, [placeField]: place }));
  }

  /** Where its parts are is found when they are computed. */
  private everyPlace(placeField: string): readonly string[] {
    const { places } = this.data;
    const ofFields = placesByField(this.definition.fields, [...places.zones.keys()], places);
    return ofFields[placeField] ?? [];
  }

  offers(): Iterable<unknown> {
    return this.definition.offers.of(this.catalogue).values();
  }

  /** @param samples specifications: the first sound one is the example that the fields give */
  productFields(today: FactorReader, samples: Iterable<object>): readonly ProductField[] {
    const { fields, offers } = this.definition;
    const { catalogue, places } = this.data;
    const all = offers.of(catalogue);
    const placesOf = offers.places ?? (() => places.zones.keys());
    const where = [...new Set(Array.from(all.values()).flatMap((entry) => [...placesOf(entry, catalogue)]))];
    return productFields(fields, {
      offers: all,
      catalogue,
      today,
      choices: placesByField(fields, where, places),
      example: Array.from(samples).find((spec) => this.isSound(spec)) ?? null,
    });
  }

  /** Notes on the name that the client gave the offer. */
  notesOn(spec: object, { offer } = this.check(spec)): readonly string[] {
    const name = (spec as Values)[this.checks.offerField];
    // The name of the catalogue is what most write, and nothing is to be said of it.
    if (name === offer.id) return NONE;
    return this.definition.offers.others?.(this.catalogue).notesOn(name as string) ?? NONE;
  }

  /** Null where none is sound: an operator may have changed what is offered. */
  private namesOfSound(samples: Iterable<object>): ReadonlySet<string> | null {
    const sound = Array.from(samples).filter((spec) => this.isSound(spec));
    return sound.length === 0
      ? null
      : new Set(sound.flatMap((spec) => Object.keys(this.check(spec).checked)));
  }

  private isSound(spec: object): boolean {
    try {
      this.check(spec);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  private rewritten(spec: Values): object {
    const sound = this.check(spec);
    const { checked, offer } = sound;
    const { spelt } = this.definition.offers;
    const isNoted = this.notesOn(spec, sound).length > 0;
    const id = spelt?.(offer.entry) ?? offer.id;
    return writtenFields(
      this.checks.fields,
      checked,
      isNoted ? (spec[this.checks.offerField] as string) : id,
    );
  }
}
