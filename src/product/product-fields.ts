import type { DescribedField, ProductField } from "../core/contract";
import type { Field, Limits } from "./fields";

/** What is said of a field, without the checks of it. */
type SaidField<E> = DescribedField & Partial<Pick<Field<unknown, E>, "unit" | "limits" | "choices">>;

/** What the data of a product say of its fields. */
export interface KnownValues<E> {
  /** Offers by name. */
  readonly offers: ReadonlyMap<string, E>;
  /** What limits are read from beside an offer. */
  readonly catalogue?: object;
  /** Zones or regions where one of them is, and all values of other fields that the data know, by field. */
  readonly choices: Readonly<Record<string, Iterable<string>>>;
}

/** The fields of a product as data. Limits and choices are those over all offers. */
export function productFields<E>(
  fields: Readonly<Record<string, SaidField<E>>>,
  known: KnownValues<E>,
): readonly ProductField[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const below = Object.entries(field.nested?.fields ?? {});
    const inner = Object.fromEntries(below.map(([one, said]) => [`${name}.${one}`, said as SaidField<E>]));
    // What is nested names offers of another product.
    return [fieldOf(name, field, known), ...productFields(inner, { ...known, offers: new Map() })];
  });
}

function fieldOf<E>(
  name: string,
  field: SaidField<E>,
  { offers, choices, catalogue }: KnownValues<E>,
): ProductField {
  const { role, input: description, unit = null, isOptional, limits } = field;
  const known = choices[name] ?? (role === "OFFER" && offers.size > 0 ? offers.keys() : field.choices);
  const fallback = role === "NESTED" ? "[]" : field.default;
  return {
    ...{ name, role, description, unit },
    required: !isOptional && fallback === undefined,
    default: fallback === undefined ? null : String(fallback),
    ...over(
      typeof limits === "function"
        ? Array.from(offers.values(), (entry) => limits(entry, catalogue as never))
        : (limits ?? []),
    ),
    choices: known === undefined ? null : [...new Set(known)],
  };
}

function over(limits: Limits | readonly Limits[]): Pick<ProductField, "minimum" | "maximum"> {
  const all = [limits].flat();
  if (all.length === 0) return { minimum: null, maximum: null };
  const maxima = all.flatMap(({ maximum }) => maximum ?? []);
  return {
    minimum: Math.min(...all.map(({ minimum }) => minimum)),
    maximum: maxima.length < all.length ? null : Math.max(...maxima),
  };
}
