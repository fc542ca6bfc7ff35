import {
  type BoundProduct,
  type CheckedResource,
  inOtherPlaces,
  type OtherPlace,
  type ProductField,
} from "../core/contract";
import { DomainError, lookUp } from "../core/errors";
import type { Place, Places } from "../core/method";
import type { AnyDefinition } from "./definition";
import type { CheckAt, Field } from "./fields";
import { productFields } from "./product-fields";

type Values = Readonly<Record<string, unknown>>;
/** A checked specification, and the name of its offer. */
interface Sound extends CheckedResource {
  readonly checked: Values;
  readonly id: string;
  readonly placeField: string | undefined;
}

/** A product with its data. A specification is checked once, however many ask for it: what was found hangs on the object. */
export class Product implements BoundProduct {
  private readonly sound = new WeakMap<object, Sound>();
  private readonly canonicals = new WeakMap<object, object>();
  private readonly fields: readonly [string, Field<unknown>][];
  private readonly offerField: string;

  constructor(
    readonly definition: AnyDefinition,
    readonly catalogue: object,
    readonly places: Places,
  ) {
    this.fields = Object.entries(definition.fields);
    this.offerField = this.fields.find(([, { role }]) => role === "OFFER")?.[0] ?? "";
  }

  check(spec: object): Sound {
    let sound = this.sound.get(spec);
    if (sound === undefined) {
      sound = this.checkAll(spec as Values);
      this.sound.set(spec, sound);
    }
    return sound;
  }

  shown(spec: object): Values {
    const { checked, id } = this.check(spec);
    return this.written(checked, id);
  }

  /**
   * The same specification as everybody would write it: names of the catalogue, defaults, nothing that says nothing.
   * A name of which something must be noted stays.
   */
  canonical(spec: object): object {
    let canonical = this.canonicals.get(spec);
    if (canonical === undefined) {
      canonical = this.rewritten(spec as Values);
      this.canonicals.set(spec, canonical);
      this.sound.set(canonical, this.check(spec));
      this.canonicals.set(canonical, canonical);
    }
    return canonical;
  }

  otherPlaces(spec: object): readonly OtherPlace[] | undefined {
    const { placeField, checked } = this.check(spec);
    const { places } = this.definition.offers;
    if (placeField === undefined || places === undefined) return undefined;
    const own = (checked[placeField] as Place).name;
    const entry = checked[this.offerField];
    return inOtherPlaces(places(entry), own, (place) => ({
      ...spec,
      [placeField]: place,
    }));
  }

  offers(): Iterable<unknown> {
    return this.definition.offers.of(this.catalogue).values();
  }

  productFields(): readonly ProductField[] {
    const { fields, offers } = this.definition;
    const all = offers.of(this.catalogue);
    const placesOf = offers.places ?? (() => this.places.zones.keys());
    const places = Array.from(all.values()).flatMap((entry) => [...placesOf(entry)]);
    const placed = this.fields.filter(([, field]) => isPlace(field)).map(([name]) => [name, places]);
    return productFields(fields, {
      offers: all,
      catalogue: this.catalogue,
      choices: Object.fromEntries(placed),
    });
  }

  /** Notes on the name by which the offer was asked for. */
  notesOn(spec: object): readonly string[] {
    const name = (spec as Values)[this.offerField];
    return this.definition.offers.others?.(this.catalogue).notesOn(name as string) ?? [];
  }

  private checkAll(spec: Values): Sound {
    const { offers, derive } = this.definition;
    const entry = this.named(spec[this.offerField] as string);
    const offer = { entry, id: offers.id(entry) };
    const checked: Record<string, unknown> = { [this.offerField]: entry };
    const { catalogue, places } = this;
    const at = (name: string): CheckAt<unknown> => ({ name, path: pathOf(name), places, catalogue, offer });
    // What is offered where is settled before how much of it: limits are those of the offer.
    const [placed, others] = partition(this.fields, ([, field]) => isPlace(field));
    for (const [name, field] of placed) {
      checked[name] = field.check(spec[name], at(name));
      this.requireIn(offer, checked[name] as Place, pathOf(name));
    }
    for (const [name, field] of others) {
      if (name === this.offerField) continue;
      const value = spec[name] ?? field.default ?? null;
      checked[name] = value === null && field.isOptional ? null : field.check(value, at(name));
    }
    const derived = derive?.(checked as never, { catalogue: this.catalogue, places: this.places }) ?? {};
    const placeField = placed[0]?.[0];
    const place = (derived.place ?? checked[placeField ?? ""]) as Place;
    const name = offers.title?.(entry) ?? offer.id;
    return { name, place, checked: { ...checked, ...derived }, id: offer.id, placeField };
  }

  private named(name: string): unknown {
    const { kind: product, offers } = this.definition;
    const { of, others, unknown: code = "UNKNOWN_OFFER", called: what } = offers;
    const beside = others === undefined ? {} : { others: others(this.catalogue) };
    return lookUp(of(this.catalogue), name, {
      code,
      what,
      product,
      field: pathOf(this.offerField),
      ...beside,
    });
  }

  /** @throws DomainError NOT_AVAILABLE_IN_LOCALITY, naming where the offer is. */
  private requireIn({ entry, id }: CheckAt<unknown>["offer"], place: Place, field: string): void {
    const { places: placesOf } = this.definition.offers;
    if (placesOf === undefined) return;
    const places = [...placesOf(entry)];
    if (places.includes(place.name)) return;
    const where = places.length > 0 ? `It is in ${places.join(", ")}.` : "It is offered nowhere.";
    throw new DomainError("NOT_AVAILABLE_IN_LOCALITY", `${id} is not offered in ${place.name}. ${where}`, {
      field,
      suggestions: places,
    });
  }

  private rewritten(spec: Values): object {
    const { checked, id } = this.check(spec);
    const name = this.notesOn(spec).length > 0 ? (spec[this.offerField] as string) : id;
    return this.written(checked, name);
  }

  private written(checked: Values, name: string): Values {
    return Object.fromEntries(
      this.fields.flatMap(([field, { write }]) =>
        checked[field] === null ? [] : [[field, write(checked[field], name)]],
      ),
    );
  }
}

function pathOf(field: string): string {
  return `input.${field}`;
}

function isPlace({ role }: Field<unknown>): boolean {
  return role === "ZONE" || role === "REGION";
}

function partition<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}
