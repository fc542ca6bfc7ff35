import type { DistinctCost, ResourceCost } from "../../../../core/contract";
import { getOrInsert } from "../../../../core/helpers";

/** Levels of components that are distinguished; no product has more. */
export const LEVELS = 6;

/** What the arguments of a field ask to be computed. */
export class RequestedWork {
  /** Number of elements of the list that determines how many are requested. */
  length = 0;
  /** Objects in lists of inputs, at any depth. */
  objects = 0;
  /** Components to explain, in one vintage. */
  explained = 0;
  /** Multiples of the totals of an Instance, and components to explain, over the vintages of periods that inputs have of their own. */
  datedTotals = 0;
  datedExplained = 0;
  /** The same of inputs that have none, in one vintage: their period is that of the field. */
  undatedTotals = 0;
  undatedExplained = 0;
  /** Components of differences whose ends are searched for. */
  datedRanged = 0;
  undatedRanged = 0;
  readonly components = new Float64Array(LEVELS);
  /** The same for each vintage span but the first, of inputs with a period of their own; and of those without one, in one span. */
  readonly furtherComponents = new Float64Array(LEVELS);
  readonly undatedComponents = new Float64Array(LEVELS);
  /** In how many vintage spans the distinct values of fields were counted, 0 for those of inputs without a period. */
  private readonly counted = new Map<DistinctCost, Map<string, number>>();

  /**
   * @param spans vintage spans of the period of its own; null for none
   * @param given what a client sent, of whatever shape
   */
  add(cost: ResourceCost, spans: number | null, given: Readonly<Record<string, unknown>>): void {
    const { totals, components, ranges = 1, distinct } = cost;
    let explained = 0;
    for (let level = 0; level < components.length; level++) {
      const count = components[level] as number;
      explained += count;
      const at = Math.min(level, LEVELS - 1);
      addTo(this.components, at, count);
      if (spans === null) addTo(this.undatedComponents, at, count);
      else addTo(this.furtherComponents, at, count * (spans - 1));
    }
    this.explained += explained;
    if (spans === null) {
      this.undatedTotals += totals;
      this.undatedExplained += explained;
      this.undatedRanged += explained * ranges;
    } else {
      this.datedTotals += totals * spans;
      this.datedExplained += explained * spans;
      this.datedRanged += explained * ranges * spans;
    }
    if (distinct !== undefined) this.addDistinct(distinct, spans, given);
  }

  /** Periods are taken to lie in each other: what the longest of them needs, the others share. */
  private addDistinct(
    cost: DistinctCost,
    spans: number | null,
    given: Readonly<Record<string, unknown>>,
  ): void {
    const { fields, totals } = cost;
    const key = JSON.stringify([spans === null, ...fields.map((field) => given[field])]);
    const counted = getOrInsert(this.counted, cost, () => new Map<string, number>());
    const before = counted.get(key);
    if (spans === null) {
      if (before === undefined) this.undatedTotals += totals;
    } else if (spans > (before ?? 0)) this.datedTotals += totals * (spans - (before ?? 0));
    counted.set(key, Math.max(before ?? 0, spans ?? 0));
  }
}

function addTo(all: Float64Array, at: number, count: number): void {
  all[at] = (all[at] as number) + count;
}
