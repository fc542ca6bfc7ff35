import type { Place, Product } from "../../form/fields";
import type { PagePlaceFragment, PagePlacesQuery } from "../../generated/operations";
import { type Amount, amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";

type Item = NonNullable<PagePlacesQuery["portfolio"]>["items"][number];

/** A place of the comparison: where the resource is, or another one. */
export interface PlaceRow {
  readonly name: string;
  readonly country: string;
  readonly leaves: number;
  readonly isHere: boolean;
  /** Null where it cannot be computed there; `problem` then says why. */
  readonly amount: Amount | null;
  /** Share more or less than here; null where that is unknown. */
  readonly relative: number | null;
  /** Whether it is settled which of the two is less; null where there is nothing to settle. */
  readonly isSettled: boolean | null;
  readonly problem: string | null;
}

const [GASES] = CRITERIA;

/**
 * The place itself among the others: the least first, those of which nothing is known last. All of it is of one answer, so that
 * the others are never held against a figure of something else.
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
 * Places that the form offers, and that the comparison leaves out: the graph answers all places where the resource can be had.
 * Empty while nothing is known of it.
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
