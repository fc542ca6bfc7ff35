import type { ProductField } from "../core/contract";
import type { FactorReader } from "../core/factors";
import type { Places } from "../core/method";
import type { Field } from "./fields";
import type { Limits } from "./limits";

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What the data of a product say of its fields. */
export interface KnownValues {
  /** Offers by name. */
  readonly offers: ReadonlyMap<string, unknown>;
  /** What limits and choices are read from, besides an offer. */
  readonly catalogue: object;
  readonly today: FactorReader;
  /** Zones or regions where one of the offers is, by field. */
  readonly choices: Readonly<Record<string, Iterable<string>>>;
  /** A specification that is answered; null where none is known. */
  readonly example: object | null;
}

/** The fields of a product as data. Limits and choices are those over all offers. */
export function productFields(fields: Fields, known: KnownValues): readonly ProductField[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    fieldOf(name, field, known),
    // What is nested names offers of another product.
    ...productFields(below(name, field), { ...known, offers: new Map() }),
  ]);
}

/** For each field that is a place, those of its kind: the zones and regions themselves, or the zones of the regions. */
export function placesByField(
  fields: Fields,
  where: readonly string[],
  places: Places,
): Record<string, string[]> {
  const all = where.map((name) => places.named(name, name));
  const zones = all.flatMap((place) => place.zones.map(({ zone }) => zone));
  const regions = all.map(({ region }) => region);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, string[]][] => [
      ...(field.role === "ZONE" ? [[name, zones] as [string, string[]]] : []),
      ...(field.role === "REGION" ? [[name, regions] as [string, string[]]] : []),
      ...Object.entries(placesByField(below(name, field), where, places)),
    ]),
  );
}

function below(name: string, { nested }: Field<unknown>): Fields {
  const fields = Object.entries(nested?.fields ?? {}) as [string, Field<unknown>][];
  return Object.fromEntries(fields.map(([one, field]) => [`${name}.${one}`, field]));
}

function fieldOf(name: string, field: Field<unknown>, known: KnownValues): ProductField {
  const { offers, choices, catalogue, today, example } = known;
  const { role, input: description, unit, isOptional, limits } = field;
  const own = typeof field.choices === "function" ? field.choices(catalogue as never) : field.choices;
  const values = choices[name] ?? (role === "OFFER" && offers.size > 0 ? offers.keys() : own);
  const fallback = role === "NESTED" ? "[]" : field.default;
  return {
    ...{ name, role, description, unit },
    required: !isOptional && fallback === undefined,
    default: fallback === undefined ? null : String(fallback),
    ...over(
      typeof limits === "function"
        ? Array.from(offers.values(), (entry) => limits(entry, catalogue as never))
        : (limits ?? []),
      today,
    ),
    choices: values === undefined ? null : [...new Set(values)],
    choicesOf: field.offersOf ?? null,
    example: field.nested === undefined ? textAt(name, example) : null,
  };
}

/** What a specification says at a path, as text; of a list, its first entry. */
function textAt(path: string, spec: unknown): string | null {
  let found = spec;
  for (const name of path.split(".")) {
    const one = Array.isArray(found) ? found[0] : found;
    found = (one as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  }
  return found === undefined || found === null ? null : String(found);
}

function over(
  limits: Limits | readonly Limits[],
  today: FactorReader,
): Pick<ProductField, "minimum" | "maximum"> {
  const all = [limits].flat();
  if (all.length === 0) return { minimum: null, maximum: null };
  const maxima = all.flatMap(({ maximum = [] }) =>
    typeof maximum === "object" && "series" in maximum ? today.value(maximum.series).range.expected : maximum,
  );
  return {
    minimum: Math.min(...all.map(({ minimum }) => minimum)),
    maximum: maxima.length < all.length ? null : Math.max(...maxima),
  };
}
