import { type Criterion, type Footprint, totalOf } from "../footprint";
import { getOrInsert } from "../helpers";
import { isOrderSettled } from "./difference-range";

/** Which of some footprints could change places, were their factors elsewhere in their ranges. */
export class Ranking {
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly footprints: readonly Footprint[],
    private readonly criterion: Criterion,
    /** Runs what takes long: whether two could change places. */
    private readonly inTime: (work: () => boolean) => boolean = (work) => work(),
  ) {}

  /** Indexes of those whose order relative to this one is uncertain. */
  unsettledWith(index: number): number[] {
    return this.footprints.flatMap((_, other) => (this.isSettled(index, other) ? [] : [other]));
  }

  private isSettled(one: number, other: number): boolean {
    if (one === other) return true;
    const [first, second] = [Math.min(one, other), Math.max(one, other)];
    return getOrInsert(this.known, `${first},${second}`, () =>
      this.isOrderOf(this.footprints[first] as Footprint, this.footprints[second] as Footprint),
    );
  }

  /** Ranges that do not touch need no look at what the two share. */
  private isOrderOf(a: Footprint, b: Footprint): boolean {
    const [first, second] = [totalOf(a.parts)[this.criterion], totalOf(b.parts)[this.criterion]];
    if (first === null || second === null) return false;
    if (first.high < second.low || second.high < first.low) return true;
    return this.inTime(() => isOrderSettled(a, b, this.criterion) ?? false);
  }
}
