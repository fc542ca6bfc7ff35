import type { ResourceCost } from "../../core/contract";

/** Levels of components that are told apart; none of the products has more. */
export const LEVELS = 6;

/** What the arguments of a field ask to be computed. */
export class Work {
  /** Elements of the list that says how many are asked for. */
  length = 0;
  /** Objects in lists of inputs, at any depth. */
  objects = 0;
  /** Multiples of the totals of an Instance, and components to explain: in one vintage. */
  totals = 0;
  explained = 0;
  /** The same over the vintages of periods that inputs have of their own. */
  datedTotals = 0;
  datedExplained = 0;
  /** The same of inputs that have none: theirs is that of the field. */
  undatedTotals = 0;
  undatedExplained = 0;
  /** Components of differences whose ends are searched for. */
  datedRanged = 0;
  undatedRanged = 0;
  readonly components = new Float64Array(LEVELS);

  /** @param spans vintage spans of the period of its own; null for none */
  add({ totals, components, ranges = 1 }: ResourceCost, spans: number | null): void {
    let explained = 0;
    for (let level = 0; level < components.length; level++) {
      const count = components[level] as number;
      explained += count;
      const at = Math.min(level, LEVELS - 1);
      this.components[at] = (this.components[at] as number) + count;
    }
    this.totals += totals;
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
  }
}
