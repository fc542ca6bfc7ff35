import { HEADLINE } from "../../core/footprint";
import { type Range, subtract, ZERO } from "../../core/formulas";
import { getOrInsert } from "../../core/helpers";
import type { Deadline } from "../../estimates";
import { Change, headlineOf } from "./change";
import { type Counted, footprintOfAll, netOf, sumOf } from "./sides";

/** Comparisons that are looked into; those of smaller changes have ranges as if nothing were shared. */
const MOST_COMPARED = 100;

/** What single resources change. */
export class RowChanges {
  private readonly known = new Map<string, Promise<Range>>();
  private looked = 0;

  constructor(private readonly deadline: Deadline) {}

  /** To be asked for the largest change first: resources that change alike are compared once. */
  of(before: readonly Counted[], after: readonly Counted[]): Promise<Range> {
    const said = (side: readonly Counted[]) => side.map(({ key, times }) => [key, times]);
    const name = JSON.stringify([said(before), said(after)]);
    return getOrInsert(this.known, name, () => this.compared(before, after));
  }

  private async compared(before: readonly Counted[], after: readonly Counted[]): Promise<Range> {
    const { less, more } = netOf(before, after);
    const [first, second] = [headlineOf(sumOf(less)), headlineOf(sumOf(more))];
    if (less.length === 0 || more.length === 0 || this.looked >= MOST_COMPARED)
      return subtract(second, first);
    this.looked += 1;
    const change = new Change(await footprintOfAll(less), await footprintOfAll(more), this.deadline);
    return change.of(HEADLINE) ?? ZERO;
  }
}

/** What it is expected to change by. */
export function expectedChange(before: readonly Counted[], after: readonly Counted[]): number {
  return headlineOf(sumOf(after)).expected - headlineOf(sumOf(before)).expected;
}
