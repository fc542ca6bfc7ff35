import type { PageAmountsFragment, PagePortfolioQuery } from "../../generated/operations";

type Portfolio = NonNullable<PagePortfolioQuery["portfolio"]>;
type Footprint = NonNullable<Portfolio["footprint"]>;

/** Amounts by criterion and bound; null if one of them is unknown. */
export type Amounts = PageAmountsFragment;

export interface Part {
  readonly name: string;
  readonly items: number;
  readonly total: Amounts;
}

/** The sum of all lines with a figure. */
export interface Sums {
  readonly total: Amounts;
  readonly manufacturing: Amounts;
  readonly usage: Amounts;
  readonly operational: Amounts;
  readonly dataQuality: Omit<Footprint["dataQuality"], "__typename">;
  readonly byProduct: readonly Part[];
  readonly byPlace: readonly Part[];
  /** Notes of each request. */
  readonly notes: readonly (readonly string[])[];
}

/**
 * The sum of several requests. Amounts and both ends of their ranges are added, as the graph does for lines: all at their low
 * end, or all at their high end. A sum with an unknown term is unknown. Shares of data quality are weighted by the amounts.
 */
export function addedUp(answers: readonly Portfolio[]): Sums | null {
  const some = answers.filter(({ footprint }) => footprint != null);
  const footprints = some.map(({ footprint }) => footprint as Footprint);
  const [first] = footprints;
  if (first === undefined) return null;
  const sum = (of: "total" | "manufacturing" | "usage" | "operational"): Amounts =>
    added(footprints.map((one) => one[of]));
  return {
    ...{ total: sum("total"), manufacturing: sum("manufacturing") },
    ...{ usage: sum("usage"), operational: sum("operational") },
    dataQuality: weighed(footprints),
    byProduct: parts(
      some.flatMap(({ byProduct = [] }) => byProduct.map((one) => ({ ...one, name: one.product.name }))),
    ),
    byPlace: parts(
      some.flatMap(({ byLocality = [] }) => byLocality.map((one) => ({ ...one, name: one.locality.name }))),
    ),
    notes: footprints.map(({ notes }) => notes),
  };
}

export function added(all: readonly Amounts[]): Amounts {
  const [first, ...others] = all;
  const sum: Record<string, number | null> = { ...first };
  for (const one of others) {
    for (const key of Object.keys(sum)) {
      const [before, more] = [sum[key], one[key as keyof Amounts]];
      sum[key] = before == null || more == null ? null : before + Number(more);
    }
  }
  return sum as unknown as Amounts;
}

function parts(
  all: readonly {
    readonly name: string;
    readonly items: number;
    readonly footprint: { readonly total: Amounts };
  }[],
): Part[] {
  const found = new Map<string, Part>();
  for (const { name, items, footprint } of all) {
    const before = found.get(name);
    const total = before === undefined ? footprint.total : added([before.total, footprint.total]);
    found.set(name, { name, items: items + (before?.items ?? 0), total });
  }
  return [...found.values()].sort((a, b) => b.total.kgCo2Equivalent - a.total.kgCo2Equivalent);
}

function weighed(footprints: readonly Footprint[]): Sums["dataQuality"] {
  const whole = footprints.reduce((sum, { total }) => sum + total.kgCo2Equivalent, 0);
  const share = (of: "published" | "derived" | "assumed"): number =>
    whole === 0
      ? (footprints[0] as Footprint).dataQuality[of]
      : footprints.reduce((sum, { dataQuality, total }) => sum + dataQuality[of] * total.kgCo2Equivalent, 0) /
        whole;
  return { published: share("published"), derived: share("derived"), assumed: share("assumed") };
}
