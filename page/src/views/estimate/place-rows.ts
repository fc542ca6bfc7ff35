import type { Place, Product } from "../../form/fields";
import type { PagePlaceFragment, PagePlacesQuery } from "../../generated/operations";
import { type Amount, amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";

type Item = NonNullable<PagePlacesQuery["portfolio"]>["items"][number];

/** A row of the comparison of places: the present place, or an alternative. */
export interface PlaceRow {
  readonly name: string;
  readonly country: string;
  readonly leaves: number;
  readonly isHere: boolean;
  /** Null if it cannot be computed; then `problem` has the reason. */
  readonly amount: Amount | null;
  /** Relative difference to the present place; null if unknown. */
  readonly relative: number | null;
  /** Whether the sign of the difference is certain; null without difference. */
  readonly isSettled: boolean | null;
  readonly problem: string | null;
}

const [GASES] = CRITERIA;

/**
 * The present place among the others: the lowest first, unknown ones last. All rows are of one response, so that
 * figures of different resources are never compared.
 */
export function placeRows(item: Item | undefined): readonly PlaceRow[] {
  const { footprint = null, resource = null } = item ?? {};
  if (footprint === null || resource === null) return [];
  const own: PlaceRow = {
    ...placeOf(resource.locality),
    isHere: true,
    amount: amountOf(footprint.total, GASES),
    relative: 0,
    isSettled: null,
    problem: null,
  };
  const others = (resource.alternatives ?? []).map(({ locality, footprint, difference, error }) => ({
    ...placeOf(locality),
    isHere: false,
    amount: footprint === null ? null : amountOf(footprint.total, GASES),
    relative: difference?.relative ?? null,
    isSettled: difference?.isSettled ?? null,
    problem: error?.message ?? null,
  }));
  return [own, ...others].sort((a, b) => (a.amount?.expected ?? Infinity) - (b.amount?.expected ?? Infinity));
}

/**
 * Places of the form where the resource is not available: those that the alternatives lack.
 * Empty until there are alternatives.
 */
export function placesWithout(
  { fields }: Pick<Product, "fields">,
  rows: readonly Pick<PlaceRow, "name">[],
  localities: readonly Place[],
): readonly string[] {
  if (rows.length === 0) return [];
  const field = fields.find(({ role, required }) => required && (role === "ZONE" || role === "REGION"));
  const having = new Set(
    rows.flatMap(({ name }) => [
      name,
      ...localities.filter((one) => one.name === name).map(({ region }) => region),
    ]),
  );
  return (field?.choices ?? []).filter((choice) => !having.has(choice));
}

function placeOf({
  name,
  country,
  leaves,
}: PagePlaceFragment): Pick<PlaceRow, "name" | "country" | "leaves"> {
  return { name, country, leaves };
}
