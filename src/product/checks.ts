import type { CheckedResource } from "../core/contract";
import { DomainError, lookUp } from "../core/errors";
import type { FactorReader } from "../core/factors";
import { isRecord } from "../core/helpers";
import type { Place } from "../core/method";
import { callMember } from "./call-member";
import type { CheckAt } from "./check-at";
import type { AnyDefinition, ProductData } from "./definition";
import type { Field } from "./fields";
import { givenOf, refuseUnknown, requireType } from "./given";
import { areOfDay } from "./limits";

export type Values = Readonly<Record<string, unknown>>;

/** A checked specification, and the name of its offer. */
export interface SoundResource extends CheckedResource {
  readonly checked: Values;
  readonly offer: CheckAt<unknown>["offer"];
  readonly placeField: string | undefined;
}

/** A field, by its name and its path for errors. */
interface CheckedField {
  readonly name: string;
  readonly path: string;
  readonly field: Field<unknown>;
}

/** The checks of a product: each field, and whether the offer is in the place. */
export class ProductChecks {
  readonly fields: readonly [string, Field<unknown>][];
  readonly offerField: string;
  private readonly names: ReadonlySet<string>;
  /** Where the resource is; a place that may be left out is another one. */
  private readonly placeFields: readonly CheckedField[];
  /** All others but the offer. */
  private readonly otherFields: readonly CheckedField[];
  /** Those of which limits are factors. */
  private readonly fieldsOfDay: readonly CheckedField[];
  private readonly offerPath: string;
  /** Checked with the first specification: names of derived values are the same for all. */
  private areDerivedOwn = false;

  constructor(
    private readonly definition: AnyDefinition,
    private readonly data: ProductData<object>,
  ) {
    this.fields = Object.entries(definition.fields);
    this.names = new Set(Object.keys(definition.fields));
    this.offerField = this.fields.find(([, { role }]) => role === "OFFER")?.[0] ?? "";
    const all = this.fields.map(([name, field]) => ({ name, field, path: pathOf(name) }));
    const isPlace = ({ field: { role, isOptional } }: CheckedField): boolean =>
      (role === "ZONE" || role === "REGION") && !isOptional;
    this.placeFields = all.filter(isPlace);
    this.otherFields = all.filter((one) => !isPlace(one) && one.name !== this.offerField);
    this.fieldsOfDay = all.filter(({ field }) => areOfDay(field.limits));
    this.offerPath = pathOf(this.offerField);
  }

  /** @throws DomainError for a specification that is not sound. */
  of(spec: Values): SoundResource {
    const { fields, offers, derive } = this.definition;
    refuseUnknown(this.names, spec, "input");
    const offerField = fields[this.offerField] as Field<unknown>;
    const named = givenOf(offerField, this.offerField, spec[this.offerField], this.offerPath);
    const entry = this.named(named as string);
    const offer = { entry, id: offers.id(entry) };
    const checked: Record<string, unknown> = { [this.offerField]: entry };
    // What is offered where is settled before how much of it: limits are those of the offer.
    for (const { name, path, field } of this.placeFields) {
      const given = givenOf(field, name, spec[name], path);
      const place = field.check(given, this.at(name, path, offer)) as Place;
      checked[name] = place;
      this.requireIn(offer, place, path);
    }
    for (const { name, path, field } of this.otherFields) {
      const given = givenOf(field, name, spec[name], path);
      checked[name] = given === null ? null : field.check(given, this.at(name, path, offer));
    }
    const derived = derive === undefined ? undefined : this.derivedFrom(checked, derive);
    if (derived !== undefined) Object.assign(checked, derived);
    const placeField = this.placeFields[0]?.name;
    const place = (derived?.place ?? checked[placeField ?? ""]) as Place;
    const name = offers.title?.(entry) ?? offer.id;
    return { name, place, checked, offer, placeField };
  }

  /** A single value, such as an argument. @throws DomainError naming the path. */
  value(name: string, value: unknown, { offer }: SoundResource, path: string): unknown {
    const field = this.fields.find(([one]) => one === name)?.[1];
    if (field !== undefined) requireType(field, name, value, path);
    return field?.check(value, this.at(name, path, offer));
  }

  /** Limits that are factors. @throws DomainError for a number beyond those of the day. */
  limitsOn(factors: FactorReader, { checked, offer }: SoundResource): void {
    for (const { name, path, field } of this.fieldsOfDay) {
      const value = checked[name];
      if (value !== null) field.check(value, { ...this.at(name, path, offer), factors });
    }
  }

  /** @throws Error naming the product, where `derive` fails, gives no object, or replaces the value of a field; a place may. */
  private derivedFrom(checked: Values, derive: NonNullable<AnyDefinition["derive"]>) {
    const { kind } = this.definition;
    if (this.areDerivedOwn) return derive(checked as never, this.data);
    const derived = callMember(kind, "derive", () => derive(checked as never, this.data), DomainError);
    if (!isRecord(derived)) {
      throw new Error(
        `the function "derive" of the product "${kind}" must return an object of values by name, such as { place }, got ${typeof derived} (docs/plugins.md)`,
      );
    }
    const both = Object.keys(derived).find((name) => name !== "place" && this.names.has(name));
    if (both !== undefined) {
      throw new Error(
        `the product "${kind}" derives "${both}", which is a field: give it another name (docs/plugins.md)`,
      );
    }
    this.areDerivedOwn = true;
    return derived;
  }

  private at(name: string, path: string, offer: CheckAt<unknown>["offer"]): CheckAt<unknown> {
    const { catalogue, places } = this.data;
    return { name, path, places, catalogue, offer, factors: null };
  }

  private named(name: string): unknown {
    const { kind: product, offers } = this.definition;
    const { of, find, others, unknown: code = "UNKNOWN_OFFER", called: what } = offers;
    const { catalogue } = this.data;
    const field = this.offerPath;
    if (find !== undefined) return find(catalogue, name, field);
    const all = of(catalogue);
    // As the catalogue writes it, which most do.
    const exact = all.get(name);
    if (exact !== undefined) return exact;
    const beside = others === undefined ? {} : { others: others(catalogue) };
    return lookUp(all, name, { code, what, product, field, ...beside });
  }

  /** @throws DomainError NOT_AVAILABLE_IN_LOCALITY, naming where the offer is. */
  private requireIn({ entry, id }: CheckAt<unknown>["offer"], place: Place, field: string): void {
    const { places: placesOf, placed = () => id } = this.definition.offers;
    if (placesOf === undefined) return;
    for (const one of placesOf(entry, this.data.catalogue)) if (one === place.name) return;
    const places = [...placesOf(entry, this.data.catalogue)];
    const where = places.length > 0 ? `It is in ${places.join(", ")}.` : "It is offered nowhere.";
    const message = `${placed(entry)} is not offered in ${place.name}. ${where}`;
    throw new DomainError("NOT_AVAILABLE_IN_LOCALITY", message, { field, suggestions: places });
  }
}

function pathOf(field: string): string {
  return `input.${field}`;
}
