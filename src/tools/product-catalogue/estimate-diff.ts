import type { FootprintEngine } from "../../core/engine";
import { totalOf } from "../../core/footprint";
import { messageOf } from "../../core/helpers";
import { zoneOf } from "./inventory";
import type { CatalogueProduct, Estimate } from "./product";
import { hoursIn } from "./units";

/** The way to our own figures. */
export type Footprints = Pick<FootprintEngine, "footprint">;

/** The operator's estimate beside ours, both for one unit of measure. */
export interface EstimateComparison {
  readonly sku: string;
  readonly type: string;
  readonly zone: string;
  /** Hours in the unit of measure [h]. */
  readonly hours: number;
  readonly theirs: Estimate;
  readonly ours: Estimate;
  /** (ours − theirs) / theirs; null where one of them is unknown, or theirs is nothing and ours is not. */
  readonly kgDifference: number | null;
  readonly waterDifference: number | null;
}

/** An estimate that ours cannot be set beside. */
export interface NotComputed {
  readonly sku: string;
  readonly theirs: Estimate;
  readonly reason: string;
}

export interface EstimateDiff {
  readonly compared: readonly EstimateComparison[];
  readonly notComputed: readonly NotComputed[];
}

/** @param on The day whose factors our figures are computed with. */
export async function diffEstimates(
  products: readonly CatalogueProduct[],
  footprints: Footprints,
  on: Date,
): Promise<EstimateDiff> {
  const compared: EstimateComparison[] = [];
  const notComputed: NotComputed[] = [];
  for (const product of products) {
    if (product.estimate === null) continue;
    const result = await compare(product, product.estimate, footprints, on);
    if ("reason" in result) notComputed.push(result);
    else compared.push(result);
  }
  return { compared, notComputed };
}

async function compare(
  product: CatalogueProduct,
  theirs: Estimate,
  footprints: Footprints,
  on: Date,
): Promise<EstimateComparison | NotComputed> {
  const { sku, offerId: type, unit } = product;
  const refuse = (reason: string): NotComputed => ({ sku, theirs, reason });
  if (product.type !== "instance") return refuse(`no figure of ours is set beside ${product.type ?? "this"}`);
  const zone = zoneOf(product);
  if (type === null || zone === null) return refuse("the catalogue names no type or no zone");
  const hours = unit === null ? null : hoursIn(unit);
  if (hours === null)
    return refuse(`${unit === null ? "no unit" : `${unit.size} ${unit.unit}`} is no length of time`);
  try {
    const ours = scaled(await hourly(footprints, type, zone, on), hours);
    return {
      ...{ sku, type, zone, hours, theirs, ours },
      kgDifference: relative(ours.kgCo2Equivalent, theirs.kgCo2Equivalent),
      waterDifference: relative(ours.m3WaterUsage, theirs.m3WaterUsage),
    };
  } catch (error) {
    // Whatever is wrong with one SKU, such as a type that is new to the graph, must not hide the others.
    return refuse(messageOf(error));
  }
}

async function hourly(footprints: Footprints, type: string, zone: string, on: Date): Promise<Estimate> {
  const total = totalOf((await footprints.footprint("instance", { type, zone }, { hours: 1, on })).parts);
  return {
    kgCo2Equivalent: total.kgCo2Equivalent.expected,
    m3WaterUsage: total.m3WaterUsage?.expected ?? null,
  };
}

function scaled({ kgCo2Equivalent, m3WaterUsage }: Estimate, hours: number): Estimate {
  const times = (value: number | null): number | null => (value === null ? null : value * hours);
  return { kgCo2Equivalent: times(kgCo2Equivalent), m3WaterUsage: times(m3WaterUsage) };
}

function relative(ours: number | null, theirs: number | null): number | null {
  if (ours === null || theirs === null) return null;
  if (theirs === 0) return ours === 0 ? 0 : null;
  return (ours - theirs) / theirs;
}
